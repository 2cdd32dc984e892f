"""The rows of a form as a browser has sent them: "postphoto-0-id", "postphoto-0-caption_ru", …"""

import re


def place_of_row(data, formset, key):
    """“postphoto-2”, or None if this row was not sent."""
    name = formset.model._meta.pk.name
    places = (f"{formset.prefix}-{index}" for index in range(count(data, formset, "INITIAL_FORMS")))
    return next((place for place in places if data.get(f"{place}-{name}") == key), None)


def count(data, formset, which):
    sent = data.get(f"{formset.prefix}-{which}", "")
    return min(int(sent), 2000) if sent.isdecimal() else 0


def drop_row(data, files, formset, key):
    """As if the row had never been in the form: those after it move up."""
    place = place_of_row(data, formset, key)
    if place is None:
        return
    gone = int(place.rpartition("-")[2])
    for sent in (data, files):
        move_up(sent, re.compile(rf"{re.escape(formset.prefix)}-(\d+)-(.+)"), formset.prefix, gone)
    for which in ("TOTAL_FORMS", "INITIAL_FORMS"):
        data[f"{formset.prefix}-{which}"] = str(count(data, formset, which) - 1)


def move_up(sent, pattern, prefix, gone):
    rows = [(match, sent.pop(match[0])) for match in map(pattern.fullmatch, list(sent)) if match]
    for match, values in rows:
        index = int(match[1])
        if index != gone:
            sent.setlist(f"{prefix}-{index - (index > gone)}-{match[2]}", values)
