"""The kinds of rows: a date, an hour of the rhythm without one, and another date."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repertoire.admin.missing import missing_in
from repertoire.models import Gap, Performance
from theatre_site.admin.day_and_hour import MomentInput
from theatre_site.languages import columns

from .row import FREE, NO_PERFORMANCE, REASON, REMARK_TEXT, PlanRow
from .words import conflict, hour_is_different

State = Performance.State


class DateRow(PlanRow):
    """A performance. One of the rhythm that has no play yet can be left free instead."""

    kind = "date"
    replaces = forms.BooleanField(label=gettext_lazy("Tell visitors: “instead of …”"), required=False)

    class Meta(PlanRow.Meta):
        fields = [*PlanRow.Meta.fields, "starts_at", *REMARK_TEXT]
        widgets = {"starts_at": MomentInput}

    field_order = ["production", "remark", "sale", "state", "starts_at", *REASON, "replaces", *REMARK_TEXT]

    def __init__(self, *args, instance, may_free=False, **kwargs):
        self.audience = instance.for_audience
        self.version = instance.updated_at.isoformat()
        self.nothing = instance.title or _("play to be announced")
        self.may_free = may_free and is_known_to_nobody(instance)
        self.missing = [missing.words for missing in missing_in(instance)]
        super().__init__(*args, instance=instance, initial={"replaces": bool(instance.instead_of_id)}, **kwargs)

    @staticmethod
    def key_of(performance):
        """A date of the rhythm keeps its place in the form whether it is made already or not."""
        if performance.slot_id and performance.slot_day:
            return HourRow.key_of(performance.slot, performance.slot_day)
        return f"p{performance.pk}"

    def states(self):
        return [*State.choices, NO_PERFORMANCE] if self.may_free else State.choices

    def conflict(self):
        return conflict(self.instance)

    def words_for_the_date(self, said):
        self.keep_the_old_date(said)
        self.keep_the_old_play(said)
        return said

    def keep_the_old_date(self, said):
        """What is moved by its editor remembers where visitors look for it; a mistake is mended without traces."""
        if self.state_chosen != State.RESCHEDULED:
            return
        if not said.get("starts_at", self.seen_at):
            self.add_error("starts_at", _("Say the day and the hour."))
        elif not self.instance.moved_from and "starts_at" not in said:
            self.add_error("starts_at", _("Say the new day and hour."))
        elif not self.instance.moved_from:
            self.instance.moved_from = self.seen_at

    def keep_the_old_play(self, said):
        if "replaces" in said and not said["replaces"]:
            self.instance.instead_of = None
        elif said.get("replaces") and not self.announced:
            self.add_error("replaces", _("No play has been announced for this date."))
        elif said.get("replaces") and "production" not in said:
            self.add_error("production", _("Choose the play that is played instead."))
        elif said.get("replaces"):
            self.instance.instead_of = self.announced

    def write(self, journal):
        if not self.is_free:
            self.instance.save()
            journal.changed(self.instance, self)
            return
        slot, day = self.instance.slot, self.instance.slot_day
        journal.deletes(self.instance)
        self.instance.delete()
        gap = Gap(slot=slot, day=day)
        write_reason(gap, self.reason)
        gap.save()
        journal.added(gap)


class HourRow(PlanRow):
    """An hour of the rhythm without a date, perhaps announced as free."""

    kind = "hour"
    nothing = gettext_lazy("not planned yet")
    missing = ()

    def __init__(self, *args, slot, day, gap=None, may_free=False, **kwargs):
        self.audience, self.gap, self.may_free = slot.audience, gap, may_free
        self.version = f"{gap.pk}: {gap.reason_ru} / {gap.reason_uk}" if gap else "none"
        initial = {"state": FREE if gap else "", **reason_of(gap)}
        super().__init__(*args, instance=Performance.of_slot(slot, day), initial=initial, **kwargs)

    @staticmethod
    def key_of(slot, day):
        return f"s{slot.pk}-{day:%Y%m%d}"

    def states(self):
        made = [("", _("not planned yet")), (State.SCHEDULED, State.SCHEDULED.label)]
        return [*made, NO_PERFORMANCE] if self.may_free else made

    def conflict(self):
        return hour_is_different()

    @property
    def is_planned(self):
        """Its editor has said something that only a date can have."""
        return self.state_chosen == State.SCHEDULED or bool({"production", "remark", "sale"} & set(self.changed_data))

    def clean(self):
        said = super().clean()
        if self.is_free and {"production", "remark", "sale"} & set(self.changed_data):
            self.add_error("state", _("Choose a play or leave the day free, not both."))
        return said

    def words_for_the_date(self, said):
        return {name: value for name, value in said.items() if name != "state"}

    def write(self, journal):
        if self.is_free:
            self.announce(journal)
            return
        if self.gap:
            journal.deletes(self.gap)
            self.gap.delete()
        if self.is_planned:
            self.instance.save()
            journal.added(self.instance)

    def announce(self, journal):
        is_new = self.gap is None
        gap = self.gap or Gap(slot=self.instance.slot, day=self.instance.slot_day)
        write_reason(gap, self.reason)
        gap.save()
        if is_new:
            journal.added(gap)
        else:
            journal.changed(gap, self)


class ExtraRow(PlanRow):
    """Another date, outside the rhythm."""

    kind = "extra"
    audience, version, nothing, missing = "", "new", gettext_lazy("play to be announced"), ()
    venue = forms.TypedChoiceField(label=gettext_lazy("venue"), required=False, empty_value=None)

    class Meta(PlanRow.Meta):
        fields = ["starts_at", "production", "venue", "remark", "sale"]
        widgets = {"starts_at": MomentInput}

    state = None

    def __init__(self, *args, venues, **kwargs):
        super().__init__(*args, instance=Performance(), empty_permitted=True, **kwargs)
        by_number = {str(venue.pk): venue for venue in venues}
        self.fields["venue"].choices = [("", _("our own house")), *by_number.items()]
        self.fields["venue"].coerce = by_number.get

    @property
    def label(self):
        return _("another date")

    def words_for_the_date(self, said):
        if not said.get("starts_at") and "starts_at" not in self.errors:
            self.add_error("starts_at", _("Say the day and the hour."))
        return said

    def write(self, journal):
        self.instance.save()
        journal.added(self.instance)


class LostRow(PlanRow):
    """What was typed about a date that is in these weeks no more."""

    audience = nothing = ""

    class Meta(DateRow.Meta):
        pass

    def states(self):
        return [*State.choices, NO_PERFORMANCE]

    def typed(self):
        """The words of what its editor has touched."""
        return [self.words_of(name) for name in self.changed_data if self[name].data]

    def words_of(self, name):
        said = self[name].data
        if name == "production" and said in self.plays.by_number:
            return self.plays.by_number[said].title
        return str(dict(getattr(self.fields[name], "choices", [])).get(said, said))


def is_known_to_nobody(performance):
    """It may vanish: no play has been announced for it, and no festival has it in its programme."""
    return bool(performance.slot_id) and performance.is_to_be_announced and not hasattr(performance, "programme_item")


def reason_of(gap):
    return dict(zip(REASON, [gap.reason_ru, gap.reason_uk], strict=True)) if gap else {}


def write_reason(gap, reason):
    for column, words in zip(columns("reason"), reason, strict=True):
        setattr(gap, column, words)
