"""A form that is sent after the session has run out is not lost, even without JavaScript: the log-in page carries what
was typed along, signed, and after the log-in it can be sent again. Nothing is written anywhere before somebody of the
staff has logged in. Files must be chosen again.
"""

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core import signing
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

SALT = NAME = "sent-too-late"
SENT_AGAIN = "_sent_again"
A_DAY = 24 * 60 * 60
LONGEST = 2_000_000  # characters of what is carried; no text of a theatre comes near
LEFT_OUT = {"csrfmiddlewaretoken", SENT_AGAIN}


def is_too_late(request):
    return (
        request.method == "POST" and request.user.is_anonymous and not any("password" in name for name in request.POST)
    )


def ask_to_log_in(request):
    """The log-in page with the form in it; None if there is nothing in it, or too much."""
    sent = [(name, value) for name, values in request.POST.lists() if name not in LEFT_OUT for value in values]
    carried = signing.dumps([request.get_full_path(), sent, bool(request.FILES)], salt=SALT, compress=True)
    if not sent or len(carried) > LONGEST:
        return None
    context = {
        **admin.site.each_context(request),
        "title": _("Log in"),
        "form": AdminAuthenticationForm(request),
        "app_path": f"{reverse('admin:login')}?{urlencode({'next': request.get_full_path()})}",
        "next": reverse("admin:sent_too_late"),
        "carried": carried,
    }
    return TemplateResponse(request, "admin/login.html", context, status=403)


def remember(request):
    """Once somebody has logged in on a page that carries a form."""
    request.session[NAME] = request.POST[NAME]


def forget(request):
    request.session.pop(NAME, None)


def offer(request):
    """For whoever has logged in: send it again, or leave it."""
    try:
        address, sent, had_files = signing.loads(request.session[NAME], salt=SALT, max_age=A_DAY)
    except (KeyError, signing.BadSignature):
        return redirect("admin:index")
    if request.method == "POST":
        forget(request)
        return redirect(address)
    context = {
        **admin.site.each_context(request),
        "title": _("Your form has not been saved yet"),
        "address": address,
        "sent": sent,
        "texts": dict.fromkeys(value for name, value in sent if len(value.split()) > 1 and not is_ours(name)),
        "had_files": had_files,
        "mark": SENT_AGAIN,
    }
    return TemplateResponse(request, "admin/sent_too_late.html", context)


def is_ours(name):
    """Said by the form itself, not typed."""
    return name.startswith(("_", "initial-")) or name.endswith("-label")
