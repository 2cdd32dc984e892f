"""Before a file leaves the disk, and after it was replaced: who still shows it."""

from django.contrib import messages
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from theatre_site.where_used import file_fields, files_of, page_of, places_of, rows_deleted_with


def links_to(places):
    """A list item a place; its form is a click away."""
    return format_html_join("", "<li>{}: {}</li>", ((link_to(place.row), place.field) for place in places))


def link_to(row):
    owner = page_of(row)
    if owner is None:
        return row
    address = reverse(admin_urlname(owner._meta, "change"), args=[owner.pk])
    words = owner if owner is row else f"{owner}, {row}"
    return format_html('{} «<a href="{}">{}</a>»', str(owner._meta.verbose_name).capitalize(), address, words)


def warning_before_deleting(rows):
    """What would lose a picture or a file with these rows; empty if nothing would."""
    leaving = rows_deleted_with(rows)
    places = places_of(files_of(leaving), except_in=leaving)
    if not places:
        return ""
    return format_html(
        '<div class="where-used"><p>{}</p><ul>{}</ul></div>',
        _("Files are deleted, too. These texts still show them or link to them; change them first:"),
        links_to(places),
    )


class SaysWhereFilesWereUsed:
    """ModelAdmin that warns after a file was replaced or removed in a form."""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        gone = [file for each in [form, *rows_of(formsets)] for file in files_replaced_in(each)]
        gone += files_of(row for formset in formsets for row in formset.deleted_objects)
        if places := places_of(gone):
            words = _("The old file is gone. These texts still show it or link to it:")
            messages.warning(request, format_html("{} <ul>{}</ul>", words, links_to(places)))


def rows_of(formsets):
    return [form for formset in formsets for form in formset.initial_forms if form not in formset.deleted_forms]


def files_replaced_in(form):
    names = set(form.changed_data) & set(file_fields(form._meta.model))
    return [old for old in (form.initial.get(name) for name in names) if old]
