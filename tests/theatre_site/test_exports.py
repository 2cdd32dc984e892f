"""Files that go out: exports and templates to start from."""

import io

import pytest
from openpyxl import load_workbook

from festivals.models import Company, Participant, ProgrammeItem
from news.models import Post
from repertoire.models import Performance, Production
from tests.admin_forms import messages_of
from tests.exchange import upload, url
from tests.factories import (
    create_company,
    create_edition,
    create_editor,
    create_member_of,
    create_participant,
    create_performance,
    create_post,
    create_production,
    create_rubric,
    days_from_now,
)
from tests.pages import links_of, texts_of
from tests.queries import queries_for
from tests.theatre_site.exchange.lists import LISTS as FILLED
from theatre_site import staff

LISTS = [Company, Participant, ProgrammeItem, Production, Performance, Post]
each_list = pytest.mark.parametrize("model", LISTS, ids=lambda model: model.__name__)


@pytest.fixture
def organiser(client, db):
    client.force_login(create_member_of(staff.FESTIVAL_ORGANISER))
    create_edition(year=2011)
    create_company(name_ru="Маска")
    return client


# A template to start from


@each_list
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_template_itself_can_be_imported_and_does_nothing(client, db, model, kind):
    client.force_login(create_editor())
    template = client.get(url(model, "import_template", kind)).content

    page = client.post(url(model, "import"), {"file": upload(template, f"template.{kind}")})

    assert texts_of(page, "ul.errorlist") == ["Под заголовками нет ни одной строки."]


def test_the_template_explains_and_offers(organiser):
    book = load_workbook(io.BytesIO(organiser.get(url(Participant, "import_template", "xlsx")).content))

    assert book.sheetnames == ["Участники", "Как заполнять"]
    headers, example = list(book.worksheets[0].values)
    assert headers[:5] == ("№", "фестиваль", "коллектив", "состояние", "спектакль [ru]")
    assert example[:5] == ("# пример, не загружается", "ТЮЗ-2011", "Маска", "подал заявку", "Колобок")
    assert ("состояние", None, "подал заявку, принят, подтвердил участие, не принят, отказался от участия") in list(
        book.worksheets[1].values
    )
    choices = [offer.formula1 for offer in book.worksheets[0].data_validations.dataValidation]
    assert '"подал заявку,принят,подтвердил участие,не принят,отказался от участия"' in choices


@each_list
def test_the_example_would_be_a_good_row_without_its_mark(client, db, model):
    client.force_login(create_editor())
    create_edition(year=2026)
    create_company()
    create_rubric()
    create_production()
    template = client.get(url(model, "import_template", "csv")).content.decode("utf-8-sig")
    mended = template.replace("# пример, не загружается: ", "").replace("# пример, не загружается", "")

    page = client.post(url(model, "import"), {"file": upload(mended.encode())})

    assert texts_of(page, "ul.exchange__counts") == ["новых: 1 изменённых: 0 без изменений: 0"]


# Out


def test_an_export_has_what_the_list_shows(organiser):
    there = create_participant(show_ru="Там", edition=create_edition(year=2013))
    create_participant(show_ru="Тут")
    query = f"?edition__id__exact={there.edition_id}"

    page = organiser.get(url(Participant, "export") + query)
    file = organiser.get(url(Participant, "export_file", "csv") + query).content.decode("utf-8-sig")

    assert texts_of(page, "p.exchange__words") == [
        "В файле будет 1 строка: то, что список показывает сейчас с его отбором, на всех страницах."
    ]
    assert url(Participant, "export_file", "xlsx") + query in links_of(page)
    assert ("Там" in file, "Тут" in file) == (True, False)


def test_an_export_of_the_dates_to_come_leaves_the_past_out(client, db):
    client.force_login(create_member_of(staff.BOX_OFFICE))
    create_performance(title_ru="Давно", production=None, starts_at=days_from_now(-30))
    create_performance(title_ru="Скоро", production=None)

    file = client.get(url(Performance, "export_file", "csv")).content.decode("utf-8-sig")

    assert ("Скоро" in file, "Давно" in file) == (True, False)


@pytest.mark.parametrize("view", [("export",), ("export_file", "csv")])
def test_a_filter_that_does_not_exist_leads_to_the_whole_list(organiser, view):
    create_edition(year=2013)
    answer = organiser.get(url(Participant, *view) + "?edition__id__exact=x")

    assert (answer.status_code, answer.url) == (302, url(Participant, "export"))


def test_other_kinds_of_files_are_not_there(organiser):
    assert organiser.get(url(Participant, "export_file", "exe")).status_code == 404
    assert organiser.get(url(Participant, "import_template", "exe")).status_code == 404


def test_a_text_too_long_for_excel_goes_out_as_csv_only(client, db):
    client.force_login(create_editor())
    create_post(body_ru=f"<p>{'я' * 40_000}</p>")

    refused = client.get(url(Post, "export_file", "xlsx"), follow=True)

    assert messages_of(refused) == [
        f"Текст длиннее, чем позволяет Excel: «<p>{'я' * 37}…». Скачайте CSV.",
    ]
    assert "я" * 40_000 in client.get(url(Post, "export_file", "csv")).content.decode("utf-8-sig")


def test_a_cell_is_never_a_formula(client, db):
    client.force_login(create_editor())
    create_post(title_ru="=HYPERLINK()", title_uk="@x", lead_ru="+1", lead_uk="-1")

    book = load_workbook(io.BytesIO(client.get(url(Post, "export_file", "xlsx")).content))

    cells = [cell for row in book.active for cell in row if isinstance(cell.value, str)]
    assert {cell.value for cell in cells if cell.value[0] in "=+-@"} == set()
    assert {"'=HYPERLINK()", "'@x", "'+1", "'-1"} < {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} == {"s"}


@each_list
def test_a_longer_list_costs_no_more_queries(client, db, model):
    client.force_login(create_editor())
    [fill] = [fill for resource, (fill, _) in FILLED.items() if resource._meta.model is model]
    fill()
    few = queries_for(client, url(model, "export_file", "csv") + "?when=all" * (model is Performance))
    fill()
    fill()
    many = queries_for(client, url(model, "export_file", "csv") + "?when=all" * (model is Performance))

    assert many == few <= 15
