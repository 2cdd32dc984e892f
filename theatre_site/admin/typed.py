"""What a browser would send if nobody touched a form: {"title_ru": ["Ревизор"], "publish_at_0": ["18.11.2026"], …}.

So a former version, or what somebody else has saved meanwhile, can go the way of everything that is typed: through the
form with its rights, its cleaning and its sentences.
"""

from django.forms import CheckboxInput, FileInput, MultiWidget


def typed(form):
    return {name: values for bound in form for name, values in sent(bound.field.widget, bound.html_name, bound.value())}


def typed_in(form, field):
    """Of one field."""
    bound = form[field]
    return dict(sent(bound.field.widget, bound.html_name, bound.value()))


def names_in(form, field):
    """The names under which a field is sent."""
    bound = form[field]
    widget = inner(bound.field.widget)
    if isinstance(widget, MultiWidget):
        return [bound.html_name + suffix for suffix in widget.widgets_names]
    return [bound.html_name]


def sent(widget, name, value):
    widget = inner(widget)
    if isinstance(widget, MultiWidget):
        values = value if isinstance(value, list | tuple) else widget.decompress(value)
        for suffix, each, part in zip(widget.widgets_names, widget.widgets, values, strict=True):
            yield from sent(each, name + suffix, part)
    elif isinstance(widget, CheckboxInput):
        if widget.check_test(value):
            yield name, ["on"]
    elif not isinstance(widget, FileInput):
        said = widget.format_value(value)
        yield name, [str(each) for each in said] if isinstance(said, list | tuple) else ["" if said is None else said]


def inner(widget):
    """The admin wraps the choice of a related row."""
    return getattr(widget, "widget", widget)
