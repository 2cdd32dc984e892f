"""The desk's pages and forms, as tests use them."""

from django.urls import reverse

from tests.admin_forms import NOT_SENT
from tests.pages import elements_of


def page_address(edition, word):
    return reverse(f"admin:festivals_edition_{word}", args=[edition.pk])


def fields_of(page):
    """What the only large form of the page would send if nobody touched it."""
    form = next(
        form
        for form in elements_of(page, "form")
        if form.get("class") in {"grid-form", "copy-form"} or form.get("action") == "#moments"
    )
    data = {}
    for field in form.iter():
        name, kind = field.get("name"), field.get("type", "text")
        if field.tag == "input" and name and kind not in NOT_SENT:
            if kind != "checkbox":
                data[name] = field.get("value", "")
            elif "checked" in field.attrib:
                data.setdefault(name, []).append(field.get("value", "on"))
        elif field.tag == "select":
            chosen = [option.get("value") for option in field.iter("option") if "selected" in option.attrib]
            data[name] = (chosen or [""])[0]
    return data


def send(client, address, *, without=(), **changes):
    """Opens a page, changes these fields and saves; where the answer leads is followed."""
    data = {name: value for name, value in fields_of(client.get(address)).items() if name not in without}
    return client.post(address, {**data, **changes}, follow=True)
