"""What is typed is kept in the editor's browser (static/js/admin/drafts.js) until the server says that it is saved."""

from urllib.parse import quote

from django.conf import settings
from django.contrib import admin

COOKIE = "saved_draft"
DAYS = 14 * 24 * 60 * 60


class ForgetsSavedDrafts(admin.ModelAdmin):
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        response = super().changeform_view(request, object_id, form_url, extra_context)
        if request.method == "POST" and response.status_code == 302:
            response.set_cookie(
                COOKIE,
                quote(request.path, safe=""),
                max_age=DAYS,
                path=settings.ADMIN_PATH,
                secure=settings.SESSION_COOKIE_SECURE,
                samesite="Lax",
            )
        return response
