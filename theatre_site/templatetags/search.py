from functools import lru_cache
from html import escape
from urllib.parse import quote_plus

from django import template
from django.template.loader import get_template
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, pgettext

from theatre_site.languages import page_language
from theatre_site.parts import part_of_the_era
from theatre_site.search.snippets import marked, places_in, snippet

register = template.Library()

BLANK = mark_safe("<blank>")  # no text has it, for there < is &lt;


@register.inclusion_tag("search/_form.html")
def search_form(id, *, name, form=None):
    """The field and its button. `form`: as it was sent, to be shown again."""
    return {"id": id, "name": name, "form": form if form and form.is_bound else None}


@register.simple_tag(takes_context=True)
def narrowed_to(context, **changed):
    """The address of the same search with another kind, year or page, or with None without one: `{% querystring %}`
    for a page that has some fifty of them."""
    asked = context["request"].GET.dict() | changed
    pairs = (f"{quoted(name)}={quoted(str(value))}" for name, value in asked.items() if value is not None)
    return mark_safe("?" + "&amp;".join(pairs))  # what is quoted has nothing to escape


quoted = lru_cache(maxsize=100)(quote_plus)  # the same words in all of them


def choice(words, address, is_chosen, total=""):
    """A link that narrows the search or widens it again. Some pages have fifty, so nothing is left to escape."""
    return mark_safe(escape(words)), address, is_chosen, mark_safe(total)


@register.simple_tag(takes_context=True)
def kinds_to_choose(context):
    results, chosen = context["results"], context["chosen"]
    everything = choice(gettext("Everything"), narrowed_to(context, kind=None, page=None), not chosen["kind"])
    kinds = [
        choice(str(kind.label), narrowed_to(context, kind=kind.name, page=None), kind == chosen["kind"], str(total))
        for kind, total in results.totals(chosen["year"])
    ]
    return [everything, *kinds]


@register.simple_tag(takes_context=True)
def years_to_choose(context):
    """Nothing, if there is but one."""
    results, chosen = context["results"], context["chosen"]
    years = results.years(chosen["kind"])
    if len(years) < 2 and not chosen["year"]:
        return []
    every = choice(pgettext("years", "all"), narrowed_to(context, year=None, page=None), not chosen["year"])
    return [
        every,
        *(choice(str(year), narrowed_to(context, year=year, page=None), year == chosen["year"]) for year in years),
    ]


@register.simple_tag(takes_context=True)
def found_hits(context, hits, level):
    """Each as a list item. What depends on the words is filled into what does not, which is made once an era."""
    is_found = context["results"].is_found
    return mark_safe("".join(found_hit(hit, level, is_found) for hit in hits))


def found_hit(hit, level, is_found):
    text, places = best_text(hit, is_found)
    before, between, after = part_of_the_era(
        ("hit", page_language(), hit.kind.name, hit.pk, level, getattr(text, "language", bool(text))),
        lambda: around_the_blanks(hit=hit, level=level, text=text),
    )
    return f"{before}{marked(hit.title, places_in(hit.title, is_found))}{between}{snippet(text, places)}{after}"


def best_text(hit, is_found):
    """(text, places of the found words in it): the first text that has them, or else the first one that there is."""
    for text in (hit.lead, hit.plain_body):
        if places := places_in(text, is_found):
            return text, places
    return hit.lead or hit.plain_body, []


def around_the_blanks(**context):
    """What stands before, between and after the two blanks."""
    html = get_template("search/_hit.html").render({**context, "title_blank": BLANK, "text_blank": BLANK})
    parts = html.strip().split(BLANK)
    return *parts, *("" for _missing in range(3 - len(parts)))
