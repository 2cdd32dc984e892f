"""The admin's own log: a line for each row that an import has changed."""

import json

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import translation


def write_log(user, outcome):
    entries = [entry(user, row, ADDITION, [{"added": {}}]) for row in outcome.new]
    entries += [entry(user, row, CHANGE, [{"changed": {"fields": fields_of(row)}}]) for row in outcome.changed]
    LogEntry.objects.bulk_create(entries)


def entry(user, row, flag, message):
    return LogEntry(
        user_id=user.pk,
        content_type_id=ContentType.objects.get_for_model(row.instance).pk,
        object_id=row.instance.pk,
        object_repr=row.object_repr[:200],
        action_flag=flag,
        change_message=json.dumps(message),
    )


def fields_of(row):
    """Their names in English: the log translates them for its reader."""
    with translation.override(None):
        return list(dict.fromkeys(str(column.label) for column, before, after in row.changes))
