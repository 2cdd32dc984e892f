"""A date as those read it who may not open its play or its venue: by name, not as a link that would refuse them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy

BY_NAME = {"production": "what", "venue": "where", "instead_of": "replaced"}


class NamesWhatDoesNotOpen:
    """ModelAdmin of the performances. Django makes a link of every row that a form only shows."""

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if self.has_full_change_permission(request):
            return fieldsets
        closed = {name: words for name, words in BY_NAME.items() if not self.opens(request, name)}
        return [
            (title, {**options, "fields": [closed.get(name, name) for name in options["fields"]]})
            for title, options in fieldsets
        ]

    def has_full_change_permission(self, request):
        """Those who only sell tickets change a date as well, but nothing of its play."""
        return request.user.has_perm("repertoire.change_performance")

    def opens(self, request, name):
        model = self.opts.get_field(name).related_model
        return self.admin_site.get_model_admin(model).has_view_permission(request)

    @admin.display(description=gettext_lazy("instead of"))
    def replaced(self, performance):
        return performance.instead_of or self.get_empty_value_display()
