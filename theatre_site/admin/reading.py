import re

from django.utils.safestring import mark_safe

from theatre_site.richtext import RichTextField

BETWEEN_BLOCKS = re.compile(r">\s*\n\s*<")


class ShowsTextsAsTheyRead:
    """ModelAdmin that shows texts, not their HTML, to those who may only read them."""

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and not self.has_change_permission(request, obj):
            let_texts_pass(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)


def let_texts_pass(row):
    """Each was cleaned when it was saved. Django would make a <br> of the line breaks between its paragraphs."""
    for field in row._meta.fields:
        if isinstance(field, RichTextField):
            text = BETWEEN_BLOCKS.sub("><", getattr(row, field.attname))
            setattr(row, field.attname, mark_safe(text))
