"""The results in one grid."""

import pytest
from django.utils.translation import gettext

from festivals.models import Award, Nomination
from tests.admin_forms import complaints_of, messages_of
from tests.factories import (
    create_award,
    create_company,
    create_nomination,
    create_participant,
    create_partner,
    days_from_now,
)
from tests.festivals.desk.pages import fields_of, page_address, send
from tests.pages import texts_of


@pytest.fixture
def address(edition):
    return page_address(edition, "results")


@pytest.fixture
def nomination(edition):
    return create_nomination(edition=edition, title_ru="Режиссура")


def new(nomination, number=0, **fields):
    return {f"new-{nomination.pk}-{number}-{name}": value for name, value in fields.items()}


def prize(number, *, award=None, **fields):
    added = {f"prize-{number}-{name}": value for name, value in fields.items()}
    return {**added, **{f"prize-{number}-award-0-{name}": value for name, value in (award or {}).items()}}


def laureates(nomination):
    return [(award.degree, award.winner) for award in nomination.awards.all()]


def test_every_nomination_has_its_laureates_and_one_empty_row(organiser, edition, address, nomination):
    award = create_award(nomination=nomination, person_ru="Анна Лис", degree="first")
    create_nomination(edition=edition, title_ru="Гран-при", is_grand_prix=True)
    page = organiser.get(address)

    names = ["Гран-при Гран-при", "Режиссура", gettext("An added prize")]
    assert texts_of(page, "legend") == [*names, names[-1]]  # the last one is for the script that adds rows
    fields = fields_of(page)
    assert fields[f"award-{award.pk}-person_ru"] == "Анна Лис"
    assert fields[f"award-{award.pk}-degree"] == "first"
    assert fields[f"new-{nomination.pk}-0-degree"] == ""


def test_twelve_nominations_are_decided_with_one_save(organiser, edition, address):
    participant = create_participant(edition=edition, company=create_company(name_ru="Маска"))
    nominations = [create_nomination(edition=edition, order=order) for order in range(12)]
    decisions = {}
    for nomination in nominations[:10]:
        decisions |= new(nomination, degree="laureate", participant=participant.pk)
    decisions |= new(nominations[10], degree="not_awarded")
    decisions |= new(nominations[11], person_ru="Анна Лис", person_uk="Ганна Лис", for_what_ru="за музыку")

    page = send(organiser, address, **decisions)

    assert messages_of(page) == ["Сохранено 12 строк."]
    assert [laureates(nomination) for nomination in nominations] == [
        *[[("laureate", "Маска")]] * 10,
        [("not_awarded", "")],
        [("", "Анна Лис")],
    ]


def test_a_prize_is_shared_in_the_order_of_its_rows(organiser, address, nomination):
    first = create_award(nomination=nomination, person_ru="Первая")
    rows = {**new(nomination, 0, person_ru="Второй", seen=""), **new(nomination, 1, person_ru="Третий", seen="")}
    untouched = fields_of(organiser.get(address))[f"new-{nomination.pk}-0-seen"]
    rows = {name: value or untouched for name, value in rows.items()}

    send(organiser, address, **rows)

    assert [winner for degree, winner in laureates(nomination)] == ["Первая", "Второй", "Третий"]
    assert first in nomination.awards.all()


def test_an_award_is_changed_emptied_or_removed(organiser, address, nomination):
    changed, emptied, removed, kept = (create_award(nomination=nomination, person_ru=name) for name in "АБВГ")

    page = send(
        organiser,
        address,
        **{f"award-{changed.pk}-degree": "second", f"award-{changed.pk}-person_ru": "Анна"},
        **{f"award-{emptied.pk}-person_ru": ""},
        **{f"award-{removed.pk}-remove": "on"},
    )

    assert messages_of(page) == ["Сохранены 3 строки."]
    assert laureates(nomination) == [("second", "Анна"), ("", "Г")]
    assert kept in nomination.awards.all()


def test_prizes_that_were_not_foreseen_are_added_with_their_laureates(organiser, edition, address, nomination):
    partner = create_partner(name_ru="Детский мир")
    participant = create_participant(edition=edition, company=create_company(name_ru="Маска"))
    untouched = fields_of(organiser.get(address))["prize-0-award-0-seen"]

    page = send(
        organiser,
        address,
        **prize(
            0, title_ru="Надежда", title_uk="Надія", presented_by=partner.pk, award={"participant": participant.pk}
        ),
        **prize(
            1, title_ru="За смелость", title_uk="", presented_by="", award={"person_ru": "Анна", "seen": untouched}
        ),
    )

    assert messages_of(page) == ["Сохранены 4 строки."]
    added = Nomination.objects.exclude(pk=nomination.pk)
    assert [(each.title_ru, each.title_uk, each.presented_by, laureates(each)) for each in added] == [
        ("Надежда", "Надія", partner, [("", "Маска")]),
        ("За смелость", "", None, [("", "Анна")]),
    ]


