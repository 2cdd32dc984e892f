"""What is not public yet, on its real page: for the staff, and for whoever was given a link that expires.

A view that shows one row says so with `@shows(Post)`; it is called by the public page and from here.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache

from theatre_site.languages import LANGUAGE_CODES

SALT = "preview"
DAYS = [1, 3, 7, 14]
USUAL_DAYS = 3

SHOWN = {}


class Shown(NamedTuple):
    view: Callable
    rows: Callable
    sections: Collection


def shows(model, rows=None, sections=()):
    """The view below shows one row of this model; `rows` loads what its page needs. The names of its other pages, if
    it has `sections`, are handed to the view as well."""

    def register(view):
        SHOWN[model] = Shown(view, rows or model._default_manager.all, sections)
        return view

    return register


@dataclass(frozen=True)
class Preview:
    """What base.html and the views find in `request.preview`. Pages below its address are previews, too."""

    row: object
    address: str
    until: datetime | None = None  # for staff there is no end

    @property
    def form_address(self):
        return reverse(admin_urlname(self.row._meta, "change"), args=[self.row.pk])


class Gone(Exception):
    """The link was good once."""


# Addresses


def addresses_for_staff(row):
    """{"ru": address, "uk": address}"""
    return in_all_languages("preview", row._meta.label_lower, row.pk)


def addresses_for_friends(row, days):
    """Signed, for people without an account: {"ru": address, "uk": address}."""
    until = timezone.now() + timedelta(days=days)
    token = signing.dumps([row._meta.label_lower, row.pk, round(until.timestamp())], salt=SALT)
    return in_all_languages("preview_by_link", token)


def in_all_languages(name, *args):
    found = {}
    for code in LANGUAGE_CODES:
        with translation.override(code):
            found[code] = reverse(name, args=args)
    return found


# Views


@never_cache
def for_staff(request, label, pk, section=""):
    if not admin.site.has_permission(request):
        return redirect_to_login(request.get_full_path(), reverse("admin:login"))
    row = find(label, pk)
    if row is None or not admin.site.get_model_admin(type(row)).has_view_permission(request, row):
        raise PermissionDenied
    return show(request, row, section)


@never_cache
def by_link(request, token, section=""):
    try:
        row, until = read(token)
    except Gone:
        return closed(request, status=410)
    except signing.BadSignature:
        return closed(request, status=404)
    return show(request, row, section, until)


def read(token):
    """(row, until when) of a signed link. Raises BadSignature if somebody has changed it, Gone if its time is over or
    the thing was deleted or withdrawn."""
    label, pk, until = signing.loads(token, salt=SALT)
    row = find(label, pk)
    moment = datetime.fromtimestamp(until, tz=timezone.get_current_timezone())
    if row is None or moment <= timezone.now() or row.status == row.Status.WITHDRAWN:
        raise Gone
    return row, moment


def find(label, pk):
    """The row with all that its page needs; None if there is none, or no page for such rows."""
    try:
        shown = SHOWN[apps.get_model(label)]
    except (KeyError, LookupError, ValueError):
        return None
    return shown.rows().filter(pk=pk).first()


def show(request, row, section, until=None):
    if row.is_public:
        return unseen(redirect(row if hasattr(row, "get_absolute_url") else "home"))
    shown = SHOWN[type(row)]
    if section and section not in shown.sections:
        raise Http404
    request.preview = Preview(row, request.path.removesuffix(f"{section}/") if section else request.path, until)
    return unseen(shown.view(request, row, section) if section else shown.view(request, row))


def closed(request, *, status):
    return unseen(render(request, "preview_closed.html", status=status))


def unseen(response):
    """No search engine keeps it, and no other site is told its address. That no cache does is said above."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
