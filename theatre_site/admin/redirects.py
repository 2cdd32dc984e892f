from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from theatre_site.models import Redirect

from .models import SiteModelAdmin


@admin.register(Redirect)
class RedirectAdmin(SiteModelAdmin):
    list_display = ["old", "new"]
    search_fields = ["old", "new"]
    fieldsets = [
        (
            None,
            {
                "fields": ["old", "new", "language"],
                "description": _(
                    "When the address of a text is changed, the old one leads to the new one by itself. Here you can"
                    " add more of them, such as those of an earlier site. They hold in both languages and for all"
                    " that stands below. A page that visitors find at the old address goes before."
                ),
            },
        )
    ]
