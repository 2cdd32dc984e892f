"""What an editor may say about a page to those who do not see it: search engines, and friends who get its address."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from translated_fields import to_attribute

from theatre_site.languages import page_language, translated


class Shareable(models.Model):
    search_title = translated(
        models.CharField(
            _("title in search results"),
            max_length=70,
            help_text=_("Leave empty and the site makes one from the facts, with the theatre and the town."),
        )
    )
    search_description = translated(
        models.CharField(
            _("two lines below it"),
            max_length=160,
            help_text=_("Friends see them, too, when somebody sends them this page."),
        )
    )

    class Meta:
        abstract = True

    @property
    def title_elsewhere(self):
        """The editor's own title in the language of the page, or "". The other language would be no help here."""
        return getattr(self, to_attribute("search_title", page_language()))

    @property
    def description_elsewhere(self):
        return getattr(self, to_attribute("search_description", page_language()))
