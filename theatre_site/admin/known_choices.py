"""A form with many rows asks once for what they have chosen, and not once a row."""

from django.contrib.admin.widgets import AutocompleteSelect


class KnownAutocomplete(AutocompleteSelect):
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
