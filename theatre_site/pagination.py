from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404

from theatre_site.page_cache import NUMBERED


class NumberedPage(Page):
    @property
    def numbers(self):
        """The numbers to link to, with an ellipsis where many are left out."""
        return self.paginator.get_elided_page_range(self.number, on_each_side=2, on_ends=1)


class NumberedPaginator(Paginator):
    def _get_page(self, *args, **kwargs):
        return NumberedPage(*args, **kwargs)


def page_of(request, queryset, *, size):
    """The page that `?page=` asks for, the first one without it. Raises Http404 for a page that is not there."""
    request.META[NUMBERED] = True  # a page that is kept lies under its number too
    number = request.GET.get("page", "1")
    try:
        page = NumberedPaginator(queryset, size).page(number)
    except InvalidPage as reason:
        raise Http404 from reason
    if number != str(page.number):
        raise Http404("A page has one address: no 02, no +2.")
    request.page_number = page.number  # for this page's address in the other language
    return page
