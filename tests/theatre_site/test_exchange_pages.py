"""The pages behind “Import” and “Export”, for those who may and for those who may not."""

import io

import pytest
from django.test import override_settings
from openpyxl import load_workbook

from festivals.models import Company, Participant, ProgrammeItem
from news.models import Post
from repertoire.models import Performance, Production
from tests.admin_forms import messages_of
from tests.exchange import csv_file, upload, url
from tests.factories import (
    create_company,
    create_edition,
    create_editor,
    create_member_of,
    create_participant,
)
from tests.pages import elements_of, links_of, text_of, texts_of
from theatre_site import staff
from theatre_site.exchange import carrying

LISTS = [Company, Participant, ProgrammeItem, Production, Performance, Post]
IMPORTERS = {
    Company: {staff.FESTIVAL_ORGANISER, staff.CHIEF_EDITOR},
    Participant: {staff.FESTIVAL_ORGANISER, staff.CHIEF_EDITOR},
    ProgrammeItem: {staff.FESTIVAL_ORGANISER, staff.CHIEF_EDITOR},
    Production: {staff.REPERTOIRE_MANAGER, staff.CHIEF_EDITOR},
    Performance: {staff.REPERTOIRE_MANAGER, staff.CHIEF_EDITOR},
    Post: {staff.NEWS_EDITOR, staff.CHIEF_EDITOR},
}
EXPORTERS = IMPORTERS | {
    Production: IMPORTERS[Production] | {staff.NEWS_EDITOR},
    Performance: set(staff.GROUPS),
}
COLUMNS = ["фестиваль", "коллектив", "спектакль [ru]", "состояние"]

each_list = pytest.mark.parametrize("model", LISTS, ids=lambda model: model.__name__)
each_group = pytest.mark.parametrize("group", staff.GROUPS)


@pytest.fixture
def organiser(client, db):
    client.force_login(create_member_of(staff.FESTIVAL_ORGANISER))
    create_edition(year=2011)
    create_company(name_ru="Маска")
    return client


def check(client, *rows, model=Participant):
    return client.post(url(model, "import"), {"file": csv_file(COLUMNS, *rows, name="участники.csv")})


def rows_of(page):
    """The words in the cells below the headers."""
    [table] = elements_of(page, "table", class_="exchange__rows")
    cells = [cell for row in table.iter("tr") for cell in row][4:]
    return [" ".join("".join(cell.itertext()).split()) for cell in cells]


def packed_in(page):
    return elements_of(page, "input", name="packed")[0].get("value")


GOOD = ["ТЮЗ-2011", "Маска", "Колобок", "принят"]
BAD = ["ТЮЗ-2011", "Цирк", "Репка", "принят"]


# Who may


@each_group
@each_list
def test_only_who_may_add_and_change_imports(client, db, model, group):
    client.force_login(create_member_of(group))
    may = group in IMPORTERS[model]

    assert client.get(url(model, "import")).status_code == (200 if may else 403)
    assert client.get(url(model, "import_template", "csv")).status_code == (200 if may else 403)
    assert client.post(url(model, "import"), {"file": csv_file(["a"])}).status_code == (400 if may else 403)
    for view in ["import_confirm", "import_report"]:
        assert client.post(url(model, view), {"packed": "x"}).status_code == (302 if may else 403)
        assert client.get(url(model, view)).status_code == 405


@each_group
@each_list
def test_only_who_may_look_exports(client, db, model, group):
    client.force_login(create_member_of(group))
    may = group in EXPORTERS[model]

    assert client.get(url(model, "export")).status_code == (200 if may else 403)
    assert client.get(url(model, "export_file", "csv")).status_code == (200 if may else 403)


@each_list
def test_a_stranger_is_sent_to_the_door(client, db, model):
    for view, *args in [("import",), ("export",), ("export_file", "csv"), ("import_template", "xlsx")]:
        address = url(model, view, *args)
        assert client.get(address).url == f"/admin/login/?next={address}"


@each_group
@each_list
def test_the_buttons_are_there_for_those_who_may_press_them(client, db, model, group):
    client.force_login(create_member_of(group))
    if group not in EXPORTERS[model]:
        assert client.get(url(model, "changelist")).status_code == 403
        return
    links = links_of(client.get(url(model, "changelist")))

    assert (url(model, "import") in links) == (group in IMPORTERS[model])
    assert [link.partition("?")[0] for link in links].count(url(model, "export")) == 1


def test_the_buttons_stay_out_of_small_windows(client, db):
    client.force_login(create_editor())

    assert url(Post, "import") not in links_of(client.get(url(Post, "changelist") + "?_popup=1"))


# In


def test_a_file_is_checked_shown_and_then_written(organiser):
    page = check(organiser, GOOD)

    assert (page.status_code, Participant.objects.count()) == (200, 0)
    assert texts_of(page, "ul.exchange__counts") == ["новых: 1 изменённых: 0 без изменений: 0"]
    assert rows_of(page) == [
        "Строка 2",
        "новая",
        "Маска: Колобок",
        "фестиваль: ТЮЗ-2011 коллектив: Маска состояние: принят спектакль [ru]: Колобок",
    ]

    done = organiser.post(url(Participant, "import_confirm"), {"packed": packed_in(page)}, follow=True)

    assert messages_of(done) == ["Загружено: новых — 1, изменённых — 0, без изменений — 0."]
    assert done.request["PATH_INFO"] == url(Participant, "changelist")
    assert Participant.objects.get().show_ru == "Колобок"


