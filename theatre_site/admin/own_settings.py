"""What everybody of the staff may change about themselves: their language and, on its own page, their password."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theatre_site.editors_language import remember
from theatre_site.languages import OWN_NAMES, page_language

from .people import group_in_words


class OwnSettingsForm(forms.Form):
    language = forms.ChoiceField(
        label=gettext_lazy("language of the office"),
        choices=[(code, OWN_NAMES[code]) for code, name in settings.LANGUAGES],
        widget=forms.RadioSelect,
        help_text=gettext_lazy("It holds on every device on which you log in."),
    )


def own_settings(request):
    form = OwnSettingsForm(request.POST or None, initial={"language": page_language()})
    if request.method == "POST" and form.is_valid():
        language = form.cleaned_data["language"]
        remember(request.user, language)
        with translation.override(language):
            messages.success(request, _("Saved."))
        return redirect("admin:own_settings")
    context = {
        **admin.site.each_context(request),
        "title": _("My settings"),
        "form": form,
        "groups": [group_in_words(group) for group in request.user.groups.order_by("pk")],
    }
    return render(request, "admin/own_settings.html", context, status=400 if form.errors else 200)
