"""For administrators: who came in, who did not, which groups need a code, and help for whoever has lost a telephone."""

from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from theatre_site.models import FailedSignIn, SignIn, SignInRule
from theatre_site.sign_in import second_factor

from .badges import GOOD, OFF, badge


class LookedAtOnly(admin.ModelAdmin):
    """A record that could be changed would prove nothing."""

    list_display_links = None
    list_per_page = 50
    date_hierarchy = "attempt_time"
    search_fields = ["username", "ip_address"]
    show_full_result_count = False
    ordering = ["-pk"]

    class Media:
        css = {"all": ["css/admin/sign-ins.css"]}

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("when"), ordering="attempt_time")
    def when(self, row):
        return row.attempt_time

    @admin.display(description=_("who"), ordering="username")
    def who(self, row):
        return row.username

    @admin.display(description=_("from the address"), ordering="ip_address")
    def where_from(self, row):
        return row.ip_address

    @admin.display(description=_("browser"))
    def browser(self, row):
        return row.user_agent


@admin.register(SignIn)
class SignInAdmin(LookedAtOnly):
    list_display = ["when", "who", "where_from", "left", "browser"]

    @admin.display(description=_("logged out"), ordering="logout_time")
    def left(self, row):
        return row.logout_time


@admin.register(FailedSignIn)
class FailedSignInAdmin(LookedAtOnly):
    list_display = ["when", "who", "where_from", "outcome", "browser"]

    @admin.display(description=_("and then"), ordering="locked_out")
    def outcome(self, row):
        return badge(OFF, _("locked for a while")) if row.locked_out else badge(GOOD, _("could try again"))


class SaysWhoHasACode(admin.ModelAdmin):
    """For the admin of users."""

    actions = ["take_code_away"]

    @admin.display(description=_("logs in with a code, too"), boolean=True)
    def has_code(self, user):
        return user.has_code

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(has_code=second_factor.has_device)

    def has_administrator_permission(self, request):
        return request.user.is_superuser

    @admin.action(
        description=_("Lost telephone: let them in by password, to set up a new one"), permissions=["administrator"]
    )
    def take_code_away(self, request, users):
        number = sum(bool(second_factor.forget(user)) for user in users)
        said = ngettext("%(count)d person has no code any more.", "%(count)d people have no code any more.", number)
        messages.success(request, said % {"count": number})


class GroupForm(forms.ModelForm):
    needs_second_factor = forms.BooleanField(
        label=_("code from the telephone"),
        required=False,
        help_text=_("Whoever is in this group sets it up at the next step into the office, and needs it from then on."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["needs_second_factor"] = SignInRule.objects.filter(
            group=self.instance.pk, needs_second_factor=True
        ).exists()


class SaysWhoNeedsACode(admin.ModelAdmin):
    """For the admin of groups. Only an administrator may decide it, whoever else may open groups."""

    form = GroupForm

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.base_fields["needs_second_factor"].disabled = not request.user.is_superuser
        return form

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if request.user.is_superuser:
            needs = {"needs_second_factor": form.cleaned_data["needs_second_factor"]}
            SignInRule.objects.update_or_create(group=obj, defaults=needs)
