"""What must be said about a picture before visitors see it: what it shows, and that its children may be shown."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from theatre_site.languages import columns, translated

DESCRIBE = _("Say what the picture shows, in both languages, or tick “decorative”.")
NO_CONSENT = _("Visitors do not see it: a child can be recognised, and the parents’ consent is not ticked.")


def description(name):
    return translated(
        models.CharField(name, max_length=300, help_text=_("What the picture shows, for those who cannot see it."))
    )


def decorative_tick():
    return models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("It says nothing that the text does not say. Screen readers pass over it."),
    )


def children_tick():
    return models.BooleanField(_("shows children"), default=False, help_text=_("Somebody can recognise a child in it."))


def consent_tick():
    return models.BooleanField(
        _("the parents agree"),
        default=False,
        help_text=_("In writing. Without it a picture with children is kept here, and visitors do not see it."),
    )


def check_described(row, alt, is_decorative):
    """Raises ValidationError beside each language in which `alt` is missing."""
    missing = [column for column in columns(alt) if not getattr(row, column).strip()]
    if missing and not is_decorative:
        raise ValidationError(dict.fromkeys(missing, DESCRIBE))


def may_be_seen(*, shows_children, has_consent):
    return has_consent or not shows_children
