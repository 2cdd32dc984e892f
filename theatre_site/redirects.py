"""The last question before “not found”: has the page moved?"""

from django.conf import settings
from django.http import Http404
from django.urls import resolve

from theatre_site.languages import split_language
from theatre_site.models import Redirect


def new_address(request):
    """Where the page has gone, in the language that was asked for; None if nobody may see it there."""
    if "\0" in request.path_info:
        return None  # the database would not understand the question
    language, address = split_language(request.path_info)
    gone = Redirect.objects.lead_on(address)
    path = f"/{language or settings.LANGUAGE_CODE}{gone}"
    if gone is None or not is_there(request, path):
        return None
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path


def is_there(request, path):
    """Whether that page would open: what is not public keeps its address to itself."""
    try:
        view, args, kwargs = resolve(path)
        view(request, *args, **kwargs)
    except Http404:
        return False
    return True
