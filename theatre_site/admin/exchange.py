"""Lists in and out: the buttons above a list and the pages behind them. The rules are in theatre_site/exchange."""

from django import forms
from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from theatre_site.exchange import carrying, reading, running, sheets
from theatre_site.exchange.preview import preview
from theatre_site.exchange.tables import FileProblem

KINDS = list(sheets.CONTENT_TYPES)


class FileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("XLSX or CSV, up to 5,000 rows and 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        allow_empty_file=True,  # said in our own words
    )

    def __init__(self, resource, *args):
        super().__init__(*args)
        self.resource = resource

    def clean_file(self):
        """The table in it."""
        return reading.read(self.cleaned_data["file"], self.resource)


class ExchangesFiles:
    """ModelAdmin whose list goes out as a file and comes in as one; `resource_class` says how."""

    resource_class = None

    def get_urls(self):
        views = [
            ("import/", self.import_view, "import"),
            ("import/confirm/", self.confirm_view, "import_confirm"),
            ("import/report/", self.report_view, "import_report"),
            ("import/template/<str:kind>/", self.template_view, "import_template"),
            ("export/", self.export_view, "export"),
            ("export/<str:kind>/", self.export_file_view, "export_file"),
        ]
        return [*(self.own_page(*each) for each in views), *super().get_urls()]

    # Who may

    def has_import_permission(self, request):
        return self.has_add_permission(request) and self.has_change_permission(request)

    def has_export_permission(self, request):
        return self.has_view_permission(request)

    def changelist_view(self, request, extra_context=None):
        links = {
            "import_url": self.url_of("import") if self.has_import_permission(request) else "",
            "export_url": self.url_of("export") if self.has_export_permission(request) else "",
        }
        return super().changelist_view(request, {"exchange": links, **(extra_context or {})})

    def resource_for(self, request, permitted):
        if not permitted(request):
            raise PermissionDenied
        return self.resource_class(request.user)

    # In

    def import_view(self, request):
        """The file is chosen; then it is tried out, and nothing is written."""
        resource = self.resource_for(request, self.has_import_permission)
        form = FileForm(resource, *([request.POST, request.FILES] if request.method == "POST" else []))
        context = {}
        if form.is_bound and form.is_valid():
            try:
                context = self.tried_out(request, resource, form.cleaned_data["file"])
            except FileProblem as problem:
                form.add_error("file", problem)
        return self.import_page(request, resource, form, **context)

    def tried_out(self, request, resource, table):
        packed = carrying.sealed(table, request.user, self.model)
        return {"table": table, "packed": packed, "outcome": running.try_out(resource, table)}

    @method_decorator(require_POST)
    def confirm_view(self, request):
        """What was tried out is written, all of it or nothing."""
        resource = self.resource_for(request, self.has_import_permission)
        try:
            table = carrying.opened(request.POST.get("packed", ""), request.user, self.model)
        except FileProblem as problem:
            return self.start_again(request, problem)
        outcome = running.carry_out(resource, table)
        if outcome.refusals:
            packed = request.POST["packed"]
            form = FileForm(resource)
            return self.import_page(request, resource, form, table=table, packed=packed, outcome=outcome)
        self.message_user(request, what_was_done(outcome), messages.SUCCESS)
        return redirect(self.url_of("changelist"))

    @method_decorator(require_POST)
    def report_view(self, request):
        """What was refused and why, as a file to work through."""
        resource = self.resource_for(request, self.has_import_permission)
        try:
            table = carrying.opened(request.POST.get("packed", ""), request.user, self.model)
        except FileProblem as problem:
            return self.start_again(request, problem)
        return as_download(sheets.report(running.try_out(resource, table)), sheets.XLSX)

    def start_again(self, request, problem):
        self.message_user(request, problem.message, messages.ERROR)
        return redirect(self.url_of("import"))

    def template_view(self, request, kind):
        resource = self.resource_for(request, self.has_import_permission)
        return as_download(sheets.template(resource), kind)

    def import_page(self, request, resource, form, outcome=None, **context):
        is_refused = form.errors or (outcome and outcome.refusals)
        return self.show_page(
            request,
            "admin/exchange/import.html",
            status=400 if is_refused else 200,
            title=_("Import from a file"),
            kinds=KINDS,
            form=form,
            outcome=outcome,
            columns=sheets.explanations(resource),
            **(preview(outcome) if outcome else {}),
            **context,
        )

    # Out

    def export_view(self, request):
        self.resource_for(request, self.has_export_permission)
        try:
            count = self.shown_in_list(request).count()
        except IncorrectLookupParameters:
            return redirect(self.url_of("export"))
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        words = {"title": _("Export to a file"), "kinds": KINDS, "count": count, "query": query}
        return self.show_page(request, "admin/exchange/export.html", **words)

    def export_file_view(self, request, kind):
        resource = self.resource_for(request, self.has_export_permission)
        try:
            return as_download(sheets.exported(resource, self.shown_in_list(request)), kind)
        except IncorrectLookupParameters:
            return redirect(self.url_of("export"))
        except FileProblem as problem:
            self.message_user(request, problem.message, messages.ERROR)
            return redirect(self.url_of("export"))

    def shown_in_list(self, request):
        """What the list shows with these filters, on all its pages."""
        return self.get_changelist_instance(request).queryset


def what_was_done(outcome):
    return _("Imported: %(new)d new, %(changed)d changed, %(unchanged)d unchanged.") % {
        "new": len(outcome.new),
        "changed": len(outcome.changed),
        "unchanged": len(outcome.unchanged),
    }


def as_download(sheet, kind):
    if kind not in sheets.CONTENT_TYPES:
        raise Http404
    name = f"{sheet.title} {timezone.localdate():%Y-%m-%d}.{kind}"
    headers = {"Content-Disposition": content_disposition_header(True, name)}
    return HttpResponse(sheet.as_file(kind), content_type=sheets.CONTENT_TYPES[kind], headers=headers)
