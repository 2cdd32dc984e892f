from axes.models import AccessFailureLog, AccessLog
from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _


class SignInRule(models.Model):
    """What a group needs besides a password."""

    group = models.OneToOneField(Group, primary_key=True, on_delete=models.CASCADE, related_name="sign_in_rule")
    needs_second_factor = models.BooleanField(_("code from the telephone"), default=False)

    def __str__(self):
        return str(self.group)


class SignIn(AccessLog):
    """Somebody came in."""

    class Meta:
        proxy = True
        ordering = ["-pk"]
        verbose_name = _("log-in")
        verbose_name_plural = _("log-ins")


class FailedSignIn(AccessFailureLog):
    """Somebody did not: a wrong password, a wrong code, or too many of them."""

    class Meta:
        proxy = True
        ordering = ["-pk"]
        verbose_name = _("failed log-in")
        verbose_name_plural = _("failed log-ins")
