"""What somebody else has saved while an editor was typing, beside what the editor has typed."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import models

from theatre_site.richtext import RichTextField, cleaned

from . import snapshots
from .differences import Change, Wording
from .marking import marked
from .sent_rows import drop_row, place_of_row
from .typed import names_in, typed_in

TAKE, THEIRS = "_take-", "theirs"


class Clash(NamedTuple):
    """A change of somebody else, and what this editor has typed in the same place, if anything."""

    change: Change
    mine: str = ""
    choice: str = ""  # the name of the radio buttons, where there is a choice
    is_deletion: bool = False

    @property
    def mine_marked(self):
        return marked(self.change.before, self.mine)


class Collision:
    def __init__(self, request, before, form, formsets):
        self.data, self.files = request.POST, request.FILES
        self.before, self.now = before, snapshots.of_forms(form, formsets)
        self.form, self.formsets = form, formsets
        self.rows = [row for formset in formsets for row in formset.initial_forms]
        self.wording = Wording()
        self.changes = self.wording.changes(before, self.now)
        self.clashes = []

    def take_theirs(self):
        """As chosen on the page that had stopped this editor before."""
        for form, field in self.fields_sent():
            name = form[field].html_name
            if self.data.get(TAKE + name) == THEIRS:
                self.put(form, field)
        for form in self.rows:
            if self.place(form) is not None and self.data.get(f"{TAKE}{form.prefix}-DELETE") == THEIRS:
                self.data.pop(f"{form.prefix}-DELETE", None)

    def fields_sent(self):
        for form in [*filter(None, [self.form]), *self.rows]:
            if self.place(form) is not None:
                yield from ((form, field) for field in snapshots.fields_of(form))

    def take_over(self):
        """Puts their changes into what this editor has sent, but never over the editor's own."""
        for change in self.changes:
            self.clashes.append(self.clash_of(change))
        for change in self.changes:
            formset = self.formset_of(change)
            if formset and change.is_about_a_row and change.where[1] not in self.rows_now(change):
                drop_row(self.data, self.files, formset, change.where[1])

    def clash_of(self, change):
        label, key, field = change.where
        if change.is_about_a_row:
            return Clash(change, self.words_of_row(change))
        form = self.form_of(label, key)
        if self.place(form) is None:
            return Clash(change)
        is_touched = self.is_touched(form, field, self.before[label][key][field])
        if not is_touched:
            self.put(form, field)
        if f"{form.prefix}-DELETE" in self.data:
            return self.clash_with_deletion(change, f"{TAKE}{form.prefix}-DELETE")
        if not is_touched:
            return Clash(change)
        mine = self.words(form, field)
        return Clash(change, mine, TAKE + form[field].html_name) if mine != change.after else Clash(change)

    def clash_with_deletion(self, change, choice):
        """One choice for the whole row."""
        is_first = all(clash.choice != choice for clash in self.clashes)
        return Clash(change, choice=choice if is_first else "", is_deletion=True)

    # Where things stand

    def rows_now(self, change):
        return self.now.get(change.where[0], {})

    def formset_of(self, change):
        return next((each for each in self.formsets if each.model._meta.label_lower == change.where[0]), None)

    def form_of(self, label, key):
        rows = {(row.instance._meta.label_lower, str(row.instance.pk)): row for row in self.rows}
        return rows.get((label, key), self.form)

    def place(self, form):
        """Where the editor's browser has sent this row; the form takes the same names. None if it has not."""
        if form is self.form:
            return ""
        formset = next(each for each in self.formsets if form in each.initial_forms)
        place = place_of_row(self.data, formset, str(form.instance.pk))
        if place is not None and form.prefix != place:
            form.prefix = place
            form._bound_fields_cache.clear()
        return place

    # What stands there

    def put(self, form, field):
        for name in names_in(form, field):
            self.data.pop(name, None)
        for name, values in typed_in(form, field).items():
            self.data.setlist(name, values)

    def sent(self, form, field):
        bound = form[field]
        return bound.field.widget.value_from_datadict(self.data, self.files, bound.html_name)

    def is_touched(self, form, field, before):
        column, sent = form._meta.model._meta.get_field(field), self.sent(form, field)
        if isinstance(column, models.FileField):
            return sent is not None
        if isinstance(column, RichTextField):
            return snapshots.without_layout(cleaned(sent or "")) != snapshots.without_layout(cleaned(before))
        if (
            isinstance(sent, str)
            and isinstance(before, str)
            and isinstance(column, models.TextField | models.CharField)
        ):
            return sent.split() != before.split()
        before = before if column.many_to_many or column.many_to_one else column.to_python(before)
        return form[field].field.has_changed(before, sent)

    def words(self, form, field):
        """What the editor has typed, as far as it can be read."""
        column, sent = form._meta.model._meta.get_field(field), self.sent(form, field)
        try:
            value = snapshots.plain(form[field].field.clean(sent))
        except ValidationError:
            return str(sent)
        return self.wording.words(column, getattr(value, "name", value))

    def words_of_row(self, change):
        """What was typed into a row that somebody else has deleted: it can be copied."""
        formset = self.formset_of(change)
        place = formset and place_of_row(self.data, formset, change.where[1])
        if not place:
            return ""
        fields = {name: self.data.get(f"{place}-{name}", "") for name in formset.form.base_fields}
        before = self.before[change.where[0]].get(change.where[1], {})
        typed = {
            name: text for name, text in fields.items() if isinstance(before.get(name), str) and text != before[name]
        }
        return "\n".join(f"{name}: {words}" for name, words in self.wording.contents(formset.model, typed))
