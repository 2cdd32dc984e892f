"""Where a play was replaced, every surface says which one was announced before (A12)."""

import pytest

from tests.factories import create_edition, create_performance, create_production, create_programme_item, moment
from tests.pages import address, find, links_of, main_of, text_of, texts_of
from tests.queries import queries_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

SATURDAY = moment(2026, 11, 21, 15)
WORDS = {"ru": ("Вместо спектакля «Гроза»", "Замена"), "uk": ("Замість вистави «Гроза»", "Заміна")}
SURFACES = {
    "what's on": (lambda shown, language: f"/{language}/afisha/", "li.row"),
    "week": (lambda shown, language: f"/{language}/afisha/2026/w47/", "li.row"),
    "month": (lambda shown, language: f"/{language}/afisha/2026/11/", "div.ev"),
    "home": (lambda shown, language: f"/{language}/", "article.yu__p"),
    "its own page": (address, "article"),
    "the play's page": (lambda shown, language: address(shown.production, language), "ol.dates"),
}


def create_replaced(**fields):
    return create_performance(
        starts_at=SATURDAY,
        instead_of=create_production(title_ru="Гроза", title_uk="", **fields.pop("of", {})),
        **fields,
    )


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("language", WORDS)
def test_every_surface_says_instead_of_what(client, surface, language):
    shown = create_replaced()
    path_of, selector = SURFACES[surface]

    [element] = find(client.get(path_of(shown, language)), selector)

    for words in WORDS[language]:
        assert words in text_of(element)
    assert [each.get("lang") for each in find(element, "span") if text_of(each) == "«Гроза»"] == [
        None if language == "ru" else "ru"
    ]


@pytest.mark.parametrize("surface", SURFACES)
def test_a_play_that_nobody_may_see_is_not_named(client, surface):
    shown = create_replaced(of={"status": "draft"})

    words = text_of(main_of(client.get(SURFACES[surface][0](shown, "ru"))))

    assert "Гроза" not in words
    assert "Замена" not in words


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "В этот день играем другой спектакль:"), ("uk", "Цього дня граємо іншу виставу:")]
)
def test_the_replaced_play_says_what_is_played_on_its_date(client, language, words):
    shown = create_replaced()
    own = create_performance(starts_at=moment(2026, 11, 28, 15), production=shown.instead_of)

    [dates] = find(client.get(address(shown.instead_of, language)), "ol.dates")
    title = "«Ревизор»" if language == "ru" else "«Ревізор»"

    assert [text_of(each) for each in find(dates, "p.swap")] == [f"{words} {title}"]
    assert [link for link in links_of(dates) if "/performances/" in link] == [
        address(shown, language),
        address(own, language),
    ]


@pytest.mark.parametrize("state", ["cancelled", "postponed"])
def test_a_replacement_that_is_off_is_no_date_of_the_replaced_play(client, state):
    shown = create_replaced(state=state)

    assert find(client.get(address(shown.instead_of, "ru")), "ol.dates") == []


def test_the_replaced_play_has_no_button_for_the_other_one(client):
    shown = create_replaced()

    page = client.get(address(shown.instead_of, "ru"))

    assert find(page, "div.cta") == []
    assert find(find(page, "ol.dates")[0], "a.btn") == []
    assert "Дат пока нет." in text_of(page)


def test_a_date_that_is_off_says_only_that(client):
    create_replaced(state="cancelled")

    [row] = find(client.get("/ru/afisha/"), "li.row")

    assert texts_of(row, "span.st") == ["Отменён"]


def test_a_programme_with_replaced_plays_costs_no_more(client):
    edition = create_edition(year=2026, starts_on=SATURDAY.date(), ends_on=moment(2026, 11, 22).date())
    path = f"{address(edition, 'ru')}programme/"
    create_programme_item(edition=edition, performance=create_replaced())
    one = queries_for(client, path)
    create_programme_item(edition=edition, performance=create_replaced())

    assert queries_for(client, path) == one
