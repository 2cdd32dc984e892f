"""Forms of the admin, filled in as a browser would send them."""

from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext

from tests.pages import elements_of, find, text_of
from theatre_site.admin.refusals import THINGS

NOT_SENT = {"submit", "button", "file", "reset"}


def admin_url(thing, view="change"):
    """The address of a row's form, or of another view of its model: `admin_url(Post, "changelist")`."""
    meta = thing._meta
    args = [thing.pk] if view in {"change", "delete", "history"} else []
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{view}", args=args)


def form_data(page, *, form_id):
    """What this form would send if nobody touched it. A field without a choice sends an empty one."""
    [form] = elements_of(page, "form", id=form_id)
    data = {}
    for field in form.iter("input"):
        kind = field.get("type", "text")
        if kind not in NOT_SENT and (kind not in {"checkbox", "radio"} or "checked" in field.attrib):
            data[field.get("name")] = field.get("value", "on" if kind == "checkbox" else "")
    for field in form.iter("textarea"):
        data[field.get("name")] = (field.text or "").removeprefix("\n")
    for field in form.iter("select"):
        chosen = [option.get("value") for option in field.iter("option") if "selected" in option.attrib]
        data[field.get("name")] = chosen if "multiple" in field.attrib else (chosen or [""])[0]
    return {name: value for name, value in data.items() if name and "__prefix__" not in name}


def submit(client, address, **changes):
    """Opens a form of the admin, changes these fields, presses “Save” and follows to the next page."""
    meta_name = address.strip("/").split("/")[2]
    data = form_data(client.get(address), form_id=f"{meta_name}_form")
    return client.post(address, {**data, **changes}, follow=True)


def errors_of(response):
    """{"starts_on": ["…"], …} of the form and of its inline rows, which have their prefix; {} if it was saved."""
    if not response.context or "adminform" not in response.context:
        return {}
    found = {name: list(words) for name, words in response.context["adminform"].form.errors.items()}
    for inline in response.context["inline_admin_formsets"]:
        if words := list(inline.formset.non_form_errors()):
            found[inline.formset.prefix] = words
        for form in inline.formset.forms:
            found |= {form.add_prefix(name): list(words) for name, words in form.errors.items()}
    return found


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def refusal(name, **counts):
    """The sentence that refuses to delete: refusal("Ревизор", performance=12, post=1)."""
    labels = {label.split(".")[1]: words for label, words in THINGS.items()}
    things = get_text_list([labels[thing] % {"count": count} for thing, count in counts.items()], gettext("and"))
    return gettext("“%(name)s” cannot be deleted: it has %(things)s.") % {"name": name, "things": things}


def complaints_of(page):
    """What stands beside the fields, in the order of the page."""
    return [text_of(item) for errors in find(page, "ul.errorlist") for item in errors.iter("li")]
