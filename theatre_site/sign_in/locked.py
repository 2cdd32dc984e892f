"""Too many wrong passwords or codes: nobody comes in under this name from this address for a while."""

from django.conf import settings
from django.contrib import admin
from django.shortcuts import render


def locked(request, response, credentials):
    seconds = int(settings.AXES_COOLOFF_TIME.total_seconds())
    context = {**admin.site.each_context(request), "title": "", "minutes": seconds // 60}
    page = render(request, "admin/locked.html", context, status=429)
    page.headers["Retry-After"] = str(seconds)
    return page
