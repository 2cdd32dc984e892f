"""Guessing passwords."""

from datetime import timedelta
from io import StringIO

import pytest
from axes.models import AccessAttempt, AccessFailureLog
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from tests.factories import create_editor
from tests.pages import said, text_of, texts_of
from theatre_site.models import FailedSignIn, SignIn


def guess(log_in, username="olena", *, times=5, **who):
    return [log_in(username, "wrong", **who).status_code for _time in range(times)]


def test_the_fifth_wrong_password_closes_the_door_even_for_the_right_one(olena, log_in):
    assert guess(log_in) == [200, 200, 200, 200, 429]
    page = log_in("olena")

    assert (page.status_code, page.headers["Retry-After"]) == (429, "900")
    assert "_auth_user_id" not in page.client.session


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_the_page_says_what_to_do(olena, log_in, language):
    guess(log_in)
    page = log_in("olena", **{"accept-language": language})

    assert said("Too many attempts. Let us take a break.", language) in texts_of(page, "h1")
    assert "15" in text_of(page)


def test_the_rest_of_the_theatre_comes_in_from_the_same_address(olena, log_in):
    mykola = create_editor(username="mykola")
    mykola.set_password("another-sesame")
    mykola.save()
    guess(log_in)

    assert log_in("mykola", "another-sesame").status_code == 302


def test_nobody_can_be_locked_out_of_elsewhere(olena, log_in):
    guess(log_in, address="198.51.100.66")
    assert log_in("olena").status_code == 302


def test_an_invented_address_does_not_help_to_guess_on(olena, log_in):
    outcomes = [log_in("olena", "wrong", address=f"10.0.0.{n}, 198.51.100.66").status_code for n in range(5)]
    assert outcomes[-1] == 429


def test_another_browser_does_not_help_either(olena, log_in):
    outcomes = [log_in("olena", "wrong", **{"user-agent": f"browser {n}"}).status_code for n in range(5)]
    assert outcomes[-1] == 429


def test_the_door_opens_again_by_itself_and_knocking_does_not_keep_it_shut(olena, log_in, settings):
    guess(log_in, times=7)
    AccessAttempt.objects.update(attempt_time=timezone.now() - settings.AXES_COOLOFF_TIME - timedelta(seconds=1))

    assert log_in("olena").status_code == 302


def test_knocking_on_a_locked_door_does_not_make_the_wait_longer(olena, log_in):
    guess(log_in)
    before = AccessAttempt.objects.get().attempt_time
    guess(log_in, times=2)

    assert AccessAttempt.objects.get().attempt_time == before


def test_the_right_password_begins_the_count_anew(olena, log_in):
    guess(log_in, times=4)
    log_in("olena")

    assert guess(log_in, times=4) == [200] * 4


def test_limits_live_in_the_database_so_that_every_machine_knows_them(olena, log_in, settings):
    guess(log_in)
    assert settings.AXES_HANDLER == "axes.handlers.database.AxesDatabaseHandler"
    assert AccessAttempt.objects.get().failures_since_start == 5


def test_no_password_is_written_down(olena, log_in):
    log_in("olena", "my-secret-guess")
    kept = [*AccessAttempt.objects.values(), *AccessFailureLog.objects.values()]

    assert len(kept) == 2
    assert "my-secret-guess" not in str(kept)


def test_old_log_ins_are_forgotten(olena, log_in, client):
    log_in("olena")
    log_in("olena", "wrong")
    long_ago = timezone.now() - timedelta(days=181)
    SignIn.objects.update(attempt_time=long_ago)
    FailedSignIn.objects.update(attempt_time=long_ago)
    log_in("olena")
    Session.objects.update(expire_date=long_ago)
    call_command("forget_sign_ins", stdout=(said_to := StringIO()))

    assert (SignIn.objects.count(), FailedSignIn.objects.count(), Session.objects.count()) == (1, 0, 0)
    assert said_to.getvalue() == "2 log-ins of more than 180 days ago are forgotten.\n"
