from django.core.paginator import InvalidPage, Paginator
from django.http import Http404


def page_of(request, queryset, *, size):
    """The page that `?page=` asks for, the first one without it. Raises Http404 for a page that is not there."""
    try:
        return Paginator(queryset, size).page(request.GET.get("page", 1))
    except InvalidPage as reason:
        raise Http404 from reason
