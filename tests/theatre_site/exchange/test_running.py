"""All rows of a file are written or none; every refusal names its row, its column and its reason."""

import pytest
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from festivals.models import Participant, ProgrammeItem
from festivals.resources import ParticipantResource, ProgrammeItemResource
from news.models import Post, Rubric
from news.resources import PostResource
from repertoire.models import Performance, Production
from repertoire.resources import PerformanceResource, ProductionResource
from tests.exchange import counts, csv_file, export, import_file, refusals, try_file
from tests.factories import (
    create_company,
    create_edition,
    create_editor,
    create_member_of,
    create_participant,
    create_performance,
    create_post,
    create_production,
    create_programme_item,
    create_rubric,
    create_venue,
    moment,
    next_saturday,
)
from theatre_site import staff

SHOW = ["фестиваль", "коллектив", "спектакль [ru]", "состояние", "возраст"]


def test_trying_out_writes_nothing(db):
    create_edition(year=2011)
    create_company(name_ru="Маска")

    outcome = try_file(ParticipantResource, csv_file(SHOW, ["ТЮЗ-2011", "Маска", "Колобок", "принят", "6+"]))

    assert (counts(outcome), outcome.can_be_carried_out) == ((1, 0, 0), True)
    assert (Participant.objects.count(), LogEntry.objects.count()) == (0, 0)


def test_a_row_is_written_as_its_words_say(db):
    edition, company = create_edition(year=2011), create_company(name_ru="Маска")

    import_file(ParticipantResource, csv_file(SHOW, ["тюг-2011", "МАСКА", "Колобок", "заявку прийнято", "6+"]))

    participant = Participant.objects.get()
    assert (participant.edition, participant.company, participant.show_ru) == (edition, company, "Колобок")
    assert (participant.state, participant.age_rating) == ("accepted", 6)


def test_everything_that_is_wrong_is_said_at_once_and_nothing_is_written(db):
    create_edition(year=2011)
    create_company(name_ru="Маска")
    good = ["ТЮЗ-2011", "Маска", "Колобок", "принят", "6+"]

    outcome = import_file(
        ParticipantResource,
        csv_file(
            SHOW,
            good,
            ["ТЮЗ-1999", "Цирк", "Репка", "принят", "6+"],
            ["ТЮЗ-2011", "Маска", "", "приедет", "25+"],
            ["ТЮЗ-2011", "Маска", "КОЛОБОК", "принят", "6+"],
        ),
    )

    choices = "подал заявку, принят, подтвердил участие, не принят, отказался от участия"
    assert refusals(outcome) == [
        (3, "фестиваль", "«ТЮЗ-1999»: такого нет в списке «фестивали»."),
        (3, "коллектив", "«Цирк»: такого нет в списке «коллективы»."),
        (4, "состояние", f"«приедет» — такого выбора нет. Можно: {choices}."),
        (4, "возраст", "Убедитесь, что это значение меньше либо равно 18."),
        (4, "спектакль [ru]", "Заполните хотя бы на одном языке."),
        (5, "", "То же, что в строке 2."),
    ]
    assert Participant.objects.count() == 0


def test_refusals_are_said_in_the_language_of_the_desk(db):
    create_edition(year=2011)
    with translation.override("uk"):
        outcome = try_file(ParticipantResource, csv_file(SHOW, ["ТЮГ-2011", "Цирк", "Ріпка", "принят", ""]))

    assert refusals(outcome) == [(2, "колектив", "«Цирк»: такого немає у списку «колективи».")]


def test_the_rules_of_the_models_and_of_the_database_hold(db):
    outcome = try_file(
        ProductionResource,
        csv_file(
            ["slug", "title_ru", "audience", "running_time", "price_min", "price_max", "unpublish_at"],
            ["a", "А", "детям", "0", "50", "30", "2001-01-01 10:00"],
            ["premieres", "Б", "", "60", "", "30", ""],
        ),
    )

    assert refusals(outcome) == [
        (2, "билет до", "Наименьшая цена не может быть выше наибольшей."),
        (2, "", "Так запись уйдёт с сайта раньше, чем на нём появится."),
        (2, "", "Укажите продолжительность от 1 до 600 минут."),
        (3, "адрес", "Такой адрес уже у другой страницы репертуара."),
        (3, "для кого", "Это поле не может быть пустым."),
        (3, "билет до", "Заполните обе цены или ни одной."),
    ]


def test_rich_text_is_cleaned_on_this_way_too(db):
    create_rubric(name_ru="Новости")

    import_file(
        PostResource,
        csv_file(
            ["slug", "title_ru", "рубрика", "body_ru"],
            ["a", "А", "Новости", '<p onclick="x()">Текст<script>alert(1)</script></p>'],
        ),
    )

    assert Post.objects.get().body_ru == "<p>Текст</p>"


def test_a_missing_column_leaves_what_is_there_and_an_empty_cell_empties_it(db):
    post = create_post(slug="a", lead_ru="Раз", lead_uk="Один", source="Газета")

    outcome = import_file(PostResource, csv_file(["slug", "lead_ru", "status"], ["a", "", ""]))

    post.refresh_from_db()
    assert counts(outcome) == (0, 1, 0)
    assert (post.lead_ru, post.lead_uk, post.source, post.status) == ("", "Один", "Газета", "published")


def test_several_rows_in_one_cell_are_set_and_only_these(db):
    first, second = create_production(slug="a"), create_production(slug="b")
    post = create_post(slug="post", productions=[first])

    outcome = import_file(PostResource, csv_file(["slug", "about the productions"], ["post", "b"]))

    assert counts(outcome) == (0, 1, 0)
    assert list(post.productions.all()) == [second]