def test_what_would_change_is_shown_before_and_after(organiser):
    participant = create_participant(
        edition=Participant._meta.get_field("edition").related_model.objects.get(), show_ru="Колобок", order=1
    )
    file = csv_file(["№", "show_ru", "порядок"], [participant.pk, "<b>Теремок</b>", 1])

    page = organiser.post(url(Participant, "import"), {"file": file})

    assert rows_of(page)[3] == "спектакль [ru]: Колобок → <b>Теремок</b>"


def test_refused_rows_are_named_and_nothing_can_be_confirmed(organiser):
    page = check(organiser, GOOD, BAD)

    assert rows_of(page) == ["Строка 3", "коллектив", "Цирк", "«Цирк»: такого нет в списке «коллективы»."]
    assert url(Participant, "import_confirm") not in page.content.decode()
    assert Participant.objects.count() == 0


def test_the_report_is_a_file(organiser):
    page = check(organiser, GOOD, BAD)

    report = organiser.post(url(Participant, "import_report"), {"packed": packed_in(page)})

    sheet = load_workbook(io.BytesIO(report.content)).active
    assert list(sheet.values) == [
        ("Строка", "Столбец", "В ячейке", "Почему"),
        ("3", "коллектив", "Цирк", "«Цирк»: такого нет в списке «коллективы»."),
    ]
    assert "%D0%A7%D1%82%D0%BE" in report["Content-Disposition"]


def test_what_became_wrong_after_the_check_is_refused_and_nothing_is_written(organiser):
    circus = create_company(name_ru="Цирк")
    page = check(organiser, GOOD, BAD)
    circus.delete()

    page = organiser.post(url(Participant, "import_confirm"), {"packed": packed_in(page)})

    assert page.status_code == 400
    assert "«Цирк»: такого нет в списке «коллективы»." in text_of(page)
    assert Participant.objects.count() == 0


def test_a_list_that_says_what_is_there_has_nothing_to_confirm(organiser):
    page = check(organiser, GOOD)
    organiser.post(url(Participant, "import_confirm"), {"packed": packed_in(page)})

    page = check(organiser, GOOD)

    assert "На сайте уже всё так и есть. Загружать нечего." in text_of(page)
    assert url(Participant, "import_confirm") not in page.content.decode()


def test_pressing_twice_writes_once(organiser):
    packed = packed_in(check(organiser, GOOD))
    for _ in range(2):
        done = organiser.post(url(Participant, "import_confirm"), {"packed": packed}, follow=True)

    assert messages_of(done) == ["Загружено: новых — 0, изменённых — 0, без изменений — 1."]
    assert Participant.objects.count() == 1


def test_a_file_problem_stands_beside_the_field(organiser):
    for file, words in {
        upload(b"", "a.csv"): "Файл пуст.",
        None: "Обязательное поле.",
    }.items():
        page = organiser.post(url(Participant, "import"), {"file": file} if file else {})
        assert (page.status_code, texts_of(page, "ul.errorlist")) == (400, [words])


@pytest.mark.parametrize("view", ["import_confirm", "import_report"])
def test_what_was_checked_cannot_be_altered_nor_taken_over_nor_kept_for_long(organiser, client, monkeypatch, view):
    packed = packed_in(check(organiser, GOOD))
    sorry = ["Прошло слишком много времени. Выберите файл ещё раз."]

    altered = organiser.post(url(Participant, view), {"packed": packed[:-1] + "x"}, follow=True)
    for_another_list = organiser.post(url(ProgrammeItem, view), {"packed": packed}, follow=True)
    monkeypatch.setattr(carrying, "GOOD_FOR", -1)
    late = organiser.post(url(Participant, view), {"packed": packed}, follow=True)
    monkeypatch.undo()
    client.force_login(create_member_of(staff.FESTIVAL_ORGANISER))
    by_another = client.post(url(Participant, view), {"packed": packed}, follow=True)

    assert [messages_of(page) for page in [altered, for_another_list, late, by_another]] == [sorry] * 4
    assert Participant.objects.count() == 0


def test_what_does_not_fit_into_the_form_is_refused(organiser, monkeypatch):
    monkeypatch.setattr(carrying, "MOST_PACKED", 10)

    page = check(organiser, GOOD)

    words = "Тексты в этом файле слишком длинные для одного раза. Разделите список."
    assert texts_of(page, "ul.errorlist") == [words]


def test_the_largest_table_still_fits_into_the_fields_of_a_form(settings):
    assert carrying.MOST_PACKED < settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def test_nothing_of_a_file_stays_on_the_server(organiser, tmp_path, monkeypatch, media_root):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with override_settings(FILE_UPLOAD_MAX_MEMORY_SIZE=1, FILE_UPLOAD_TEMP_DIR=tmp_path):
        check(organiser, GOOD, BAD)

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert not media_root.exists()
