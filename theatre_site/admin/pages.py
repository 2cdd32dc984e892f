from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theatre_site.checklist import filled_in, translation
from theatre_site.languages import columns
from theatre_site.models import Notice, Page

from .badges import GOOD, OFF, WAIT, badge
from .matters import MissingTranslations
from .models import PublishableAdmin, SiteModelAdmin, both, elsewhere, publication


def before_publishing(page):
    yield filled_in(page, "body", _("Text"), _("Nothing is written on this page, in any language."), blocks=True)
    yield translation(page, "title", "lead", "body")


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    checklist = staticmethod(before_publishing)
    list_display = ["__str__", "publication", "menu", "menu_order", "updated_at"]
    list_editable = ["menu", "menu_order"]
    list_filter = ["status", "menu"]
    search_fields = [*columns("title"), "slug"]
    fieldsets = [
        (None, {"fields": [both("title"), "slug"]}),
        (gettext_lazy("Text"), {"fields": [both("lead"), *columns("body")]}),
        (gettext_lazy("Menu"), {"fields": [("menu", "menu_order")]}),
        publication(),
        elsewhere(),
    ]


@admin.register(Notice)
class NoticeAdmin(MissingTranslations, SiteModelAdmin):
    list_display = ["__str__", "shown", "urgent", "starts_at", "ends_at"]
    search_fields = columns("text")
    fieldsets = [
        (None, {"fields": [both("text"), "link", "is_urgent"]}),
        (gettext_lazy("From when to when"), {"fields": [("starts_at", "ends_at")]}),
    ]

    def on_the_site(self, request):
        return Notice.objects.current()

    @admin.display(description=gettext_lazy("urgent"), ordering="is_urgent")
    def urgent(self, notice):
        return badge(WAIT, _("Urgent")) if notice.is_urgent else ""

    @admin.display(description=gettext_lazy("for visitors"), ordering="starts_at")
    def shown(self, notice):
        now = timezone.now()
        if notice.starts_at > now:
            return badge(WAIT, _("Will be shown"))
        if notice.ends_at and notice.ends_at <= now:
            return badge(OFF, _("Over"))
        return badge(GOOD, _("On every page"))
