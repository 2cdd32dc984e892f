from functools import lru_cache
from urllib.parse import quote_plus

from django import template

from theatre_site.search import snippets

register = template.Library()


@register.inclusion_tag("search/_form.html")
def search_form(id, *, name, form=None):
    """The field and its button. `form`: as it was sent, to be shown again."""
    return {"id": id, "name": name, "form": form if form and form.is_bound else None}


@register.simple_tag(takes_context=True)
def narrowed_to(context, **changed):
    """The address of the same search with another kind, year or page, or with None without one: `{% querystring %}`
    for a page that has some fifty of them."""
    asked = context["request"].GET.dict() | changed
    return "?" + "&".join(f"{quoted(name)}={quoted(str(value))}" for name, value in asked.items() if value is not None)


quoted = lru_cache(maxsize=100)(quote_plus)  # the same words in all of them


@register.filter
def totals_of(results, year):
    return results.totals(year)


@register.filter
def years_of(results, kind):
    return results.years(kind)


@register.filter
def marked_in(forms, text):
    """The text with the found words in <mark>."""
    return snippets.marked(text, forms)


@register.filter
def best_text(forms, hit):
    """The text of a hit in which the words stand; the first one it has if they stand elsewhere, or nothing."""
    texts = [text for text in (hit.lead, hit.plain_body) if text]
    return next((text for text in texts if any(snippets.found_in(text, forms))), texts[0] if texts else "")


@register.filter
def snippet_of(forms, text):
    return snippets.snippet(text, forms)
