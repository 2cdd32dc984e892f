"""What an organiser decides on several participants at once."""

from functools import partial

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from festivals.models import Participant, ProgrammeItem

State = Participant.State
DECISIONS = {
    State.ACCEPTED: ("accept", _("Accept")),
    State.CONFIRMED: ("confirm", _("They have confirmed that they come")),
    State.REJECTED: ("reject", _("Refuse")),
    State.WITHDRAWN: ("withdraw", _("They have withdrawn")),
}


def decide(state, model_admin, request, participants):
    changed = [participant for participant in participants if participant.state != state]
    for participant in changed:
        participant.state = state
        participant.save(update_fields=["state"])
        model_admin.log_change(request, participant, [{"changed": {"fields": ["state"]}}])
    words = ngettext("“%(state)s”: %(count)d participant.", "“%(state)s”: %(count)d participants.", len(changed))
    level = messages.SUCCESS if changed else messages.INFO
    model_admin.message_user(request, words % {"count": len(changed), "state": state.label}, level)
    warn_of_the_programme(model_admin, request, changed)


def warn_of_the_programme(model_admin, request, participants):
    """Who does not come may still stand there."""
    away = [participant.pk for participant in participants if not participant.is_public]
    items = ProgrammeItem.objects.filter(participant__in=away).select_related("participant__company", "performance")
    for item in items:
        words = _("“%(name)s” is still in the programme.") % {"name": item.participant}
        model_admin.message_user(request, words, messages.WARNING)


def action(state, name, label):
    decision = partial(decide, state)
    decision.__name__ = name
    return admin.action(decision, permissions=["change"], description=label)


ACTIONS = [action(state, name, label) for state, (name, label) in DECISIONS.items()]
