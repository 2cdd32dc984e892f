"""A former version comes back the way of everything that is typed: it is put into the form of its row, which knows what
this editor may change, cleans the texts and says in a sentence what cannot be."""

from copy import copy

from django.apps import apps
from django.contrib.admin.utils import flatten_fieldsets, quote
from django.db import models
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from theatre_site.publishing import Publishable
from theatre_site.recycle_bin import is_kept, put_back
from theatre_site.versions import row_of

from . import snapshots
from .differences import Wording
from .typed import names_in, typed, typed_in

PUBLICATION = {field.name for field in Publishable._meta.fields}


class Restoring:
    """Of a row that is there; see recovering.py for one that was deleted."""

    is_change = True

    def __init__(self, model_admin, request, version, obj=None):
        self.admin, self.request, self.version, self.obj = model_admin, request, version, obj
        versions = list(version.revision.version_set.all())
        self.versions = {
            (each._model._meta.label_lower, each.object_id): each
            for each in [version, *snapshots.parts_of(version, versions)]
        }
        self.now = snapshots.of_row(obj) if obj else {}
        self.snapshot = snapshots.of_version(version, versions)
        self.withheld = withheld(model_admin, request)
        self.lost = []
        self.leave_out_lost_files()

    def leave_out_lost_files(self):
        """Files that have left the bin, too: the rest can still come back."""
        for label, rows in self.snapshot.items():
            fields = [field for field in apps.get_model(label)._meta.fields if isinstance(field, models.FileField)]
            for key, values in list(rows.items()):
                for field in fields:
                    self.leave_out_if_lost(field, rows, key, values)

    def leave_out_if_lost(self, field, rows, key, values):
        label, name = field.model._meta.label_lower, values.get(field.name)
        now = self.now.get(label, {}).get(key)
        if not name or is_kept(name) or (now and now[field.name] == name):
            return
        self.lost.append(Wording().name_of(field.model, values))
        if now or field.blank:
            values[field.name] = now[field.name] if now else ""
        else:
            rows.pop(key, None)

    # Before

    def changes(self):
        """What the page shows before it asks."""
        label, key = self.admin.opts.label_lower, self.version.object_id
        allowed = {name: value for name, value in self.snapshot[label][key].items() if name not in self.withheld}
        return Wording().changes(self.now, {**self.snapshot, label: {key: allowed}})

    # The form

    def response(self):
        """Saved, or the form with a sentence beside each field that cannot be as it was."""
        data, files = self.filled_in()
        for file in files.values():
            put_back(file.storage, file.name)
        send(self.request, data, files)
        response = self.save()
        if response.status_code != 302:
            for file in files.values():
                file.storage.delete_for_good(file.name)
        return response

    def save(self):
        key = quote(str(self.obj.pk))
        self.request.restored = self.version
        return self.admin.changeform_view(self.request, key, form_url=self.admin.url_of("change", key))

    def filled_in(self):
        """({name: values}, {name: file}) as a browser would send them."""
        data, files = {}, {}
        form_class, formsets = self.forms()
        old, relations = row_of(self.version)
        form = form_class(instance=old, initial=relations)
        data |= typed(form)
        self.withhold(form_class, data)
        self.fill_files(form, self.version, data, files)
        for formset in formsets:
            self.fill_rows(formset, data, files)
        return data, files

    def forms(self):
        request = as_reader(self.request)
        fields = flatten_fieldsets(self.admin.get_fieldsets(request, self.obj))
        form_class = self.admin.get_form(request, self.obj, change=self.is_change, fields=fields)
        instance = self.obj or self.admin.model()
        formsets, _inlines = self.admin._create_formsets(request, instance, change=self.is_change)
        return form_class, formsets

    def withhold(self, form_class, data):
        """What this editor must not decide stays as it is."""
        form = form_class(instance=self.obj)
        for field in self.withheld & set(form.fields):
            for name in names_in(form, field):
                data.pop(name, None)
            data |= typed_in(form, field)

    def fill_files(self, form, version, data, files):
        label, key = form._meta.model._meta.label_lower, version.object_id
        for name in form.fields:
            field = next((each for each in form._meta.model._meta.fields if each.name == name), None)
            if not isinstance(field, models.FileField):
                continue
            old, now = (rows.get(label, {}).get(key, {}).get(name, "") for rows in (self.snapshot, self.now))
            if old and old != now:
                files[form.add_prefix(name)] = field.attr_class(form.instance, field, old)
            elif now and not old:
                data[f"{form.add_prefix(name)}-clear"] = ["on"]

    def fill_rows(self, formset, data, files):
        """Rows that are there now and then, those that came later and have to go, those that went and come again."""
        label, pk = formset.model._meta.label_lower, formset.model._meta.pk.name
        then = dict(self.snapshot.get(label, {}))
        for index, form in enumerate(formset.initial_forms):
            key = str(form.instance.pk)
            if then.pop(key, None) is not None:
                self.fill_row(formset, index, self.versions[label, key], data, files)
            else:
                data |= typed(form)
                if formset.can_delete:
                    data[f"{form.prefix}-DELETE"] = ["on"]
            data[f"{form.prefix}-{pk}"] = [key]
        first = len(formset.initial_forms)
        for index, key in enumerate(then, first):
            self.fill_row(formset, index, self.versions[label, key], data, files)
        counts = {"TOTAL_FORMS": first + len(then), "INITIAL_FORMS": first, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
        data |= {f"{formset.prefix}-{name}": [str(count)] for name, count in counts.items()}

    def fill_row(self, formset, index, version, data, files):
        row, relations = row_of(version)
        kwargs = formset.get_form_kwargs(index)
        form = formset.form(instance=row, initial=relations, prefix=formset.add_prefix(index), **kwargs)
        data |= typed(form)
        self.fill_files(form, version, data, files)


def withheld(model_admin, request):
    """The names of the fields that decide what visitors see, if this editor must not."""
    opts = model_admin.opts
    may_publish = request.user.has_perm(f"{opts.app_label}.publish_{opts.model_name}")
    return set() if may_publish or not issubclass(model_admin.model, Publishable) else PUBLICATION


def as_reader(request):
    """The same request, had it only asked for the form."""
    request = copy(request)
    request.method = "GET"
    return request


def send(request, data, files):
    post = QueryDict(mutable=True)
    for name, values in data.items():
        post.setlist(name, values)
    post["_save"] = "1"
    request.POST, request._files = post, MultiValueDict({name: [file] for name, file in files.items()})
