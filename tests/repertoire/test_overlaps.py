"""One house plays one thing at a time (E11)."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import time
from threading import Barrier, BrokenBarrierError

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.utils.translation import gettext

from repertoire.models import Performance
from tests.admin_forms import admin_url, errors_of, submit
from tests.factories import create_editor, create_performance, create_production, create_slot, create_venue, moment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

# "Ревизор" is on from 15:00 to 16:40 on Saturday, 21 November 2026.
SENTENCE = "The stage is taken then: “%(show)s” on %(day)s, %(begins)s–%(ends)s (%(place)s)."


def create_revizor(**fields):
    return create_performance(starts_at=moment(2026, 11, 21, 15), **fields)


def sentence(place):
    facts = {"show": "Ревизор", "day": "21 ноября", "begins": "15:00", "ends": "16:40", "place": place}
    return gettext(SENTENCE) % facts


def refusal_of(**fields):
    """What is said about another show, "" if it can be played."""
    try:
        Performance(**{"production": create_production(title_ru="Золушка"), **fields}).full_clean()
    except ValidationError as refused:
        return " ".join(refused.message_dict["starts_at"])
    return ""


@pytest.mark.parametrize(
    ("hour", "minute", "refused"),
    [(13, 20, False), (13, 21, True), (15, 0, True), (16, 39, True), (16, 40, False)],
)
def test_two_shows_in_one_house_do_not_go_on_at_once(hour, minute, refused):
    create_revizor()

    found = refusal_of(starts_at=moment(2026, 11, 21, hour, minute))

    assert found == (sentence(gettext("our own house")) if refused else "")


def test_a_show_of_unknown_length_lasts_the_usual_time():
    create_performance(production=None, starts_at=moment(2026, 11, 21, 15))

    assert refusal_of(starts_at=moment(2026, 11, 21, 16, 59)) != ""
    assert refusal_of(starts_at=moment(2026, 11, 21, 17)) == ""


def test_another_house_is_free():
    create_venue(is_home=True)
    create_revizor()

    assert refusal_of(starts_at=moment(2026, 11, 21, 15), venue=create_venue()) == ""


def test_our_own_house_is_the_same_whether_named_or_not():
    home = create_venue(is_home=True, name_ru="Большой зал")
    create_revizor(venue=home)

    assert refusal_of(starts_at=moment(2026, 11, 21, 15)) == sentence("Большой зал")


def test_it_does_not_need_a_house_of_our_own_to_see_a_guest_stage_taken():
    stage = create_venue(name_ru="ДК")
    create_revizor(venue=stage)

    assert refusal_of(starts_at=moment(2026, 11, 21, 15), venue=stage) == sentence("ДК")
    assert refusal_of(starts_at=moment(2026, 11, 21, 15)) == ""


@pytest.mark.parametrize("state", ["cancelled", "postponed"])
def test_what_does_not_take_place_leaves_the_house_free(state):
    create_revizor(state=state)

    assert refusal_of(starts_at=moment(2026, 11, 21, 15)) == ""


def test_what_is_cancelled_may_stand_at_a_taken_hour():
    create_revizor()

    assert refusal_of(starts_at=moment(2026, 11, 21, 15), state="cancelled") == ""


def test_a_moved_show_leaves_its_old_hour_free():
    create_performance(starts_at=moment(2026, 11, 28, 15), state="rescheduled", moved_from=moment(2026, 11, 21, 15))

    assert refusal_of(starts_at=moment(2026, 11, 21, 15)) == ""
    assert refusal_of(starts_at=moment(2026, 11, 28, 15)) != ""


def test_a_show_is_not_in_its_own_way():
    create_revizor().full_clean()


def test_the_form_says_it_beside_the_hour(admin_client):
    create_revizor()

    page = submit(admin_client, admin_url(Performance, "add"), starts_at_0="2026-11-21", starts_at_1="16:00")

    assert errors_of(page) == {"starts_at": [sentence(gettext("our own house"))]}
    assert Performance.objects.count() == 1


def test_the_rhythm_leaves_an_hour_alone_at_which_something_else_goes_on():
    create_slot(time=time(15))
    create_performance(starts_at=moment(2026, 11, 21, 14))
    create_performance(starts_at=moment(2026, 11, 28, 17))
    create_performance(starts_at=moment(2026, 12, 5, 14), state="cancelled")

    assert Performance.objects.make_from_slots(weeks=3) == 2
    assert [date.day.day for date in Performance.objects.filter(slot__isnull=False)] == [28, 5]


@pytest.mark.django_db(transaction=True)
def test_of_two_editors_who_save_at_once_only_one_gets_the_stage(at, monkeypatch):
    """Each waits for the other between the question and the writing, as long as there is another at that place."""
    both_have_asked, ask = Barrier(2), Performance.clean_hour

    def ask_and_wait(performance):
        ask(performance)
        with suppress(BrokenBarrierError):
            both_have_asked.wait(timeout=1)

    def save(user):
        client = Client()
        client.force_login(user)
        page = submit(client, admin_url(Performance, "add"), starts_at_0="2026-11-21", starts_at_1="16:00")
        connection.close()
        return bool(page.redirect_chain)

    monkeypatch.setattr(Performance, "clean_hour", ask_and_wait)
    with ThreadPoolExecutor() as desks:
        are_saved = list(desks.map(save, [create_editor(), create_editor()]))

    assert sorted(are_saved) == [False, True]
    assert Performance.objects.count() == 1
