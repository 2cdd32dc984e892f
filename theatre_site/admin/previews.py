"""From the form to the page as visitors will get it: a link a language, and one to give away that expires."""

from datetime import timedelta

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from theatre_site import previews
from theatre_site.languages import OWN_NAMES


def how_long(days):
    return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}


class LinkForm(forms.Form):
    days = forms.TypedChoiceField(label=gettext_lazy("It opens for"), coerce=int)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["days"].choices = [(days, how_long(days)) for days in previews.DAYS]


class ShowsPreviews:
    """ModelAdmin of a Publishable whose page is shown by a view of `previews.SHOWN`."""

    def get_urls(self):
        return [self.own_page("<int:pk>/preview-link/", self.preview_link_view, "preview_link"), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.pk and not obj.is_public:
            context["preview_addresses"] = named(previews.addresses_for_staff(obj))
            if obj.status != obj.Status.WITHDRAWN:
                context["preview_link_address"] = self.url_of("preview_link", obj.pk)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def preview_link_view(self, request, pk):
        row = self.get_object(request, str(pk))
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row) or row.status == row.Status.WITHDRAWN:
            raise PermissionDenied
        form = LinkForm(request.POST or None, initial={"days": previews.USUAL_DAYS})
        context = {
            "title": _("A link for somebody without an account"),
            "subtitle": str(row),
            "original": row,
            "form": form,
            **(self.new_link(request, row, form.cleaned_data["days"]) if form.is_valid() else {}),
        }
        return self.show_page(request, "admin/preview_link.html", status=400 if form.errors else 200, **context)

    def new_link(self, request, row, days):
        until = timezone.now() + timedelta(days=days)
        self.log_change(request, row, _("Made a preview link for %(days)s") % {"days": how_long(days)})
        addresses = named(previews.addresses_for_friends(row, days))
        return {
            "until": until,
            "links": [(code, name, request.build_absolute_uri(address)) for code, name, address in addresses],
        }


def named(addresses):
    """[("ru", "русский", address), …]"""
    return [(code, OWN_NAMES[code], address) for code, address in addresses.items()]
