"""Several dates that are written together: all of them or none."""

from django.core.exceptions import ValidationError
from django.db import transaction

from repertoire.models import Performance


def save_together(performances):
    """Returns {performance: why it is refused}; if it is empty, all are saved.

    They are written first and asked then: each may stand where another of them has just left, and no two of them may
    stand at one place.
    """
    with transaction.atomic():
        Performance.objects.lock_timetable()
        for performance in performances:
            performance.save()
        refused = {each: words for each in performances if (words := complaints_of(each))}
        transaction.set_rollback(bool(refused))
    return refused


def complaints_of(performance):
    try:
        performance.full_clean()
    except ValidationError as refused:
        return refused.messages
    return []
