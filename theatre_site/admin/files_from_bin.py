"""A file of the recycle bin goes through a form as an upload does. A browser cannot send it, so the form carries its
name, signed: what comes back with a sentence beside some other field has still its pictures when it is sent again."""

from django.apps import apps
from django.contrib import admin
from django.core import signing
from django.forms import Widget
from django.utils.html import format_html
from django.utils.translation import gettext as _

from theatre_site.recycle_bin import is_kept, put_back

SUFFIX = "-from_bin"
SALT = "theatre_site.admin.files_from_bin"


def signed(field, name, user):
    """For a browser to send as {f"{name of the input}{SUFFIX}": this}."""
    return signing.dumps([field.model._meta.label, field.name, name], salt=f"{SALT}:{user.pk}")


class TakesFilesFromBin(admin.ModelAdmin):
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        files = files_asked_for(request) if request.method == "POST" else {}
        # A form sent once more may name what is back by now, and that must stay.
        gone = [file for file in files.values() if not file.storage.exists(file.name)]
        for file in gone:
            put_back(file.storage, file.name)
        for name, file in files.items():
            request.FILES.setlist(name, [file])
        response = super().changeform_view(request, object_id, form_url, extra_context)
        if response.status_code != 302:
            for file in gone:
                file.storage.delete_for_good(file.name)
            keep_asking(response, files, request.POST)
        return response


def files_asked_for(request):
    """{"postphoto-0-image": file, …}, without those for which an upload or the order to remove them came."""
    names = [name.removesuffix(SUFFIX) for name in request.POST if name.endswith(SUFFIX)]
    wanted = [name for name in names if name not in request.FILES and f"{name}-clear" not in request.POST]
    files = {name: file_of(request.POST[name + SUFFIX], request.user) for name in wanted}
    return {name: file for name, file in files.items() if file}


def file_of(token, user):
    try:
        label, field_name, name = signing.loads(token, salt=f"{SALT}:{user.pk}")
    except signing.BadSignature:
        return None
    model = apps.get_model(label)
    field = model._meta.get_field(field_name)
    return field.attr_class(model(), field, name) if is_kept(name) else None


def keep_asking(response, files, data):
    context = getattr(response, "context_data", None) or {}
    for form in forms_of(context) if files else []:
        for name, field in form.fields.items():
            if file := files.get(form.add_prefix(name)):
                field.widget = FromBin(field.widget, file, data[form.add_prefix(name) + SUFFIX])


def forms_of(context):
    if "adminform" in context:
        yield context["adminform"].form
        for inline in context["inline_admin_formsets"]:
            yield from inline.formset.forms


class FromBin(Widget):
    """The widget of a file, with the file that will be taken if nobody chooses another."""

    needs_multipart_form = True

    def __init__(self, widget, file, token):
        super().__init__(widget.attrs)
        self.widget, self.file, self.token = widget, file, token
        self.is_required = widget.is_required

    @property
    def media(self):
        return self.widget.media

    def render(self, name, value, attrs=None, renderer=None):
        return format_html(
            '{}<input type="hidden" name="{}" value="{}"><p class="help">{}</p>',
            self.widget.render(name, None, attrs=attrs, renderer=renderer),
            f"{name}{SUFFIX}",
            self.token,
            _("%(file)s comes back with it.") % {"file": self.file.name.rpartition("/")[2]},
        )

    def value_from_datadict(self, data, files, name):
        return self.widget.value_from_datadict(data, files, name)

    def value_omitted_from_data(self, data, files, name):
        return self.widget.value_omitted_from_data(data, files, name)

    def id_for_label(self, id_):
        return self.widget.id_for_label(id_)

    def use_required_attribute(self, initial):
        return False
