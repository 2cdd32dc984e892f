"""What browsers are told about every page: what may run on it, who may embed it, what it never asks for.

Pages of visitors are kept and handed to many, so nothing here depends on who asks: no nonce, no inline script or
style that would need one. So there are few policies, and each is written once.
"""

from urllib.parse import urlsplit

from csp.constants import HEADER, NONE, SELF, UNSAFE_INLINE
from csp.utils import build_policy
from django.conf import settings
from django.utils.deprecation import MiddlewareMixin

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
    """The header for a page that may do only what is named; `script_src` is the directive script-src."""
    named = {name.replace("_", "-"): sources for name, sources in directives.items()}
    closed = {"default-src": [NONE], "base-uri": [NONE], "frame-ancestors": [NONE]}
    return build_policy(config={**closed, **named, "upgrade-insecure-requests": settings.HTTPS})


FOR_VISITORS = policy(
    script_src=[SELF],
    style_src=[SELF],
    font_src=[SELF],
    img_src=[SELF],
    connect_src=[SELF],  # whoever judges a page asks for robots.txt from within it
    frame_src=[origin(host.player) for host in HOSTS],
    form_action=[SELF],
)
OFFICE = {"font_src": [SELF], "img_src": [SELF, DATA], "connect_src": [SELF], "form_action": [SELF]}
FOR_THE_OFFICE = policy(script_src=[SELF], style_src=[SELF], **OFFICE)
# CKEditor 4 writes buttons with onclick= and frames with a script and a style of their own.
FOR_THE_EDITOR = policy(script_src=[SELF, UNSAFE_INLINE], style_src=[SELF, UNSAFE_INLINE], frame_src=[SELF], **OFFICE)
# A viewer of the browser's own would fall silent under more.
FOR_DOCUMENTS = build_policy(config={"frame-ancestors": [NONE]})


class HeadersMiddleware(MiddlewareMixin):
    def process_response(self, request, response):
        if not is_djangos_own_page(response):
            response.headers.setdefault(HEADER, policy_for(request, response))
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", who_may_embed(response))
        if is_office(request):
            response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        return response


def is_djangos_own_page(response):
    """The one that explains an error to whoever develops the site, with styles of its own."""
    return settings.DEBUG and response.status_code in {404, 500}


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
