"""Templates that make plain text, for calendars and feeds: one fact a line, lines without a fact left out."""

from django.template import Context
from django.template.loader import get_template


def plain_text(template, **context):
    """Nothing is escaped: an apostrophe stays one. Who puts it into XML escapes it there."""
    words = get_template(template).template.render(Context(context, autoescape=False))
    lines = (" ".join(line.split()) for line in words.splitlines())
    return "\n".join(filter(None, lines))
