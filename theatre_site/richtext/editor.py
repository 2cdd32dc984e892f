"""CKEditor 4 as a form field. It shows texts as the site does, and asks the server for all that it inserts."""

from ckeditor.fields import RichTextFormField
from ckeditor.widgets import CKEditorWidget
from django.core.exceptions import ValidationError
from django.forms import Media
from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .cleaning import cleaned
from .pictures import is_undescribed

DESCRIBE = _("A picture in this text says nothing to those who cannot see it. Open it and say what it shows.")

# static/js/admin/editor.js knows these names
DIALOGS = {kind: reverse_lazy(f"admin:insert_{kind}") for kind in ("picture", "video", "link")}
WORDS = {
    "picture": pgettext_lazy("in a text", "Picture"),
    "video": _("Video"),
    "link": _("Link"),
    "elsewhere": _(
        "Pictures from other sites are not taken over. Save them on your computer and insert them with the button"
        " “Picture”."
    ),
    "failed": _("The server did not answer as it should. Perhaps you are no longer logged in: look in another tab."),
    "text": _("Text"),
    "onlyPictures": _("Only pictures can be put into a text, not other files."),
    "columnHeader": _("Header of a column"),
    "rowHeader": _("Header of a row"),
    "heightUnit": _("unit of the height"),
}
LOOK = ["css/site.css", "css/admin/editor-content.css"]


class EditorWidget(CKEditorWidget):
    @property
    def media(self):
        ours = ["js/admin/insert-dialog.js", "js/admin/editor.js"]
        return super().media + Media(css={"all": ["css/admin/editor.css"]}, js=ours)

    def _set_config(self):
        super()._set_config()
        self.config |= {"contentsCss": [static(path) for path in LOOK], "dialogs": DIALOGS, "words": WORDS}


class TextFormField(RichTextFormField):
    widget = EditorWidget

    def clean(self, value):
        html = cleaned(super().clean(value))
        if is_undescribed(html):
            raise ValidationError(DESCRIBE)
        return html

    def has_changed(self, initial, data):
        """Line breaks that the editor puts between its tags are no change."""
        return not self.disabled and cleaned(initial or "") != cleaned(data or "")
