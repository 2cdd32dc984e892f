"""Templates that make plain text, for calendars and feeds: one fact a line, lines without a fact left out."""

from django.template.loader import render_to_string


def plain_text(template, **context):
    lines = (" ".join(line.split()) for line in render_to_string(template, context).splitlines())
    return "\n".join(filter(None, lines))
