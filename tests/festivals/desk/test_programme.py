"""The programme by day, venue and hour, changed and saved as a whole."""

import pytest
from django.forms import TimeField
from django.utils.translation import gettext

from festivals.models import Edition, ProgrammeItem
from tests.admin_forms import admin_url, complaints_of, messages_of
from tests.factories import (
    create_company,
    create_participant,
    create_performance,
    create_programme_item,
    create_venue,
    moment,
)
from tests.festivals.desk.pages import fields_of, page_address, send
from tests.pages import find, links_of, text_of, texts_of


@pytest.fixture
def address(edition):
    return page_address(edition, "programme")


def item(edition, title, hour, *, day=3, **fields):
    return create_programme_item(edition=edition, title_ru=title, starts_at=moment(2013, 10, day, hour), **fields)


def test_the_grid_has_a_table_a_day_a_column_a_venue_and_a_row_an_hour(organiser, edition, address):
    large, small = create_venue(name_ru="Большая сцена"), create_venue(name_ru="Малая сцена")
    item(edition, "Открытие", 12, venue=large)
    item(edition, "Встреча", 12, venue=small)
    item(edition, "Мастер-класс", 14, venue=small)
    item(edition, "Обсуждение", 10, day=4)
    page = organiser.get(address)
    first, second = find(page, "table")

    assert texts_of(page, "h2")[:2] == ["Четверг, 3 октября", "Пятница, 4 октября"]
    assert [text_of(cell) for cell in first.find("thead").iter("th")] == [
        gettext("Hour"),
        "Большая сцена",
        "Малая сцена",
    ]
    assert [[text_of(row.find("th")), *cells(row)] for row in first.find("tbody")] == [
        ["12:00", "Открытие", "Встреча"],
        ["14:00", "", "Мастер-класс"],
    ]
    assert [text_of(cell) for cell in second.find("thead").iter("th")] == [gettext("Hour"), gettext("No venue")]


def cells(row):
    return [" ".join(texts_of(cell, "h3")) for cell in row.iter("td")]


def test_hours_venues_and_lengths_are_saved_all_at_once(organiser, edition, address):
    stage = create_venue()
    first, second, third = (item(edition, "Открытие", hour) for hour in (10, 12, 14))

    page = send(
        organiser,
        address,
        **{f"item-{first.pk}-starts_at_0": "2013-10-04", f"item-{first.pk}-starts_at_1": "11:30"},
        **{f"item-{second.pk}-venue": stage.pk, f"item-{second.pk}-duration": "45"},
    )

    assert messages_of(page) == ["Изменено 2 пункта."]
    assert list(ProgrammeItem.objects.order_by("pk").values_list("starts_at", "venue", "duration")) == [
        (moment(2013, 10, 4, 11, 30), None, None),
        (second.starts_at, stage.pk, 45),
        (third.starts_at, None, None),
    ]


def test_a_page_that_nobody_touched_changes_nothing(organiser, edition, address):
    item(edition, "Открытие", 10, duration=30, venue=create_venue())
    create_participant(edition=edition)

    assert messages_of(send(organiser, address)) == [gettext("Nothing was changed.")]
    assert ProgrammeItem.objects.count() == 1


def test_a_programme_of_two_hundred_items_is_saved(organiser, edition, address):
    for _ in range(200):
        last = item(edition, "Открытие", 10)

    assert messages_of(send(organiser, address, **{f"item-{last.pk}-duration": "45"})) == ["Изменён 1 пункт."]


def test_who_has_no_hour_yet_gets_one_here(organiser, edition, address):
    participant, waiting = create_participant(edition=edition), create_participant(edition=edition)
    create_participant(edition=edition, state="submitted")
    stage, prefix = create_venue(), f"participant-{participant.pk}"

    send(
        organiser,
        address,
        **{f"{prefix}-starts_at_0": "2013-10-03", f"{prefix}-starts_at_1": "15:00", f"{prefix}-venue": stage.pk},
    )

    made = ProgrammeItem.objects.get()
    assert (made.edition, made.kind, made.participant, made.venue) == (edition, "show", participant, stage)
    assert made.starts_at == moment(2013, 10, 3, 15)
    assert [name for name in fields_of(organiser.get(address)) if name.endswith("starts_at_0")] == [
        f"item-{made.pk}-starts_at_0",
        f"participant-{waiting.pk}-starts_at_0",
    ]


