"""The page where a code is asked for, a telephone is made known, and new backup codes are given. No JavaScript."""

from base64 import b32encode

from django import forms
from django.contrib import admin, messages
from django.contrib.auth import logout
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect

from theatre_site.sign_in import second_factor
from theatre_site.templatetags.paper import drawn

WRONG = gettext_lazy("This code is not right or was used already. Wait a moment and take the next one.")


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}),
    )

    def clean_code(self):
        return self.cleaned_data["code"].replace(" ", "").lower()


@never_cache
@csrf_protect
def second_factor_page(request):
    """For staff who have said their password; those who have said a code, too, see what they have."""
    if not (request.user.is_active and request.user.is_staff):
        return redirect("admin:login")
    if "leave" in request.POST:
        logout(request)
        return redirect("admin:login")
    if not second_factor.waits(request.user):
        return what_one_has(request)
    return ask(request) if request.user.has_second_factor else set_up(request)


def ask(request):
    form = CodeForm(request.POST or None)
    if is_right(request, form):
        return redirect(way_back(request))
    return show(request, form, step="ask", title=_("The code from your telephone"))


def set_up(request):
    device = second_factor.new_device(request.user)
    form = CodeForm(request.POST if "code" in request.POST else None)
    if is_right(request, form, device):
        return show_codes(request, second_factor.confirmed(device))
    context = {"square": drawn(device.config_url), "key": in_groups_of_four(device.bin_key)}
    return show(request, form, step="set_up", title=_("Log in with a code, too"), **context)


def what_one_has(request):
    actions = {"begin": set_up, "code": set_up, "new_codes": new_codes, "switch_off": switch_off}
    for name, action in actions.items():
        if name in request.POST and (request.user.has_second_factor == (action is not set_up)):
            return action(request)
    left = second_factor.backup_codes_left(request.user)
    return show(request, None, step="state", title=_("Log in with a code, too"), left=left)


def new_codes(request):
    return show_codes(request, second_factor.new_backup_codes(request.user))


def switch_off(request):
    if request.user.must_have_second_factor:
        messages.error(request, _("Your group needs the code. Only an administrator can change that."))
    else:
        second_factor.forget(request.user)
        messages.success(request, _("From now on your password is enough."))
    return redirect("admin:second_factor")


def is_right(request, form, device=None):
    if not form.is_valid():
        return False
    if not second_factor.is_right(request, form.cleaned_data["code"], device):
        form.add_error("code", WRONG)
        return False
    return True


def show_codes(request, codes):
    return show(request, None, step="codes", title=_("Backup codes"), codes=codes)


def show(request, form, **context):
    status = 400 if form and form.errors else 200
    context = {**admin.site.each_context(request), "form": form, "next": request.GET.get("next", ""), **context}
    return render(request, "admin/second_factor.html", context, status=status)


def way_back(request):
    address = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(address, allowed_hosts=None) and address.startswith("/")
    return address if ours else reverse("admin:index")


def in_groups_of_four(key):
    """As one types it where no camera is at hand."""
    letters = b32encode(key).decode()
    return " ".join(letters[place : place + 4] for place in range(0, len(letters), 4))
