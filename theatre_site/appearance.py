"""The version for the visually impaired: what a visitor has chosen, remembered in one cookie.

The same addresses, made on the server. A public page depends on its address and on this choice, and on nothing
else: a cache must keep one copy for each `Appearance`, and one for none.
"""

from dataclasses import asdict, dataclass, replace

from django.conf import settings
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

COOKIE = "vision"
A_YEAR = 365 * 24 * 60 * 60

# The first of each is what the version begins with. The colours are those that GOST R 52872 names.
CHOICES = {
    "size": {"150": "150 %", "100": "100 %", "200": "200 %"},
    "colours": {
        "white": _("black on white"),
        "black": _("white on black"),
        "blue": _("dark blue on light blue"),
        "brown": _("brown on beige"),
    },
    "letters": {"normal": pgettext_lazy("spacing", "usual"), "wide": pgettext_lazy("spacing", "wide")},
    "lines": {"normal": pgettext_lazy("spacing", "usual"), "wide": pgettext_lazy("spacing", "wide")},
    "pictures": {"off": pgettext_lazy("pictures", "off"), "on": pgettext_lazy("pictures", "on")},
}
LABELS = {
    "size": _("Size of the letters"),
    "colours": _("Colours"),
    "letters": _("Between the letters"),
    "lines": _("Between the lines"),
    "pictures": _("Pictures"),
}
# Letters that fit into a line on a phone, in a heading within a frame: a longer word gets soft hyphens.
LETTERS_IN_A_LINE = {"100": 22, "150": 15, "200": 11}


@dataclass(frozen=True)
class Appearance:
    size: str = "150"
    colours: str = "white"
    letters: str = "normal"
    lines: str = "normal"
    pictures: str = "off"

    def __post_init__(self):
        """Raises ValueError for anything that nobody offered."""
        if any(value not in CHOICES[name] for name, value in asdict(self).items()):
            raise ValueError(self)

    @classmethod
    def from_cookie(cls, text):
        """None, which is the ordinary appearance, for anything that we have not written ourselves."""
        try:
            found = cls(*text.split("."))
        except (TypeError, ValueError):
            return None
        return found if found.as_cookie == text else None

    @property
    def as_cookie(self):
        return ".".join(asdict(self).values())

    def changed(self, wishes):
        """With the choices that are named in `wishes`. Raises ValueError for one that is not offered."""
        return replace(self, **{name: wishes[name] for name in CHOICES if name in wishes})

    @property
    def without_pictures(self):
        return self.pictures == "off"

    @property
    def letters_in_a_line(self):
        fit = LETTERS_IN_A_LINE[self.size]
        return fit * 5 // 6 if self.letters == "wide" else fit

    @property
    def groups(self):
        """For the panel: [(name, label, [(value, words, is it chosen), …]), …]."""
        chosen = asdict(self)
        return [
            (name, LABELS[name], [(value, words, value == chosen[name]) for value, words in in_order(name)])
            for name in CHOICES
        ]


def in_order(name):
    """Sizes go from small to large; everything else as it is offered."""
    choices = CHOICES[name].items()
    return sorted(choices) if name == "size" else choices


class AppearanceMiddleware:
    """Puts the visitor's choice on the request, and tells every cache that pages differ by it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.appearance = Appearance.from_cookie(request.COOKIES.get(COOKIE, ""))
        response = self.get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["Cookie"])
        return response


def appearance(request):
    """Template context: the visitor's choice, or None."""
    return {"appearance": getattr(request, "appearance", None)}


def remember(response, appearance):
    response.set_cookie(
        COOKIE, appearance.as_cookie, max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.HTTPS
    )


def forget(response):
    response.delete_cookie(COOKIE, samesite="Lax")


def way_back(request):
    """Where the link stood, if that is a page of ours; else nothing."""
    address = request.GET.get("next", "")
    ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if ours else ""