def test_bad_input_stands_beside_its_item_and_nothing_is_lost_or_saved(organiser, edition, address):
    first, second = item(edition, "Открытие", 10), item(edition, "Закрытие", 12)
    waiting = create_participant(edition=edition)

    page = send(
        organiser,
        address,
        **{f"item-{first.pk}-starts_at_1": "25:00", f"item-{first.pk}-duration": "901"},
        **{f"item-{second.pk}-duration": "45", f"item-{second.pk}-venue": "999"},
        **{f"participant-{waiting.pk}-duration": "60"},
    )

    assert page.status_code == 400
    assert len(complaints_of(page)) == 4
    assert complaints_of(page)[0] == TimeField().error_messages["invalid"]
    assert complaints_of(page)[-1] == gettext("Say when it begins, too.")
    typed = fields_of(page)
    assert (typed[f"item-{first.pk}-starts_at_1"], typed[f"item-{second.pk}-duration"]) == ("25:00", "45")
    assert set(ProgrammeItem.objects.values_list("duration", flat=True)) == {None}


def test_what_somebody_else_has_changed_is_neither_taken_back_nor_overwritten_unseen(organiser, edition, address):
    moved, touched = item(edition, "Открытие", 10), item(edition, "Закрытие", 12)
    old_page = fields_of(organiser.get(address))
    ProgrammeItem.objects.filter(pk=moved.pk).update(starts_at=moment(2013, 10, 3, 11))
    ProgrammeItem.objects.filter(pk=touched.pk).update(starts_at=moment(2013, 10, 3, 13))

    page = organiser.post(address, {**old_page, f"item-{touched.pk}-starts_at_1": "18:00"})

    assert page.status_code == 400
    assert [words[:61] for words in complaints_of(page)] == [
        "Пока страница была открыта, это уже изменили. Сейчас здесь: 3"
    ]
    assert ProgrammeItem.objects.get(pk=touched.pk).starts_at == moment(2013, 10, 3, 13)

    organiser.post(address, {**old_page, **fields_of(page)})
    assert ProgrammeItem.objects.get(pk=touched.pk).starts_at == moment(2013, 10, 3, 18)
    assert ProgrammeItem.objects.get(pk=moved.pk).starts_at == moment(2013, 10, 3, 11)


def test_an_item_that_was_deleted_meanwhile_does_no_harm(organiser, edition, address):
    gone, kept = item(edition, "Открытие", 10), item(edition, "Закрытие", 12)
    old_page = fields_of(organiser.get(address))
    gone.delete()

    page = organiser.post(address, {**old_page, f"item-{kept.pk}-duration": "45"}, follow=True)

    assert messages_of(page) == ["Изменён 1 пункт."]
    assert ProgrammeItem.objects.get().duration == 45


def test_a_date_of_whats_on_is_moved_there(organiser, edition, address):
    performance = create_performance(starts_at=moment(2013, 10, 3, 18))
    shown = item(edition, "Ревизор", 10, performance=performance)
    page = organiser.get(address)

    assert [name for name in fields_of(page) if name.startswith(f"item-{shown.pk}-")] == []
    assert admin_url(performance) in links_of(page)
    organiser.post(address, {f"item-{shown.pk}-seen": "x", f"item-{shown.pk}-starts_at_0": "2013-10-04"})
    assert ProgrammeItem.objects.get().starts_at == moment(2013, 10, 3, 10)


