"""What the office says and writes into its log after a step towards publication or back."""

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from theatre_site.publishing import PUBLISH, SEND, TAKE_BACK, WITHDRAW, publish_right

from .who_and_when import who

NAMED = 3


def what_was_done(step, row):
    """For the log: who and when stand beside it."""
    if step is PUBLISH and row.is_scheduled:
        return _("Published, to appear on %(moment)s") % {"moment": moment_of(row)}
    return str(step.done)


def outcome(step, row):
    """For whoever pressed the button."""
    if step is PUBLISH and row.is_scheduled:
        return _("“%(name)s” will appear on %(moment)s by itself.") % {"name": row, "moment": moment_of(row)}
    if step is PUBLISH:
        link = format_html('<a href="{}">{}</a>', row.get_absolute_url(), _("See it there"))
        return format_html("{} {}", _("“%(name)s” is on the site now.") % {"name": row}, link)
    sentences = {
        SEND: _("“%(name)s” waits for review."),
        TAKE_BACK: _("“%(name)s” is a draft again."),
        WITHDRAW: _("“%(name)s” is not on the site any more."),
    }
    sentence = sentences[step] % {"name": row}
    return f"{sentence} {who_publishes(type(row))}" if step is SEND else sentence


def moment_of(row):
    return date_format(timezone.localtime(row.publish_at), "j E, H:i")


def still_missing(checks):
    """A list for the message that comes with publishing; empty if all is there."""
    items = format_html_join("", "<li>{}: {}</li>", ((check.title, check.missing) for check in checks if check.missing))
    return format_html("{} <ul>{}</ul>", _("Visitors would like to find this, too:"), items) if items else ""


def why_locked(row):
    """Why somebody who may not publish cannot change it, and whom to ask."""
    return _("“%(name)s” is published, so its text is locked for you. %(whom)s") % {
        "name": row,
        "whom": whom_to_ask(type(row)),
    }


def whom_to_ask(model):
    if names := publishers(model):
        return _("To change something, ask %(names)s.") % {"names": get_text_list(names, _("or"))}
    return _("To change something, ask an administrator.")


def who_publishes(model):
    names = publishers(model)
    return _("Can be published by: %(names)s.") % {"names": ", ".join(names)} if names else ""


def publishers(model):
    """Some colleagues who may publish, by name."""
    users = get_user_model().objects.with_perm(
        publish_right(model),
        backend="django.contrib.auth.backends.ModelBackend",
        include_superusers=False,
    )
    return [who(user) for user in users.filter(is_staff=True).order_by("pk")[:NAMED]]
