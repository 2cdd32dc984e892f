"""What browsers are told about every page: what may run on it, who may embed it, what it never asks for.

Pages of visitors are kept and handed to many, so nothing here depends on who asks: no nonce, no inline script or
style that would need one.
"""

from urllib.parse import urlsplit

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings

from theatre_site.languages import is_office
from theatre_site.videos import HOSTS

DATA = "data:"
# Named by browsers of today; what videos are handed (autoplay, fullscreen, picture-in-picture) is not among them.
NEVER_USED = (
    "accelerometer camera display-capture geolocation gyroscope hid idle-detection magnetometer microphone "
    "midi payment publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking"
)
PERMISSIONS = ", ".join(f"{feature}=()" for feature in NEVER_USED.split())


def origin(address):
    """“https://host” of a whole address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def policy(**directives):
    """Of a page that may do only what is named; `script_src` is the directive script-src."""
    named = {name.replace("_", "-"): sources for name, sources in directives.items()}
    closed = {"default-src": [NONE], "base-uri": [NONE], "frame-ancestors": [NONE]}
    return {**closed, **named, "upgrade-insecure-requests": settings.HTTPS}


FOR_VISITORS = policy(
    script_src=[SELF],
    style_src=[SELF],
    font_src=[SELF],
    img_src=[SELF],
    frame_src=[origin(host.player) for host in HOSTS],
    form_action=[SELF],
)
FOR_THE_OFFICE = policy(
    script_src=[SELF],
    style_src=[SELF],
    font_src=[SELF],
    img_src=[SELF, DATA],
    connect_src=[SELF],
    form_action=[SELF],
)
# CKEditor 4 writes buttons with onclick= and frames with a script and a style of their own.
FOR_THE_EDITOR = FOR_THE_OFFICE | {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "frame-src": [SELF],
}


FOR_DOCUMENTS = {"frame-ancestors": [NONE]}  # a viewer of the browser's own would fall silent under more


class HeadersMiddleware(CSPMiddleware):
    def get_policy_parts(self, request, response, report_only=False):
        return PolicyParts(config=None if report_only else policy_for(request, response))

    def process_response(self, request, response):
        response = super().process_response(request, response)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", who_may_embed(response))
        if is_office(request):
            response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        return response


def policy_for(request, response):
    if response.headers.get("Content-Type") == "application/pdf":
        return FOR_DOCUMENTS
    if not is_office(request):
        return FOR_VISITORS
    return FOR_THE_EDITOR if has_editor(response) else FOR_THE_OFFICE


def has_editor(response):
    media = (getattr(response, "context_data", None) or {}).get("media")
    return media is not None and any("ckeditor/ckeditor.js" in line for line in media.render_js())


def who_may_embed(response):
    """Pictures, feeds, calendars and open data are there to be shown elsewhere; a page is not."""
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return "same-origin" if is_page else "cross-origin"