def test_warnings_stand_above_the_grid_and_beside_their_items_and_block_nothing(organiser, edition, address):
    stage = create_venue(name_ru="Большая сцена")
    first = item(edition, "Открытие", 12, duration=90, venue=stage)
    second = item(edition, "Встреча", 13, venue=stage)
    item(edition, "Закрытие", 18, venue=stage)
    create_participant(edition=edition, company=create_company(name_ru="Маска"), show_ru="Колобок")

    page = send(organiser, address, **{f"item-{second.pk}-duration": "30"})

    both = "«Открытие» (3 октября, 12:00) и «Встреча» (3 октября, 13:00)"
    words = f"Два пункта сразу на сцене «Большая сцена»: {both}."
    [warnings] = find(page, "section.desk-warnings")
    assert [text_of(line) for line in warnings.iter("li")] == [words, "«Колобок» (Маска) ещё без часа."]
    assert links_of(warnings) == [f"#item-{first.pk}", f"#participant-{edition.participants.get().pk}"]
    assert texts_of(page, "ul.cell__warnings") == [words, words]
    assert ProgrammeItem.objects.get(pk=second.pk).duration == 30


# Preliminary and confirmed


def test_the_programme_is_confirmed_by_a_button_and_visitors_see_it(organiser, client, edition, address):
    item(edition, "Открытие", 12)
    public = "/ru/festival/2013/programme/"
    assert "Предварительная программа" in text_of(client.get(public))

    page = organiser.post(page_address(edition, "confirm"), {"confirmed": "1"}, follow=True)

    assert messages_of(page) == [gettext("The programme is confirmed.")]
    assert "Предварительная программа" not in text_of(client.get(public))

    organiser.post(page_address(edition, "confirm"), {"confirmed": "0"})
    assert "Предварительная программа" in text_of(client.get(public))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Перенесено с 12:00 на 14:00, изменено 1 октября"),
        ("uk", "Перенесено з 12:00 на 14:00, змінено 1 жовтня"),
    ],
)
def test_visitors_read_what_was_moved_and_when_on_the_screen_and_on_paper(
    organiser, client, edition, address, at, language, words
):
    at("2013-10-01 09:00")
    Edition.objects.update(programme_confirmed=True, publish_at=moment(2013, 1, 1))
    opening = item(edition, "Открытие", 12)
    public = f"/{language}/festival/2013/programme/"
    assert words not in text_of(client.get(public))

    send(organiser, address, **{f"item-{opening.pk}-starts_at_1": "14:00"})

    assert text_of(client.get(public)).count(words) == 2


def test_before_it_is_confirmed_hours_change_without_a_word(organiser, client, edition, address):
    opening = item(edition, "Открытие", 12)

    send(organiser, address, **{f"item-{opening.pk}-starts_at_1": "14:00"})

    assert ProgrammeItem.objects.get().moved_from is None
    assert "Перенесено" not in text_of(client.get("/ru/festival/2013/programme/"))


def test_what_moves_twice_tells_its_first_hour_and_what_comes_back_was_not_moved(organiser, edition, address, at):
    at("2013-10-01 09:00")
    Edition.objects.update(programme_confirmed=True)
    opening = item(edition, "Открытие", 12)
    notes = []
    for day, hour in (("2013-10-03", "14:00"), ("2013-10-04", "15:00"), ("2013-10-03", "12:00")):
        send(organiser, address, **{f"item-{opening.pk}-starts_at_0": day, f"item-{opening.pk}-starts_at_1": hour})
        notes.append(ProgrammeItem.objects.get().move_note)

    assert notes == [
        "Перенесено с 12:00 на 14:00, изменено 1 октября",
        "Перенесено с 3 октября, 12:00 на 4 октября, 15:00, изменено 1 октября",
        "",
    ]


@pytest.mark.parametrize("confirmed", ["0", "1"])
def test_a_programme_that_is_confirmed_anew_begins_without_notes(organiser, edition, address, confirmed):
    Edition.objects.update(programme_confirmed=True)
    opening = item(edition, "Открытие", 12)
    send(organiser, address, **{f"item-{opening.pk}-starts_at_1": "14:00"})
    assert ProgrammeItem.objects.get().move_note

    organiser.post(page_address(edition, "confirm"), {"confirmed": confirmed})

    assert ProgrammeItem.objects.get().move_note == ""
