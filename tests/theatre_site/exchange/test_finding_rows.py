"""Which row of the site a row of a file means: re-import changes instead of doubling."""

from festivals.models import ProgrammeItem
from festivals.resources import ParticipantResource, ProgrammeItemResource
from repertoire.models import Performance
from repertoire.resources import PerformanceResource
from tests.exchange import counts, csv_file, export, import_file, refusals, try_file
from tests.factories import (
    create_company,
    create_edition,
    create_participant,
    create_performance,
    create_programme_item,
    create_venue,
    moment,
    next_saturday,
)


def test_a_date_is_known_by_its_hour_and_house(db):
    home, other = create_venue(is_home=True), create_venue(name_ru="Дворец")
    in_house = create_performance(starts_at=next_saturday(), venue=None)
    elsewhere = create_performance(starts_at=next_saturday(), venue=other)
    start = f"{next_saturday():%d.%m.%Y %H:%M}"

    outcome = import_file(
        PerformanceResource,
        csv_file(
            ["начало", "площадка", "билеты"],
            [start, home.name_ru, "билетов нет"],
            [start, "дворец", "Вход свободный"],
        ),
    )

    assert (refusals(outcome), counts(outcome)) == ([], (0, 2, 0))
    in_house.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (in_house.sale, elsewhere.sale) == ("sold_out", "free")


def test_a_date_may_move_if_its_number_is_said(db):
    performance = create_performance(starts_at=next_saturday())

    import_file(PerformanceResource, csv_file(["№", "начало"], [performance.pk, "2030-12-07 15:00"]))

    assert Performance.objects.get().starts_at == moment(2030, 12, 7, 15)


def test_a_participant_is_known_by_edition_company_and_show_in_either_language(db):
    edition, company = create_edition(year=2011), create_company(name_ru="Маска")
    participant = create_participant(edition=edition, company=company, show_ru="Колобок", show_uk="Котигорошко")

    outcome = import_file(
        ParticipantResource,
        csv_file(["edition", "company", "show_uk", "order"], ["ТЮЗ-2011", "Маска", "Котигорошко", "7"]),
    )

    participant.refresh_from_db()
    assert (counts(outcome), participant.order, participant.show_ru) == ((0, 1, 0), 7, "Колобок")


def test_an_item_is_known_by_its_hour_and_stage_or_else_by_what_it_is(db):
    edition, stage = create_edition(year=2011), create_venue(name_ru="Сцена")
    on_stage = create_programme_item(edition=edition, venue=stage)
    opening = create_programme_item(edition=edition)
    start = "2011-10-03 12:00"

    outcome = import_file(
        ProgrammeItemResource,
        csv_file(
            ["edition", "starts_at", "venue", "title_ru", "duration"],
            ["ТЮЗ-2011", start, "Сцена", "Открытие на сцене", "20"],
            ["ТЮЗ-2011", start, "", "Открытие", "30"],
            ["ТЮЗ-2011", start, "", "Мастер-класс", "40"],
        ),
    )

    assert (refusals(outcome), counts(outcome)) == ([], (1, 2, 0))
    assert dict(ProgrammeItem.objects.values_list("title_ru", "duration")) == {
        "Открытие на сцене": 20,
        "Открытие": 30,
        "Мастер-класс": 40,
    }
    assert {row.instance for row in outcome.changed} == {on_stage, opening}


def test_a_participant_of_another_edition_is_not_found(db):
    create_edition(year=2011)
    there = create_edition(year=2013)
    create_participant(edition=there, show_ru="Колобок")

    outcome = try_file(
        ProgrammeItemResource,
        csv_file(["edition", "starts_at", "participant"], ["ТЮЗ-2011", "2011-10-03 12:00", "Колобок"]),
    )

    assert refusals(outcome) == [(2, "участник", "«Колобок»: такого нет в списке «участники».")]


def test_a_number_that_is_not_there_is_refused(db):
    outcome = try_file(PerformanceResource, csv_file(["№", "начало"], ["99", "2030-12-07 15:00"]))

    assert refusals(outcome) == [(2, "№", "Записи с таким номером нет. У новой строки номер оставьте пустым.")]


def test_the_numbers_of_last_time_do_not_move_rows_to_another_edition(db):
    create_edition(year=2013)
    participant = create_participant(edition=create_edition(year=2011), show_ru="Колобок")

    outcome = import_file(ParticipantResource, csv_file(["№", "edition"], [participant.pk, "ТЮЗ-2013"]))

    assert refusals(outcome) == [
        (2, "фестиваль", "Этот номер — строка другого фестиваля. Сотрите номер, и строка станет новой.")
    ]


def test_rows_that_the_site_cannot_tell_apart_need_their_number(db):
    first, second = (create_performance(starts_at=next_saturday(), venue=None) for _ in range(2))

    outcome = try_file(PerformanceResource, csv_file(["начало"], [f"{next_saturday():%Y-%m-%d %H:%M}"]))

    assert refusals(outcome) == [
        (2, "", f"На сайте таких записей несколько. Напишите номер нужной: {first.pk}, {second.pk}.")
    ]


def test_the_same_row_twice_is_refused_by_number_and_by_key(db):
    performance = create_performance(starts_at=moment(2030, 12, 7, 15))

    outcome = try_file(
        PerformanceResource,
        csv_file(
            ["№", "начало"],
            [performance.pk, "07.12.2030 15:00"],
            ["", "2030-12-07 15:00"],
            ["", "09.12.2030 15:00"],
            ["", "2030-12-09 15:00"],
            [performance.pk, "2030-12-10 15:00"],
        ),
    )

    assert refusals(outcome) == [
        (3, "", "То же, что в строке 2."),
        (5, "", "То же, что в строке 4."),
        (6, "", "То же, что в строке 2."),
    ]


def test_a_date_that_moves_makes_room_for_another(db):
    performance = create_performance(starts_at=moment(2030, 12, 7, 15))

    outcome = import_file(
        PerformanceResource,
        csv_file(["№", "начало"], [performance.pk, "2030-12-08 11:00"], ["", "2030-12-07 15:00"]),
    )

    assert (refusals(outcome), counts(outcome)) == ([], (1, 1, 0))


def test_rows_that_say_the_same_on_the_site_come_back_by_their_numbers(db):
    for _ in range(2):
        create_performance(starts_at=next_saturday(), venue=None)

    outcome = import_file(PerformanceResource, export(PerformanceResource))

    assert (refusals(outcome), counts(outcome)) == ([], (0, 0, 2))
