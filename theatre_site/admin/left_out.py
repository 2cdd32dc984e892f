from django.contrib import messages
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from theatre_site.richtext.editor import TextFormField
from theatre_site.richtext.pictures import sources_elsewhere

from .files import rows_of


class SaysWhatWasLeftOut:
    """ModelAdmin that does not drop pictures from elsewhere without a word."""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        forms = [form, *rows_of(formsets), *(each for formset in formsets for each in formset.extra_forms)]
        if sources := set().union(*map(sources_in, forms)):
            hosts = get_text_list(sorted(filter(None, sources)), _("and"))
            words = _(
                "Pictures that are not on this site were left out of the text. Insert them with the button “Picture”."
            )
            messages.warning(request, f"{words} ({hosts})" if hosts else words)


def sources_in(form):
    names = [name for name, field in form.fields.items() if isinstance(field, TextFormField)]
    return set().union(*(sources_elsewhere(form.data.get(form.add_prefix(name)) or "") for name in names))
