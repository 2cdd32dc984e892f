"""Who works here: a form for whoever runs the site, with groups in words instead of a list of two hundred rights."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group, User
from django.db.models import Count
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from theatre_site import staff

from .badges import GOOD, OFF, badge
from .sign_in import SaysWhoHasACode, SaysWhoNeedsACode

YOURSELF = gettext_lazy("You cannot take this from yourself. Ask another administrator.")
MINE = {"is_active", "is_staff", "is_superuser"}


def group_in_words(group):
    """Its name and what it may do, in the language of the reader; a group of one's own has its name only."""
    name = _(group.name)
    if group.name not in staff.WORDS:
        return name
    return format_html('<b>{}</b> <span class="group-words">{}</span>', name, staff.WORDS[group.name])


class GroupsField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        groups = Group.objects.order_by("pk")
        super().__init__(queryset=groups, required=False, label=gettext_lazy("What they do here"), **kwargs)

    def label_from_instance(self, group):
        return group_in_words(group)


class PersonForm(UserChangeForm):
    groups = GroupsField()
    editor = None

    def clean(self):
        """Otherwise the last administrator could lock everybody out."""
        data = super().clean()
        if self.instance == self.editor:
            for name in MINE & set(self.changed_data):
                self.add_error(name, YOURSELF)
        return data


class NewPersonForm(AdminUserCreationForm):
    """With a password: there is no other door, and who shall not come in loses the tick “may log in”."""

    groups = GroupsField()
    usable_password = None


class NewPasswordForm(AdminPasswordChangeForm):
    """As above: it is changed and not taken away."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)
        for field in self.fields.values():
            field.required = True


NAMES = {"fields": [("first_name", "last_name"), "email"]}

# The keys that make codes are nobody’s to read.
admin.site.unregister([User, Group, TOTPDevice, StaticDevice])


@admin.register(User)
class PersonAdmin(SaysWhoHasACode, DjangoUserAdmin):
    form = PersonForm
    add_form = NewPersonForm
    change_password_form = NewPasswordForm
    list_display = ["username", "full_name", "works_as", "may_log_in", "has_code", "last_login"]
    list_filter = ["is_active", "is_superuser", "groups"]
    list_per_page = 50
    readonly_fields = ["last_login", "date_joined"]
    filter_horizontal = ["user_permissions"]
    fieldsets = [
        (None, {"fields": ["username", "password", *NAMES["fields"]]}),
        (gettext_lazy("At the desk"), {"fields": ["groups", "is_active"]}),
        (
            gettext_lazy("Rarely needed"),
            {
                "fields": ["is_superuser", "is_staff", "user_permissions", "last_login", "date_joined"],
                "classes": ["collapse"],
            },
        ),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", *NAMES["fields"], "password1", "password2"]}),
        (gettext_lazy("At the desk"), {"fields": ["groups"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.editor = request.user
        return form

    def save_model(self, request, obj, form, change):
        """Whoever is entered here is to work here."""
        if not change:
            obj.is_staff = True
        super().save_model(request, obj, form, change)

    @admin.display(description=gettext_lazy("first and last name"), ordering="last_name")
    def full_name(self, user):
        return user.get_full_name()

    @admin.display(description=gettext_lazy("what they do here"))
    def works_as(self, user):
        if user.is_superuser:
            return _("Administrator")
        return ", ".join(sorted(_(group.name) for group in user.groups.all()))

    @admin.display(description=gettext_lazy("may log in"), ordering="is_active")
    def may_log_in(self, user):
        return badge(GOOD, _("yes")) if user.is_active and user.is_staff else badge(OFF, _("no"))


@admin.register(Group)
class StaffGroupAdmin(SaysWhoNeedsACode, DjangoGroupAdmin):
    list_display = ["in_words", "people"]
    fieldsets = [
        (None, {"fields": ["name", "words", "needs_second_factor"]}),
        (gettext_lazy("Rights one by one"), {"fields": ["permissions"], "classes": ["collapse"]}),
    ]
    readonly_fields = ["words"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(number=Count("user"))

    @admin.display(description=gettext_lazy("what they do here"), ordering="name")
    def in_words(self, group):
        return group_in_words(group)

    @admin.display(description=gettext_lazy("people"), ordering="number")
    def people(self, group):
        return group.number

    @admin.display(description=gettext_lazy("in words"))
    def words(self, group):
        return group_in_words(group) if group.pk else "–"
