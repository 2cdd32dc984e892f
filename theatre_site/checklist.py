"""What to look at before something is published. Most of it is advice; a check that blocks keeps back what must never
be public. Each app has its own list for each of its models, made of these and of its own."""

from dataclasses import dataclass

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from theatre_site.images.rules import may_be_seen
from theatre_site.languages import LANGUAGE_CODES, columns
from theatre_site.models import Theatre

NOT_YET_IN = {
    "ru": lambda: _("Not yet in Russian: %(things)s."),
    "uk": lambda: _("Not yet in Ukrainian: %(things)s."),
}


@dataclass(frozen=True)
class Check:
    title: str
    missing: str = ""  # what, in a sentence; empty if all is well
    anchor: str = ""  # where in the form it is mended: the id of a field or of a group of rows
    blocks: bool = False

    @property
    def field(self):
        """Its name in the form, if it is one."""
        return self.anchor.removeprefix("id_") if self.anchor.startswith("id_") else None


def check(title, *, is_fine, missing, anchor, blocks=False):
    return Check(title) if is_fine else Check(title, missing, anchor, blocks)


def filled_in(row, name, title, missing, *, blocks=False):
    """A translated text, in at least one language."""
    return check(title, is_fine=row.languages_of(name), missing=missing, anchor=f"id_{columns(name)[0]}", blocks=blocks)


def translation(row, *names):
    """Whatever is said in one language is said in the other."""
    said = [name for name in names if row.languages_of(name)]
    gaps = {code: [name for name in said if code not in row.languages_of(name)] for code in LANGUAGE_CODES}
    sentences = [
        NOT_YET_IN[code]() % {"things": get_text_list([label(row, name) for name in missing], _("and"))}
        for code, missing in gaps.items()
        if missing
    ]
    first = next((f"id_{missing[0]}_{code}" for code, missing in gaps.items() if missing), "")
    return Check(pgettext("of a text", "Both languages"), " ".join(sentences), first)


def label(row, name):
    """As the form calls it, without its language."""
    words = str(row._meta.get_field(columns(name)[0]).verbose_name).partition(" [")[0]
    return words[:1].lower() + words[1:]


def consent(row, picture):
    """For a main picture or portrait: a child in it is public only if the parents agree. It blocks."""
    shows_children, has_consent = (getattr(row, f"{picture}_{word}") for word in ("shows_children", "has_consent"))
    return check(
        _("Consent of the parents"),
        is_fine=not getattr(row, picture) or may_be_seen(shows_children=shows_children, has_consent=has_consent),
        missing=_("A child can be recognised in this picture. Tick that the parents agree, or choose another one."),
        anchor=f"id_{picture}_has_consent",
        blocks=True,
    )


def gallery(row, photos):
    """Photos without consent stay away by themselves, so this is advice."""
    hidden = photos.count() - photos.public().count() if row.pk else 0
    words = ngettext(
        "%(count)d photo is not shown: children, and no consent.",
        "%(count)d photos are not shown: children, and no consent.",
        hidden,
    )
    return check(
        _("Photos"),
        is_fine=not hidden,
        missing=words % {"count": hidden},
        anchor=f"{photos.model._meta.model_name}-group",
    )


def usual_prices(audience):
    """Whether the theatre has said its usual prices for this audience."""
    return Theatre.objects.filter(**{f"{audience}_price_min__isnull": False}).exists() if audience else False
