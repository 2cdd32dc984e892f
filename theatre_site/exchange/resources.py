"""What the lists of all apps share when they leave and come back as a file. Columns are the fields named in `Meta`."""

from functools import partial

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from import_export.resources import ModelResource

from .columns import column_for
from .links import Link, Links
from .rows_by_key import RowsByKey
from .words import key, plain


class ListResource(ModelResource):
    # Fields that make a row what it is: they find it again when it has no number. Some of them no file may be without.
    key_columns = []
    required_columns = []
    # Only for those who may change a row.
    private = []
    # Cells that are more than their field says: {"edition": Link(…)}.
    cells = {}
    # Texts for the row that shows how to fill in the file.
    examples = {}

    class Meta:
        instance_loader_class = RowsByKey
        use_transactions = True
        clean_model_instances = True
        skip_diff = True
        store_instance = True

    def __init__(self, user):
        super().__init__()
        self.user = user
        self.number = None
        self.numbers = []
        if not self.may("change"):
            for name in self.private:
                self.fields.pop(name, None)

    def may(self, action):
        meta = self._meta.model._meta
        return self.user.has_perm(f"{meta.app_label}.{action}_{meta.model_name}")

    @classmethod
    def field_from_django_field(cls, field_name, django_field, readonly):
        return column_for(django_field, cls.cells.get(field_name) or link_to(django_field))

    def columns(self):
        return self.get_import_fields()

    # Which row it is

    def sketch(self, row):
        """A row of the model with nothing but what makes it what it is, as far as that can be read."""
        sketch = self._meta.model()
        for name in self.key_columns:
            column = self.fields[name]
            try:
                if column.cell_of(row):
                    setattr(sketch, column.attribute, column.read(row, sketch))
            except ValueError:
                continue
        return sketch

    def keys_of(self, instance):
        """Each of them is enough to find a row again."""
        raise NotImplementedError

    def among(self, sketches):
        """A condition that all rows meet which these sketches could be."""
        return Q()

    def get_instance(self, instance_loader, row):
        return instance_loader.get_instance(row)

    def loaded(self, queryset):
        """With everything that a row needs in order to be shown and checked."""
        links = [name for name, column in self.fields.items() if type(column.widget) is Link]
        several = [name for name, column in self.fields.items() if type(column.widget) is Links]
        return queryset.select_related(*links).prefetch_related(*several)

    # The way of a row

    def before_import_row(self, row, row_number=None, **kwargs):
        self.number = self.numbers[row_number - 1]

    def import_instance(self, instance, row, **kwargs):
        """Reads every cell, and says everything that is wrong with the row at once."""
        self.is_new = instance.pk is None
        self.changes, self.chosen, errors = [], {}, {}
        for column in self.columns():
            try:
                self.read_cell(column, instance, row)
            except ValueError as error:
                errors[column.attribute] = ValidationError(str(error))
        if errors:
            raise ValidationError(errors)
        self.check(instance)

    def read_cell(self, column, instance, row):
        if column.attribute == "id" or column.is_silent(row, instance):
            return
        before = column.export(instance)
        value = column.read(row, instance)
        after = plain(column.widget.render(value))
        if after == before:
            return
        self.keep(column, instance, value)
        self.changes.append((column, before, after))

    def keep(self, column, instance, value):
        if isinstance(column.widget, Links):
            self.chosen[column.attribute] = value
        else:
            setattr(instance, column.attribute, value)

    def check(self, instance):
        """Raises ValidationError for what this user may not do."""

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        """What a cell could not say, the model need not miss as well."""
        said = import_validation_errors or {}
        try:
            super().validate_instance(instance, {name: [*errors] for name, errors in said.items()}, validate_unique)
        except ValidationError as error:
            raise ValidationError({**error.update_error_dict({}), **said}) from None

    def skip_row(self, instance, original, row, import_validation_errors=None):
        return not (import_validation_errors or self.is_new or self.changes)

    def save_m2m(self, instance, row, **kwargs):
        for attribute, rows in self.chosen.items():
            getattr(instance, attribute).set(rows)

    def after_import_row(self, row, row_result, **kwargs):
        row_result.number = self.number
        row_result.changes = self.changes


class KnownBySlug:
    """Rows that a file names by the last part of their address."""

    key_columns = required_columns = ["slug"]

    def keys_of(self, row):
        return [("slug", key(row.slug))] if row.slug else []

    def among(self, sketches):
        return Q(slug__in={sketch.slug for sketch in sketches})


class PublishableListResource(ListResource):
    """Of a list whose rows are published: only those who may publish touch what is public."""

    def after_init_instance(self, instance, new, row, **kwargs):
        self.was_published = not new and instance.status == instance.Status.PUBLISHED

    def check(self, instance):
        super().check(instance)
        if self.may("publish") or not (self.is_new or self.changes):
            return
        if self.was_published:
            raise ValidationError({"status": _("It is published. Only those who may publish can change it.")})
        if instance.status == instance.Status.PUBLISHED:
            raise ValidationError({"status": _("You may not publish. Choose “For review” instead.")})


def link_to(field):
    """The cell of a relation, or None."""
    if not field.is_relation:
        return None
    rows = partial(without_long_texts, field.related_model)
    return Links(rows) if field.many_to_many else Link(rows)


def without_long_texts(model):
    """All rows, to choose from."""
    long = [field.name for field in model._meta.fields if field.get_internal_type() == "TextField"]
    return model._default_manager.defer(*long)
