"""Every list that leaves the site as a file, with something in it."""

import pytest

from festivals.resources import CompanyResource, ParticipantResource, ProgrammeItemResource
from news.resources import PostResource
from repertoire.resources import PerformanceResource, ProductionResource
from tests import factories


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


# {resource: (fills its list, a column that may be edited)}
LISTS = {
    CompanyResource: (companies, "town_uk"),
    PostResource: (posts, "title_uk"),
    ProductionResource: (productions, "genre_uk"),
    PerformanceResource: (performances, "state_reason_uk"),
    ParticipantResource: (participants, "author_uk"),
    ProgrammeItemResource: (programme, "note"),
}

each_list = pytest.mark.parametrize("resource", LISTS, ids=lambda resource: resource.__name__)
