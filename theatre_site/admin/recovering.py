"""A deleted row comes back with the rows of its form, under its old number: so its address and its history go on."""

from reversion.revisions import set_comment

from theatre_site.versions import RECOVERED, row_of

from .restoring import PUBLICATION, Restoring


class Recovering(Restoring):
    is_change = False

    def response(self):
        """What came back with a sentence beside a field is mended in the form, and is sent here once more."""
        is_mended = self.request.POST.keys() - {"csrfmiddlewaretoken"}
        return self.save() if is_mended else super().response()

    def save(self):
        self.request.recovered = self
        set_comment(RECOVERED)
        return self.admin.changeform_view(self.request, form_url=self.request.path)

    def contents(self, wording):
        """[(name of the row, [(label, words), …]), …]: the row itself first."""
        for label, rows in self.snapshot.items():
            for key, fields in rows.items():
                model = self.versions[label, key]._model
                shown = {name: value for name, value in fields.items() if name not in self.withheld}
                yield wording.name_of(model, fields), wording.contents(model, shown)

    def preset(self, form_fields):
        """The row to be, with what no form asks for: its number, its place in the weekly rhythm."""
        old, _relations = row_of(self.version)
        silent = {field.attname for field in old._meta.concrete_fields if not field.editable or field.primary_key}
        silent |= PUBLICATION - set(form_fields) - self.withheld
        names = {field.attname for field in old._meta.concrete_fields}
        return type(old)(**{name: getattr(old, name) for name in silent & names})


def to_be(form_class, recovering):
    """The form of a new row that begins with this one."""

    class RecoveringForm(form_class):
        def __init__(self, *args, instance=None, **kwargs):
            preset = recovering.preset(form_class.base_fields) if instance is None else instance
            super().__init__(*args, instance=preset, **kwargs)

    return RecoveringForm
