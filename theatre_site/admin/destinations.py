"""Where a link in a text may lead: pages of ours, found by words of their titles, or an address as it was typed."""

import re
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theatre_site.languages import columns
from theatre_site.publishing import Publishable

SECTIONS = {
    "home": gettext_lazy("Home"),
    "repertoire:whats_on": gettext_lazy("What's on"),
    "repertoire:productions": gettext_lazy("Repertoire"),
    "news:posts": gettext_lazy("News"),
    "festivals:festival": gettext_lazy("Festival"),
    "box_office": gettext_lazy("Box office"),
}
MOST_OF_A_KIND = 5
TELEPHONE = re.compile(r"(?:tel:)?(\+?[\d() -]{5,})")


class Destination(NamedTuple):
    url: str
    title: str
    kind: str
    is_public: bool = True


def destinations(user, words, language):
    """[Destination, …]; drafts only for those who may see them in the office."""
    typed = address_in(words)
    if typed:
        return [Destination(typed, words.strip(), _("Address"))]
    return [*sections(words, language), *(each for model in linkable() for each in rows(user, model, words, language))]


def address_in(words):
    """What was typed, if it is an address, a telephone number or an e-mail; else ""."""
    words = words.strip()
    if re.match(r"https?://\S+$|mailto:\S+$|/\S*$", words):
        return words
    if re.match(r"www\.\S+$", words):
        return f"https://{words}"
    if found := TELEPHONE.fullmatch(words):
        return "tel:" + re.sub(r"[^\d+]", "", found[1])
    try:
        validate_email(words)
    except ValidationError:
        return ""
    return f"mailto:{words}"


def sections(words, language):
    with translation.override(language):
        found = [(reverse(name), str(label)) for name, label in SECTIONS.items()]
    return [Destination(url, title, _("Section")) for url, title in found if words.lower() in title.lower()]


def linkable():
    """The models whose rows have a page of their own."""
    return [
        model for model in apps.get_models() if issubclass(model, Publishable) and hasattr(model, "get_absolute_url")
    ]


def rows(user, model, words, language):
    may_look = user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")
    found = model.objects.all() if may_look else model.objects.published()
    kind = capfirst(model._meta.verbose_name)
    with translation.override(language):
        return [
            Destination(row.get_absolute_url(), str(row), kind, row.is_public)
            for row in found.filter(named(model, words))[:MOST_OF_A_KIND]
        ]


def named(model, words):
    """Every word stands in the name, in one language or the other."""
    names = columns(*model.said_in_some_language)
    each = (reduce(or_, (Q(**{f"{name}__icontains": word}) for name in names)) for word in words.split())
    return reduce(and_, each, Q())
