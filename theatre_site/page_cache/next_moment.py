from datetime import datetime, time, timedelta

from django.apps import apps
from django.utils import timezone

from theatre_site import front_desk


def next_moment():
    """When a page that is made now may be out of date by time alone, at the latest at midnight. Two queries."""
    return min(filter(None, [*of_the_content(), front_desk.current().box_office_now.until, next_midnight()]))


def of_the_content():
    first, *others = [query for model in apps.get_models() if hasattr(model, "moments") for query in model.moments()]
    return [moment for (moment,) in first.union(*others, all=True)]


def next_midnight():
    """Of the theatre's time zone: today becomes yesterday."""
    return datetime.combine(timezone.localdate() + timedelta(days=1), time.min, timezone.get_default_timezone())
