"""Tickets at a click in the list of dates; whoever sells them changes nothing else."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from repertoire.models import Performance

AT_A_CLICK = [Performance.Sale.ON_SALE, Performance.Sale.FEW_LEFT, Performance.Sale.SOLD_OUT]


class SaleForm(forms.ModelForm):
    class Meta:
        model = Performance
        fields = ["sale"]

    def add_error(self, field, error):
        """What is wrong with the rest of the date is not for the box office to mend."""
        if field is not None:
            super().add_error(field, error)
        for name, errors in getattr(error, "error_dict", {}).items():
            if name in self.fields:
                super().add_error(name, errors)


class SellsTickets:
    """ModelAdmin of the performances."""

    def has_sell_permission(self, request):
        return request.user.has_perm("repertoire.sell_performance") or super().has_change_permission(request)

    def has_change_permission(self, request, obj=None):
        """Whoever sells may save the form of a date too, where all but the tickets is only to be read."""
        return super().has_change_permission(request, obj) or (
            is_the_form(request) and self.has_sell_permission(request)
        )

    def only_sells(self, request):
        return self.has_sell_permission(request) and not super().has_change_permission(request)

    def may_write(self, request, obj):
        return super().may_write(request, obj) and not self.only_sells(request)

    def get_readonly_fields(self, request, obj=None):
        if not self.only_sells(request):
            return super().get_readonly_fields(request, obj)
        return [name for name in flatten_fieldsets(self.get_fieldsets(request, obj)) if name != "sale"]

    def get_form(self, request, obj=None, change=False, **kwargs):
        if self.only_sells(request):
            kwargs["form"] = SaleForm
        return super().get_form(request, obj, change, **kwargs)

    # In the list

    def get_list_display(self, request):
        shown = super().get_list_display(request)
        if not self.has_sell_permission(request):
            return shown
        return ["sale_buttons" if name == "sale" else name for name in shown]

    @admin.display(description=gettext_lazy("tickets"), ordering="sale")
    def sale_buttons(self, performance):
        context = {
            "performance": performance,
            "choices": [] if performance.is_off or performance.is_over else AT_A_CLICK,
            "is_usual": performance.sale in AT_A_CLICK,
        }
        return render_to_string("admin/repertoire/_sale.html", context)

    def get_urls(self):
        return [self.own_page("<int:pk>/sale/", self.sell, "sale"), *super().get_urls()]

    @method_decorator(require_POST)
    @method_decorator(transaction.atomic)
    def sell(self, request, pk):
        if not self.has_sell_permission(request):
            raise PermissionDenied
        performance = get_object_or_404(Performance.objects.select_related("production"), pk=pk)
        form = SaleForm(request.POST, instance=performance)
        if not form.is_valid():
            return HttpResponseBadRequest(form.errors["sale"][0], content_type="text/plain; charset=utf-8")
        if form.has_changed():
            self.log_change(request, form.save(), self.construct_change_message(request, form, None))
        self.message_user(request, f"{performance}: {performance.get_sale_display()}", messages.SUCCESS)
        return redirect(f"{self.list_seen(request)}#sale-{pk}")

    def list_seen(self, request):
        """The list with its filters and its page, as it was."""
        before = request.headers.get("Referer", "")
        is_ours = url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
        return before.split("#")[0] if is_ours else self.url_of("changelist")


def is_the_form(request):
    return request.resolver_match.url_name == "repertoire_performance_change"
