"""The office as a whole: its start page, what stands where, and each editor's own settings."""

from functools import update_wrapper
from urllib.parse import urlencode

from django.contrib import admin
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.i18n import JavaScriptCatalog

from theatre_site.sign_in import second_factor

# As the work goes: what changes daily first. Names only; what is not named here comes last.
ORDER = [
    "repertoire.performance",
    "repertoire.production",
    "repertoire.person",
    "repertoire.weeklyslot",
    "repertoire.gap",
    "repertoire.season",
    "news.post",
    "news.rubric",
    "festivals.edition",
    "festivals.participant",
    "festivals.programmeitem",
    "festivals.nomination",
    "festivals.company",
    "theatre_site.notice",
    "theatre_site.banner",
    "theatre_site.theatre",
    "theatre_site.concession",
    "theatre_site.page",
    "theatre_site.partner",
    "theatre_site.venue",
    "auth.user",
    "auth.group",
    "theatre_site.signin",
    "theatre_site.failedsignin",
]


def place_of(app_label, model=None):
    """Of an app its first model counts."""
    label = f"{app_label}.{model}" if model else f"{app_label}."
    return next((number for number, known in enumerate(ORDER) if known.startswith(label)), len(ORDER))


class Office(admin.AdminSite):
    index_template = "admin/start.html"

    def get_app_list(self, request, app_label=None):
        app_list = super().get_app_list(request, app_label)
        for app in app_list:
            app["models"].sort(key=lambda each: place_of(app["app_label"], each["object_name"].lower()))
        return sorted(app_list, key=lambda app: place_of(app["app_label"]))

    def index(self, request, extra_context=None):
        from theatre_site.admin.start import today  # the models' admin is loaded after this site

        return super().index(request, {**today(self, request), **(extra_context or {})})

    def has_permission(self, request):
        return super().has_permission(request) and not second_factor.waits(request.user)

    def login(self, request, extra_context=None):
        if second_factor.waits(request.user):
            query = urlencode({"next": request.GET["next"]}) if "next" in request.GET else ""
            return redirect(f"{reverse('admin:second_factor')}?{query}".rstrip("?"))
        from theatre_site.admin import sent_too_late

        carried = request.POST.get(sent_too_late.NAME, "")
        response = super().login(request, {"carried": carried, **(extra_context or {})})
        if carried and request.user.is_authenticated:
            sent_too_late.remember(request)
        return response

    def admin_view(self, view, cacheable=False):
        """What is sent after the session has run out is carried past the log-in."""
        from theatre_site.admin import sent_too_late

        opened = super().admin_view(view, cacheable)

        def open_to_the_staff(request, *args, **kwargs):
            if sent_too_late.is_too_late(request) and (page := sent_too_late.ask_to_log_in(request)):
                return page
            if sent_too_late.SENT_AGAIN in request.POST and self.has_permission(request):
                sent_too_late.forget(request)
            return opened(request, *args, **kwargs)

        return update_wrapper(open_to_the_staff, opened)

    def i18n_javascript(self, request, extra_context=None):
        """Django's words and then ours, which say in Ukrainian what Django's do not."""
        return JavaScriptCatalog.as_view(packages=["django.contrib.admin", "theatre_site"])(request)

    def get_urls(self):
        from theatre_site.admin import sent_too_late
        from theatre_site.admin.own_settings import own_settings
        from theatre_site.admin.second_factor import second_factor_page

        return [
            path("me/", self.admin_view(own_settings), name="own_settings"),
            path("sent-too-late/", self.admin_view(sent_too_late.offer), name="sent_too_late"),
            path("second-factor/", second_factor_page, name="second_factor"),
            *super().get_urls(),
        ]
