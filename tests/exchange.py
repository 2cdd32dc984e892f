"""Lists in and out, without a browser: what a file would do, and the file that comes out."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import create_editor
from theatre_site.exchange import reading, running, sheets


def url(model, view, *args):
    """A page behind the buttons: url(Post, "export_file", "csv")."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{view}", args=args)


def csv_file(*rows, delimiter=";", encoding="utf-8-sig", name="list.csv"):
    """csv_file(["slug", "title_ru"], ["a", "А"])"""
    quoted = [delimiter.join('"' + str(cell).replace('"', '""') + '"' for cell in row) for row in rows]
    return SimpleUploadedFile(name, "\r\n".join(quoted).encode(encoding))


def upload(content, name="list.csv"):
    return SimpleUploadedFile(name, content)


def import_file(resource_class, file, user=None):
    """Writes the rows of a file, or none: the `Outcome`."""
    resource = resource_class(user or create_editor())
    return running.carry_out(resource, reading.read(file, resource))


def try_file(resource_class, file, user=None):
    resource = resource_class(user or create_editor())
    return running.try_out(resource, reading.read(file, resource))


def export(resource_class, user=None, kind=sheets.CSV):
    """The file of the whole list, ready to be uploaded again."""
    resource = resource_class(user or create_editor())
    sheet = sheets.exported(resource, resource.get_queryset())
    return upload(sheet.as_file(kind), f"list.{kind}")


def counts(outcome):
    """(new, changed, unchanged)"""
    return len(outcome.new), len(outcome.changed), len(outcome.unchanged)


def refusals(outcome):
    """[(row, column, why), …]"""
    return [(each.number, each.header, each.reason) for each in outcome.refusals]
