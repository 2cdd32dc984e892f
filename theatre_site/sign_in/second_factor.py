"""A code from a telephone besides the password: for whoever wants it, and for groups that must.

django-otp makes and checks the codes, each once, and makes whoever guesses wait longer and longer; all of it is kept
in the database, so that it holds on every machine.
"""

from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_login_failed
from django.db import transaction
from django.db.models import Exists, OuterRef
from django_otp import devices_for_user
from django_otp import login as confirm
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

BACKUP_CODES = 10
CODE_LENGTH = 6

is_required = Exists(Group.objects.filter(user=OuterRef("pk"), sign_in_rule__needs_second_factor=True))
has_device = Exists(TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True))


def waits(user):
    """Has said the password, and must still say a code or make a device first. Asks nothing: StaffBackend knows."""
    if not user.is_authenticated or user.is_verified():
        return False
    return user.must_have_second_factor or user.has_second_factor


def device_of(user):
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def new_device(user):
    """The one that is being set up; asked for again it is the same, so that the code on the screen stays good."""
    return TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "totp"})[0]


def is_right(request, code, device=None):
    """Whether this code opens the office: of this device, or else of any that the user has. Wrong ones are kept with
    the wrong passwords, and lock as those do."""
    named = {"username": request.user.get_username()}
    if not AxesProxyHandler.is_allowed(request, named):
        request.axes_locked_out = True
        return False
    with transaction.atomic():
        devices = [device] if device else sorted(devices_for_user(request.user, for_verify=True), key=fits(code))
        found = next((each for each in devices[:1] if each.verify_token(code)), None)
    if found is None:
        user_login_failed.send(sender=__name__, credentials=named, request=request)
        return False
    confirm(request, found)
    request.session.cycle_key()
    return True


def fits(code):
    """A code of digits is asked of the telephone first, a longer one of the list on paper."""
    wanted = TOTPDevice if code.isdigit() and len(code) == CODE_LENGTH else StaticDevice
    return lambda device: not isinstance(device, wanted)


def confirmed(device):
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    return new_backup_codes(device.user)


def new_backup_codes(user):
    """Those of before are good no longer."""
    device, _made = StaticDevice.objects.get_or_create(user=user, defaults={"name": "backup"})
    device.token_set.all().delete()
    codes = [StaticToken.random_token() for _number in range(BACKUP_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def backup_codes_left(user):
    return StaticToken.objects.filter(device__user=user).count()


def forget(user):
    """How many devices there were. Whoever is in the office by one of them has to say a code again."""
    return sum(
        model.objects.filter(user=user).delete()[1].get(model._meta.label, 0) for model in (TOTPDevice, StaticDevice)
    )
