"""Fields for texts that stand in one language each, for forms without help texts."""


def text_field(model, name):
    db_field = model._meta.get_field(name)
    field = db_field.formfield()
    field.widget.attrs["lang"] = db_field._translated_field_language_code
    field.label, field.help_text = f"{field.label} [{db_field._translated_field_language_code}]", ""
    return field
