"""What the search finds of the theatre itself."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from theatre_site.models import Page

from .hits import texts
from .kinds import Kind

KINDS = [
    Kind(
        name="pages",
        label=_("Pages"),
        public=lambda: Page.objects.published(),
        address=lambda hit: reverse("page", args=[hit.key]),
        title=texts("title"),
        lead=texts("lead"),
        body=texts("body"),
    )
]