def test_the_same_form_sent_twice_adds_its_prize_and_its_laureate_once(organiser, edition, address, nomination):
    added = {"title_ru": "За смелость", "presented_by": create_partner().pk, "award": {"person_ru": "Иванна"}}
    form = {**fields_of(organiser.get(address)), **new(nomination, person_ru="Анна"), **prize(0, **added)}
    organiser.post(address, form)
    again = organiser.post(address, form)

    words = gettext("It is in the list already: perhaps “Save” was pressed twice.")
    assert (again.status_code, complaints_of(again)) == (400, [words, words])
    assert [each.title_ru for each in edition.nominations.all()] == ["Режиссура", "За смелость"]
    assert [award.person_ru for award in Award.objects.order_by("pk")] == ["Анна", "Иванна"]


def test_a_prize_without_a_name_is_sent_back(organiser, address):
    page = send(organiser, address, **prize(0, award={"person_ru": "Анна"}))

    assert (page.status_code, complaints_of(page)) == (400, [gettext("Name the prize.")])
    assert fields_of(page)["prize-0-award-0-person_ru"] == "Анна"
    assert Nomination.objects.count() == 0


def test_mistakes_stand_beside_their_rows_and_nothing_is_lost_or_saved(organiser, edition, address, nomination):
    other, good = create_nomination(edition=edition), create_nomination(edition=edition)
    stranger = create_participant()

    page = send(
        organiser,
        address,
        **new(nomination, degree="first"),
        **new(other, degree="not_awarded", person_ru="Анна Лис"),
        **new(good, participant=stranger.pk, person_ru="Олег"),
        **prize(0, title_ru="Надежда", award={"for_what_ru": "за всё"}),
    )

    rule = gettext("Say who received it, or choose “not awarded” and name nobody.")
    assert page.status_code == 400
    assert [words for words in complaints_of(page) if words == rule] == [rule] * 3
    assert len(complaints_of(page)) == 4
    typed = fields_of(page)
    assert typed[f"new-{nomination.pk}-0-degree"] == "first"
    assert (typed[f"new-{other.pk}-0-person_ru"], typed[f"new-{good.pk}-0-person_ru"]) == ("Анна Лис", "Олег")
    assert (typed["prize-0-title_ru"], typed["prize-0-award-0-for_what_ru"]) == ("Надежда", "за всё")
    assert (Award.objects.count(), Nomination.objects.count()) == (0, 3)


def test_not_awarded_and_a_laureate_contradict_each_other(organiser, address, nomination):
    create_award(nomination=nomination, person_ru="Анна Лис")

    page = send(organiser, address, **new(nomination, degree="not_awarded"))

    words = gettext("“Not awarded” stands beside a laureate: remove one of the two.")
    assert (page.status_code, complaints_of(page)) == (400, [words])
    assert laureates(nomination) == [("", "Анна Лис")]


def test_who_has_withdrawn_keeps_the_award_it_has_and_gets_no_new_one(organiser, edition, address, nomination):
    away = create_participant(edition=edition, state="withdrawn")
    award = create_award(nomination=nomination, participant=away)
    never = create_participant(edition=edition, state="rejected")

    send(organiser, address, **{f"award-{award.pk}-degree": "first"})
    page = send(organiser, address, **new(nomination, participant=never.pk))

    assert Award.objects.get().participant == away
    assert Award.objects.get().degree == "first"
    assert page.status_code == 400


def test_what_somebody_else_has_entered_is_not_overwritten_unseen(organiser, address, nomination):
    award = create_award(nomination=nomination, person_ru="Анна")
    old_page = fields_of(organiser.get(address))
    Award.objects.update(person_ru="Олег", degree="first")

    untouched = organiser.post(address, old_page, follow=True)
    page = organiser.post(address, {**old_page, f"award-{award.pk}-person_ru": "Мария"})

    assert messages_of(untouched) == [gettext("Nothing was changed.")]
    assert page.status_code == 400
    assert [words[-60:] for words in complaints_of(page)] == [
        "Сейчас здесь: Олег. Сохраните ещё раз, если нужно по-вашему."
    ]
    assert Award.objects.get().person_ru == "Олег"

    organiser.post(address, fields_of(page))
    assert Award.objects.get().person_ru == "Мария"


@pytest.mark.parametrize(
    ("results_at", "words"),
    [
        (None, "Nobody sees the results until their moment is set:"),
        (1, "Until then nobody sees the results."),
        (-1, "Visitors see at once what you save here."),
    ],
)
def test_the_page_says_who_sees_the_results(organiser, edition, address, results_at, words):
    edition.results_at = results_at and days_from_now(results_at)
    edition.save()

    assert gettext(words) in texts_of(organiser.get(address), "p.desk-lead")[0]
