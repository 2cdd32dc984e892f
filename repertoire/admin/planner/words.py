"""What the planner says about a date."""

from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from theatre_site.admin.who_and_when import who


def when(moment):
    return date_format(timezone.localtime(moment), "D, j E, H:i")


def conflict(performance):
    """Somebody was faster: who, and what is there now."""
    last = LogEntry.objects.filter(
        content_type=get_content_type_for_model(performance), object_id=str(performance.pk)
    ).select_related("user")
    entry = last.order_by("-action_time").first()
    return _(
        "%(who)s has changed this date meanwhile: “%(show)s”, %(when)s, %(state)s, %(sale)s. Nothing has been"
        " overwritten. Save again if your words shall take their place."
    ) % {
        "who": who(entry.user) if entry else _("Somebody else"),
        "show": performance.heading,
        "when": when(performance.starts_at),
        "state": performance.get_state_display(),
        "sale": performance.get_sale_display(),
    }


def hour_is_different():
    return _(
        "Somebody else has changed this hour meanwhile. Nothing has been overwritten. Save again if your words shall"
        " take their place."
    )


def lost(label, typed):
    """A date of the page that is not in these weeks any more."""
    return _(
        "%(date)s: somebody has deleted or moved this date meanwhile. What you said about it is not saved: %(typed)s."
    ) % {"date": label, "typed": ", ".join(typed)}
