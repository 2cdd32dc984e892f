from django import template
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from theatre_site.languages import Passage, preferred_languages

register = template.Library()

IN_LANGUAGE = {"ru": _("in Russian"), "uk": _("in Ukrainian")}


@register.filter
def lang_attr(text):
    """` lang="uk"` for a text that is shown in another language than the page, nothing for any other."""
    return format_html(' lang="{}"', text.language) if isinstance(text, Passage) else ""


@register.filter
def other_language(text):
    """“in Ukrainian” for a text that is shown in another language than the page, nothing for any other."""
    return IN_LANGUAGE[text.language] if isinstance(text, Passage) else ""


@register.filter
def marked(text):
    """For the middle of a sentence: a text in another language than the page stands in a span with its `lang`."""
    return format_html('<span lang="{}">{}</span>', text.language, text) if isinstance(text, Passage) else text


@register.filter
def noted(text):
    """Marked, and with the note beside it: “… (in Ukrainian)”."""
    note = other_language(text)
    return format_html("{} ({})", marked(text), note) if note else text


@register.inclusion_tag("includes/alternates.html", takes_context=True)
def language_links(context):
    return addresses_of(context)


def addresses_of(context):
    """Where this page is to be read: in its `object_languages`, or in every language."""
    there = readable_pages(context)
    canonical = canonical_address(context)
    return {"pages": there, "x_default": there.get(context["default_language"], canonical), "canonical": canonical}


def readable_pages(context):
    """{language: address} of this page where it can be read."""
    pages = {page["code"]: page["url"] for page in context["alternates"]}
    return {code: pages[code] for code in context.get("object_languages") or pages}


def canonical_address(context):
    """A page that is not translated yet names as its canonical address the one that is (G5)."""
    there = readable_pages(context)
    return next(there[code] for code in preferred_languages() if code in there)
