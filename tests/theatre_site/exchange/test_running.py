"""All rows of a file are written or none; every refusal names its row, its column and its reason."""

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from festivals.models import Participant, ProgrammeItem
from festivals.resources import ParticipantResource, ProgrammeItemResource
from news.models import Post
from news.resources import PostResource
from repertoire.models import Production
from repertoire.resources import ProductionResource
from tests.exchange import counts, csv_file, export, import_file, refusals, try_file
from tests.factories import (
    create_company,
    create_edition,
    create_editor,
    create_participant,
    create_post,
    create_production,
    create_rubric,
)

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