# Finding a row again


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


# Who may what


def post_with_status(slug, status, title="А"):
    return csv_file(["slug", "title_ru", "rubric", "status"], [slug, title, "Новости", status])


@pytest.fixture
def news_editor(db):
    create_rubric(name_ru="Новости")
    return create_member_of(staff.NEWS_EDITOR)


def test_who_may_not_publish_imports_drafts_only(news_editor):
    refused = import_file(PostResource, post_with_status("a", "Опубликовано"), news_editor)
    written = import_file(PostResource, post_with_status("b", "На проверке"), news_editor)

    assert refusals(refused) == [(2, "статус", "Публиковать вам нельзя. Поставьте «На проверке».")]
    assert (counts(written), list(Post.objects.values_list("slug", "status"))) == ((1, 0, 0), [("b", "review")])


@pytest.mark.parametrize("status", ["Опубликовано", "Снято с публикации"])
def test_who_may_not_publish_does_not_touch_what_is_published(news_editor, status):
    create_post(slug="a", title_ru="Старое", rubric=Rubric.objects.get())

    outcome = import_file(PostResource, post_with_status("a", status, title="Новое"), news_editor)

    words = "Это уже опубликовано. Изменить может только тот, кто вправе публиковать."
    assert refusals(outcome) == [(2, "статус", words)]
    assert Post.objects.get().title_ru == "Старое"


def test_who_may_not_publish_may_leave_what_is_published_as_it_is(news_editor):
    create_post()

    assert counts(import_file(PostResource, export(PostResource, news_editor), news_editor)) == (0, 0, 1)


def test_who_may_publish_imports_what_is_published(db):
    create_rubric(name_ru="Новости")

    import_file(PostResource, post_with_status("a", "Опубликовано"), create_member_of(staff.CHIEF_EDITOR))

    assert Post.objects.get().status == "published"


@pytest.mark.parametrize("resource", [ParticipantResource, ProgrammeItemResource])
def test_internal_notes_go_out_only_to_those_who_may_change_them(db, resource):
    looks = create_editor(is_superuser=False)
    assert "note" in [column.attribute for column in resource(create_member_of(staff.FESTIVAL_ORGANISER)).columns()]
    assert "note" not in [column.attribute for column in resource(looks).columns()]


# What remains of it


def test_each_changed_row_is_in_the_log(db):
    create_rubric(name_ru="Иное")
    create_post(slug="old", title_ru="Старое")
    same = create_post(slug="same", title_ru="То же")
    editor = create_editor()

    import_file(
        PostResource,
        csv_file(
            ["slug", "title_ru", "rubric"],
            ["new", "Новое", "Иное"],
            ["old", "Иначе", "Иное"],
            ["same", "То же", same.rubric.slug],
        ),
        editor,
    )

    log = {entry.object_repr: (entry.action_flag, entry.get_change_message()) for entry in LogEntry.objects.all()}
    assert log == {
        "Новое": (ADDITION, "Добавлено."),
        "Иначе": (CHANGE, "Изменено название и рубрика."),
    }
    assert set(LogEntry.objects.values_list("user", flat=True)) == {editor.pk}


def test_a_refused_import_leaves_nothing_in_the_log(db):
    create_post(slug="a")

    import_file(PostResource, csv_file(["slug", "title_ru"], ["a", "Иначе"], ["b", "Без рубрики"]))

    assert (LogEntry.objects.count(), Post.objects.get().title_ru) == (0, "Открылся сезон")


# What it costs


def queries_of(import_rows, count):
    with CaptureQueriesContext(connection) as queries:
        assert counts(import_rows(count)) == (count, 0, 0)
    return len(queries)


def participants_of(edition, company, prefix):
    def import_rows(count):
        rows = [[edition, company, f"{prefix} {number}", "принят", "6+"] for number in range(count)]
        return import_file(ParticipantResource, csv_file(SHOW, *rows))

    return import_rows


def test_a_row_more_costs_a_few_queries_whatever_the_site_holds(db):
    edition, company = create_edition(year=2011), create_company(name_ru="Маска")
    for _ in range(20):
        create_company(name_ru="Другой", name_uk="Інший")
    few = queries_of(participants_of("ТЮЗ-2011", "Маска", "Раз"), 5)
    for number in range(30):
        create_participant(edition=edition, company=company, show_ru=f"Ещё {number}")
    many = queries_of(participants_of("ТЮЗ-2011", "Маска", "Два"), 15)

    assert (many - few) / 10 <= 8
    assert many <= 8 * 15 + 25


def test_unchanged_rows_cost_next_to_nothing(db):
    edition = create_edition()
    for number in range(20):
        create_participant(edition=edition, show_ru=f"Колобок {number}")
    file = export(ParticipantResource)

    with CaptureQueriesContext(connection) as queries:
        assert counts(import_file(ParticipantResource, file)) == (0, 0, 20)

    assert len(queries) <= 20 * 2 + 15  # a savepoint a row


def test_productions_and_items_are_added_from_scratch(db):
    edition = create_edition(year=2011)
    create_participant(edition=edition, show_ru="Колобок")
    production = import_file(
        ProductionResource, csv_file(["slug", "title_ru", "audience", "is_archived"], ["a", "А", "детям", "да"])
    )
    item = import_file(
        ProgrammeItemResource,
        csv_file(["edition", "starts_at", "kind", "participant"], ["2011", "03.10.2011 18:00", "спектакль", "колобок"]),
    )

    assert (refusals(production), refusals(item)) == ([], [])
    assert (Production.objects.get().is_archived, ProgrammeItem.objects.get().name) == (True, "Колобок")
