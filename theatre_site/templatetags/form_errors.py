from django import template

register = template.Library()


@register.inclusion_tag("admin/_error_summary.html")
def error_summary(form, formsets=()):
    """All that is wrong with a form of the office, each with a link to its field (K8)."""
    return {"errors": [*errors_of(form), *(each for formset in formsets for each in errors_of_rows(formset))]}


def errors_of(form):
    for field in form.visible_fields():
        for sentence in field.errors:
            yield {"id": field.id_for_label or field.auto_id, "label": field.label, "sentence": sentence}


def errors_of_rows(inline):
    for number, form in enumerate(inline.formset.forms, 1):
        row = f"{inline.opts.verbose_name} {number}"
        for sentence in form.non_field_errors():
            yield {"id": form.visible_fields()[0].id_for_label, "label": row, "sentence": sentence}
        for error in errors_of(form):
            yield {**error, "label": f"{row}, {error['label']}"}
