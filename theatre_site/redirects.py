"""The last question before “not found”: has the page moved?"""

from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http import Http404
from django.urls import resolve
from django.utils import translation

from theatre_site.languages import split_language
from theatre_site.models import Redirect


def new_address(request):
    """Where the page has gone, in the language that was asked for; None if nobody may see it there."""
    query = request.META.get("QUERY_STRING", "")
    if "\0" in request.path_info:
        return None  # the database would not understand the question
    language, address = split_language(request.path_info)
    known, gone, query = told_by_query(address, query) or told_by_path(address, query)
    if gone is None:
        return None
    language = language or known.language or settings.LANGUAGE_CODE
    path = f"/{language}{gone}"
    with translation.override(language):  # addresses of another one lead nowhere
        if not is_there(request, path):
            return None
    return f"{path}?{query}" if query else path


def told_by_query(address, query):
    """/index.php?id=12: what the old address knows of the query leads there, and what it does not goes along."""
    known = Redirect.objects.by_query(address, query) if query else None
    if known is None:
        return None
    asked = parse_qsl(known.old.partition("?")[2], keep_blank_values=True)
    others = [part for part in parse_qsl(query, keep_blank_values=True) if part not in asked]
    return known, Redirect.objects.lead_on(known.new) or known.new, urlencode(others)


def told_by_path(address, query):
    return *Redirect.objects.way(address), query


def is_there(request, path):
    """Whether that page would open: what is not public keeps its address to itself."""
    try:
        view, args, kwargs = resolve(path)
        view(request, *args, **kwargs)
    except Http404:
        return False
    return True
