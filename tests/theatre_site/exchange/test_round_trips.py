"""What goes out and comes back changes nothing; with one cell changed it changes that cell."""

import io

import pytest
from django.utils import translation
from openpyxl import load_workbook

from festivals.resources import CompanyResource, ParticipantResource, ProgrammeItemResource
from news.resources import PostResource
from repertoire.resources import PerformanceResource, ProductionResource
from tests import factories
from tests.exchange import counts, export, import_file, refusals, upload


def posts():
    edition, production = factories.create_edition(), factories.create_production()
    factories.create_post(editions=[edition], productions=[production], body_ru="<h2>А</h2>\r\n<p>=1+1; «б»</p>")
    factories.create_post(title_ru="=HYPERLINK()", title_uk="'-тире", lead_ru=" строка\r\nещё\n", source="@газета")
    there_twice = factories.moment(2026, 10, 25, 3, 30)  # the clocks go back on this night
    factories.create_post(publish_at=there_twice)
    factories.create_post(partner=factories.create_partner(), unpublish_at=factories.days_from_now(3))


def productions():
    factories.create_production(age_rating=0, price_min=30, price_max=50, premiere_on="2026-12-05", language="both")
    factories.create_production(content_note_state="stated", content_note_ru="Дым", is_archived=True)


def performances():
    venue = factories.create_venue()
    factories.create_performance(venue=venue, sale="sold_out", remark="premiere")
    factories.create_performance(venue=venue, starts_at=factories.next_sunday())
    factories.create_performance(
        production=None, state="rescheduled", moved_from=factories.days_from_now(3), title_ru="Гость", age_rating=6
    )
    factories.create_performance(starts_at=factories.next_sunday(), instead_of=factories.create_production())


def participants():
    edition = factories.create_edition()
    factories.create_participant(edition=edition, age_rating=0, audience="children", note="Позвонить", order=3)
    factories.create_participant(edition=edition, about_ru="<p>Сказка</p>", running_time=50)
    factories.create_participant(show_uk="")


def programme():
    edition = factories.create_edition()
    participant = factories.create_participant(edition=edition)
    factories.create_programme_item(edition=edition, venue=factories.create_venue(), duration=30)
    factories.create_programme_item(edition=edition, participant=participant, kind="show", title_ru="", title_uk="")
    starts_at = factories.moment(edition.year, 10, 3, 18)
    performance = factories.create_performance(starts_at=starts_at)
    factories.create_programme_item(edition=edition, performance=performance, starts_at=starts_at, note="Свет")


def companies():
    factories.create_company(town_ru="Одесса", url="https://maska.example/", note="Директор Анна")
    factories.create_company(name_uk="")


LISTS = {
    CompanyResource: (companies, "town_uk"),
    PostResource: (posts, "title_uk"),
    ProductionResource: (productions, "genre_uk"),
    PerformanceResource: (performances, "state_reason_uk"),
    ParticipantResource: (participants, "author_uk"),
    ProgrammeItemResource: (programme, "note"),
}

each_list = pytest.mark.parametrize("resource", LISTS, ids=lambda resource: resource.__name__)


def everything_in(resource):
    return list(resource._meta.model.objects.order_by("pk").values())


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@each_list
def test_a_list_that_comes_back_as_it_went_out_changes_nothing(db, resource, kind):
    LISTS[resource][0]()
    before = everything_in(resource)

    outcome = import_file(resource, export(resource, kind=kind))

    assert refusals(outcome) == []
    assert counts(outcome) == (0, 0, len(before))
    assert everything_in(resource) == before


@each_list
def test_it_may_come_back_in_another_language(db, resource):
    LISTS[resource][0]()
    with translation.override("uk"):
        file = export(resource)

    outcome = import_file(resource, file)

    assert refusals(outcome) == []
    assert counts(outcome) == (0, 0, resource._meta.model.objects.count())


@each_list
def test_one_edited_cell_changes_exactly_that(db, resource):
    fill, name = LISTS[resource]
    fill()
    before = everything_in(resource)
    book = load_workbook(io.BytesIO(export(resource, kind="xlsx").read()))
    sheet = book.worksheets[0]
    columns = list(resource._meta.fields)
    place = columns.index(name) + 1
    sheet.cell(3, place).value = "Новое слово"
    content = io.BytesIO()
    book.save(content)

    outcome = import_file(resource, upload(content.getvalue(), "list.xlsx"))

    assert refusals(outcome) == []
    assert counts(outcome) == (0, 1, len(before) - 1)
    changed = outcome.changed[0].instance.pk
    for old, new in zip(before, everything_in(resource), strict=True):
        differences = {key for key in old if old[key] != new[key]} - {"updated_at", "in_step", "search"}
        assert differences == ({name} if old["id"] == changed else set())
