from ckeditor.fields import RichTextField as EditorField

from .cleaning import cleaned
from .editor import TextFormField


class RichTextField(EditorField):
    def formfield(self, **kwargs):
        """Tells the editor which language is written in it."""
        field = super().formfield(**{"form_class": TextFormField, **kwargs})
        field.widget.config["contentsLanguage"] = getattr(self, "_translated_field_language_code", None)
        return field

    def pre_save(self, model_instance, add):
        html = cleaned(getattr(model_instance, self.attname) or "")
        setattr(model_instance, self.attname, html)
        return html

    def get_db_prep_save(self, value, connection):
        """The last door: update(), bulk_update() and fixtures come in here only."""
        return super().get_db_prep_save(cleaned(value) if isinstance(value, str) else value, connection)
