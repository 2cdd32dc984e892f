"""Fields that search as one types: what cannot be a choice is shown as none, beside the words that refuse it, and a
form with many rows asks once for what they have chosen, and not once a row.
"""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError


class DropsNonsense:
    """Django looks for whatever was sent by its number, and breaks when that is no number."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [key for key in value if self.may_be_key(key)], attr)

    def may_be_key(self, key):
        try:
            self.field.target_field.to_python(key)
        except ValidationError:
            return False
        return True


class Autocomplete(DropsNonsense, AutocompleteSelect):
    pass


class AutocompleteMultiple(DropsNonsense, AutocompleteSelectMultiple):
    pass


class SearchesChoices:
    """ModelAdmin or inline with `autocomplete_fields`."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", Autocomplete(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", AutocompleteMultiple(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class KnownAutocomplete(Autocomplete):
    """Names what has been chosen without asking the database, if its row came along already."""

    chosen = None

    def optgroups(self, name, value, attr=None):
        if self.chosen is None or value != [str(self.chosen.pk)]:
            return super().optgroups(name, value, attr)
        option = self.create_option(name, value[0], str(self.chosen), True, 0)
        return [(None, [option], 0)]


class KnowsItsChoices:
    """Inline whose `get_queryset()` brings along what its autocomplete fields refer to."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = KnownAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def tell_what_is_chosen(form):
    for name, field in form.fields.items():
        widget = getattr(field.widget, "widget", None)
        if isinstance(widget, KnownAutocomplete):
            relation = form.instance._meta.get_field(name)
            widget.chosen = relation.get_cached_value(form.instance, default=None)
