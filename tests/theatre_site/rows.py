"""A row of each model that has a list of its own in the office."""

from datetime import date, time, timedelta

from festivals.models import Company, Edition, Nomination, Participant, ProgrammeItem
from news.models import Post, Rubric
from repertoire.models import Gap, Performance, Person, Production, Season, WeeklySlot
from tests import factories
from theatre_site.models import Banner, Concession, Notice, Page, Partner, Redirect, TextPicture, Theatre, Venue


def first_edition():
    return Edition.objects.first() or factories.create_edition()


def show_in_a_programme(edition):
    return factories.create_programme_item(
        edition=edition,
        kind=ProgrammeItem.Kind.SHOW,
        participant=factories.create_participant(edition=edition),
        performance=factories.create_performance(
            venue=factories.create_venue(), starts_at=factories.moment(edition.year, 10, 4, 12)
        ),
        title_ru="",
        title_uk="",
    )


# How to make the n-th row of each model that has its own list.
ROWS = {
    Theatre: lambda n: factories.create_theatre(),
    Venue: lambda n: factories.create_venue(),
    Concession: lambda n: factories.create_concession(),
    Partner: lambda n: factories.create_partner(logo=factories.picture()),
    Banner: lambda n: factories.create_banner(photo=factories.picture(), photo_is_decorative=True),
    Page: lambda n: factories.create_page(),
    TextPicture: lambda n: factories.create_text_picture(image=factories.picture()),
    Notice: lambda n: factories.create_notice(),
    Redirect: lambda n: Redirect.objects.create(old=f"/old/{n}/", new="/news/"),
    Rubric: lambda n: factories.create_rubric(),
    Post: lambda n: factories.create_post(image=factories.picture(), image_alt_ru="Зал", image_alt_uk="Зала"),
    Person: lambda n: factories.create_person(photo=factories.picture()),
    Production: lambda n: factories.create_production(),
    Performance: lambda n: factories.create_performance(venue=factories.create_venue()),
    Season: lambda n: factories.create_season(starts_on=date(1950 + n, 9, 1), ends_on=date(1951 + n, 5, 31)),
    WeeklySlot: lambda n: factories.create_slot(time=time(n % 24, n // 24), venue=factories.create_venue()),
    Gap: lambda n: factories.create_gap(day=date(2026, 1, 1) + timedelta(n)),
    Edition: lambda n: factories.create_edition(),
    Company: lambda n: factories.create_company(),
    Participant: lambda n: factories.create_participant(edition=first_edition()),
    ProgrammeItem: lambda n: show_in_a_programme(first_edition()),
    Nomination: lambda n: factories.create_award(nomination=factories.create_nomination(edition=first_edition())),
}
