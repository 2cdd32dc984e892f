"""People and moments as the office names them."""

from django.utils import timezone
from django.utils.formats import date_format


def who(user):
    """Their name; "" for nobody, as when the user was deleted since."""
    return (user.get_full_name() or user.get_username()) if user else ""


def when(moment):
    return date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT")
