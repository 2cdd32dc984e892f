"""A code from the telephone besides the password."""

import re
import time
from io import BytesIO, StringIO

import pytest
import resvg_py
import zxingcpp
from django.contrib.auth.models import Group, Permission, User
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from PIL import Image

from tests.admin_forms import admin_url, messages_of, submit
from tests.factories import create_editor, create_member_of, create_post
from tests.pages import elements_of, said, text_of, texts_of
from theatre_site import staff
from theatre_site.models import FailedSignIn, SignInRule
from theatre_site.previews import addresses_for_staff
from theatre_site.sign_in import second_factor

from .conftest import PASSWORD

PAGE = reverse("admin:second_factor")
INDEX = reverse("admin:index")


def code_of(device, *, later=0):
    totp = TOTP(device.bin_key)
    totp.time = time.time() + 30 * later
    return f"{totp.token():06d}"


def require(name=staff.NEWS_EDITOR, *, needed=True):
    SignInRule.objects.create(group=Group.objects.get(name=name), needs_second_factor=needed)


@pytest.fixture
def member(db):
    user = create_member_of(staff.NEWS_EDITOR, username="member")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def device(olena):
    """Of somebody who has wanted one."""
    return TOTPDevice.objects.create(user=olena, name="totp", confirmed=True)


# With a code


def test_the_password_alone_opens_nothing(device, log_in, client):
    page = log_in("olena")
    assert page.status_code == 302

    closed = [
        INDEX,
        reverse("admin:own_settings"),
        admin_url(User, "changelist"),
        addresses_for_staff(create_post())["ru"],
    ]
    assert {client.get(address).status_code for address in closed} == {302}
    asked = client.get(INDEX, follow=True)
    assert asked.redirect_chain[-1][0] == f"{PAGE}?next=%2Fadmin%2F"
    assert reverse("admin:own_settings") not in asked.text


def test_with_the_code_one_goes_where_one_wanted_to_go(device, log_in, client):
    wanted = reverse("admin:news_post_changelist")
    log_in("olena")
    asked = client.get(wanted, follow=True)
    page = client.post(asked.redirect_chain[-1][0], {"code": code_of(device)})

    assert (page.status_code, page.url) == (302, wanted)
    assert client.get(wanted).status_code == 200


def test_nobody_is_led_away_from_the_site(device, log_in, client):
    log_in("olena")
    assert client.post(f"{PAGE}?next=//evil.example/", {"code": code_of(device)}).url == INDEX


def test_a_code_opens_once(device, log_in, client):
    code = code_of(device)
    log_in("olena")
    client.post(PAGE, {"code": code})
    client.post(reverse("admin:logout"))
    log_in("olena")

    assert client.post(PAGE, {"code": code}).status_code == 400
    assert client.get(INDEX).status_code == 302


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_a_wrong_code_is_said_to_be_wrong_and_written_down(device, log_in, client, language):
    client.cookies["django_language"] = language
    log_in("olena")
    page = client.post(PAGE, {"code": "000000"}, headers={"x-forwarded-for": "203.0.113.7"})

    wrong = said("This code is not right or was used already. Wait a moment and take the next one.", language)
    assert (page.status_code, texts_of(page, "li")[-1]) == (400, wrong)
    assert [(each.username, each.ip_address) for each in FailedSignIn.objects.all()] == [("olena", "203.0.113.7")]


def test_who_guesses_codes_waits_and_is_locked_out_at_last(device, log_in, client):
    log_in("olena")
    outcomes = [client.post(PAGE, {"code": "000000"}).status_code for _time in range(5)]

    assert outcomes == [400, 400, 400, 400, 429]
    device.refresh_from_db()
    device.throttle_reset()  # as if the wait were over, but the lock is not
    assert client.post(PAGE, {"code": code_of(device)}).status_code == 429
    assert client.get(INDEX).status_code == 302


def test_the_session_gets_another_name(device, log_in, client):
    log_in("olena")
    before = client.session.session_key
    client.post(PAGE, {"code": code_of(device)})

    assert client.session.session_key != before


def test_one_can_leave_half_way(device, log_in, client):
    log_in("olena")
    client.post(PAGE, {"leave": ""})

    assert "_auth_user_id" not in client.session


def test_it_costs_one_query_a_page(device, log_in, client):

    def cost():
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("admin:own_settings"))
        return len(asked)

    log_in("olena")
    client.post(PAGE, {"code": code_of(device)})
    with_code = cost()
    device.delete()
    client.post(reverse("admin:logout"))
    log_in("olena")

    assert with_code - cost() == 1


# On paper


def test_a_backup_code_opens_once(device, olena, log_in, client):
    code = second_factor.new_backup_codes(olena)[0]
    log_in("olena")
    assert client.post(PAGE, {"code": f" {code.upper()} "}).status_code == 302
    assert client.get(INDEX).status_code == 200

    client.post(reverse("admin:logout"))
    log_in("olena")
    assert client.post(PAGE, {"code": code}).status_code == 400


def test_new_codes_are_shown_once_and_those_of_before_end(device, olena, log_in, client):
    old = second_factor.new_backup_codes(olena)
    log_in("olena")
    client.post(PAGE, {"code": code_of(device)})
    page = client.post(PAGE, {"new_codes": ""})
    new = [element.text for element in elements_of(page, "code")]

    assert (len(new), set(new) & set(old)) == (10, set())
    assert set(StaticToken.objects.values_list("token", flat=True)) == set(new)
    assert page.headers["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


# Setting it up


def read_by_a_camera(page):
    [square] = re.findall(r'<svg [^>]*class="qr".*?</svg>', page.text, re.DOTALL)
    svg = square.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg" width="490" height="490"', 1)
    picture = Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg))))
    return zxingcpp.read_barcode(picture.convert("L")).text


