"""One house plays one thing at a time (E11)."""

from django.core.exceptions import ValidationError
from django.template.defaultfilters import date as format_date
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

STAGE_IS_TAKEN = "stage_is_taken"


class PlaysAlone:
    """A performance, which has its house for itself."""

    def clean_hour(self):
        if self.starts_at and (other := type(self).objects.in_the_way_of(self).first()):
            raise ValidationError({"starts_at": ValidationError(said_of(other), code=STAGE_IS_TAKEN)})


def said_of(other):
    """Why nothing else can be played at that time and place."""
    begins, ends = timezone.localtime(other.starts_at), timezone.localtime(other.ends_at)
    return _("The stage is taken then: “%(show)s” on %(day)s, %(begins)s–%(ends)s (%(place)s).") % {
        "show": other.heading,
        "day": format_date(begins, "j E"),
        "begins": format_date(begins, "H:i"),
        "ends": format_date(ends, "H:i"),
        "place": other.venue or _("our own house"),
    }