def test_a_group_that_needs_the_code_sets_it_up_first(member, log_in, client):
    require()
    log_in("member")
    page = client.get(INDEX, follow=True)
    assert page.redirect_chain[-1][0].startswith(PAGE)
    new = TOTPDevice.objects.get(user=member, confirmed=False)
    assert read_by_a_camera(page) == new.config_url
    page = client.post(PAGE, {"code": code_of(new)})
    assert len([element.text for element in elements_of(page, "code")]) == 10
    assert client.get(INDEX).status_code == 200


def test_a_wrong_code_sets_up_nothing_and_the_square_stays(member, log_in, client):
    require()
    log_in("member")
    client.get(PAGE)
    client.post(PAGE, {"code": "000000"})

    assert TOTPDevice.objects.filter(user=member, confirmed=True).count() == 0
    assert TOTPDevice.objects.filter(user=member).count() == 1
    assert client.get(INDEX).status_code == 302


@pytest.mark.parametrize("needed", [None, False])
def test_a_group_that_does_not_need_it_comes_in_by_password(member, log_in, client, needed):
    if needed is not None:
        require(needed=needed)
    require(staff.BOX_OFFICE)
    log_in("member")

    assert client.get(INDEX).status_code == 200


def test_anybody_may_want_it_and_give_it_up_again(member, log_in, client):
    log_in("member")
    page = client.post(PAGE, {"begin": ""})
    assert read_by_a_camera(page) == TOTPDevice.objects.get().config_url
    client.post(PAGE, {"code": code_of(TOTPDevice.objects.get())})
    assert client.get(INDEX).status_code == 200

    client.post(PAGE, {"switch_off": ""})
    assert TOTPDevice.objects.count() == 0
    assert client.get(INDEX).status_code == 200


def test_who_must_have_it_cannot_give_it_up(member, log_in, client):
    require()
    device = TOTPDevice.objects.create(user=member, name="totp", confirmed=True)
    log_in("member")
    client.post(PAGE, {"code": code_of(device)})
    client.post(PAGE, {"switch_off": ""})

    assert TOTPDevice.objects.count() == 1


def test_before_the_code_nothing_can_be_changed(device, olena, log_in, client):
    log_in("olena")
    for wish in ("switch_off", "new_codes", "begin"):
        client.post(PAGE, {wish: ""})

    assert [*TOTPDevice.objects.all()] == [device]
    assert StaticToken.objects.count() == 0


@pytest.mark.parametrize("who", ["nobody", "no staff"])
def test_it_is_for_the_staff(client, db, who):
    if who == "no staff":
        client.force_login(create_editor(is_staff=False))

    assert client.get(PAGE).url == reverse("admin:login")


# Administrators


def test_an_administrator_ticks_it_for_a_group(admin_client):
    group = Group.objects.get(name=staff.NEWS_EDITOR)
    submit(admin_client, admin_url(group), needs_second_factor="on")
    assert SignInRule.objects.get().needs_second_factor

    assert "checked" in elements_of(admin_client.get(admin_url(group)), "input", id="id_needs_second_factor")[0].attrib


def test_who_may_open_groups_but_is_no_administrator_cannot_tick_it(client, db):
    require(needed=False)
    user = create_editor(is_superuser=False)

    user.user_permissions.set(Permission.objects.filter(content_type__app_label="auth"))
    client.force_login(user)
    group = Group.objects.get(name=staff.NEWS_EDITOR)
    submit(client, admin_url(group), name="News editors", needs_second_factor="on")

    assert (Group.objects.get(pk=group.pk).name, SignInRule.objects.get().needs_second_factor) == (
        "News editors",
        False,
    )


def test_an_administrator_helps_who_has_lost_the_telephone(device, admin_client, olena):
    page = admin_client.post(
        admin_url(User, "changelist"), {"action": "take_code_away", "_selected_action": [olena.pk]}, follow=True
    )

    assert TOTPDevice.objects.count() == 0
    assert messages_of(page) == [
        said("%(count)d person has no code any more.", "ru", "%(count)d people have no code any more.") % {"count": 1}
    ]


def test_so_does_a_command(device, olena):
    second_factor.new_backup_codes(olena)
    call_command("reset_second_factor", "olena", stdout=(answer := StringIO()))
    assert (answer.getvalue(), TOTPDevice.objects.count(), StaticToken.objects.count()) == (
        "olena has no code any more.\n",
        0,
        0,
    )

    with pytest.raises(CommandError, match="Nobody here is called maria"):
        call_command("reset_second_factor", "maria")


def test_who_comes_in_by_a_device_that_is_gone_is_asked_again(device, log_in, client, member):
    log_in("olena")
    client.post(PAGE, {"code": code_of(device)})
    other = TOTPDevice.objects.create(user=device.user, confirmed=True)
    device.delete()

    assert client.get(INDEX).status_code == 302
    assert other.confirmed


def test_the_keys_stand_nowhere_in_the_office(admin_client, device):
    pages = [
        admin_client.get(INDEX),
        admin_client.get(admin_url(device.user)),
        admin_client.get(admin_url(User, "changelist")),
    ]
    assert [device.key in page.text for page in pages] == [False] * 3
    assert "otp_totp" not in text_of(pages[0])
