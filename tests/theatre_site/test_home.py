from datetime import date

import pytest

from tests.factories import (
    create_banner,
    create_edition,
    create_hours_exception,
    create_notice,
    create_opening_hours,
    create_page,
    create_partner,
    create_performance,
    create_post,
    create_production,
    create_programme_item,
    create_season,
    create_social_link,
    create_theatre,
    create_venue,
    moment,
)
from tests.pages import (
    address,
    assert_valid,
    elements_of,
    find,
    html_of,
    links_of,
    main_of,
    plain,
    said,
    text_of,
    texts_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

SATURDAY, SUNDAY = moment(2026, 11, 21, 15), moment(2026, 11, 22, 11)


def halves(page):
    """The two parts of the letter Ю: [Saturday's, Sunday's]."""
    return [*find(page, "article.yu__p"), *find(page, "article.yu__d")]


def tags(page):
    return [texts_of(half, "p.tag") for half in halves(page)]


@pytest.mark.parametrize(
    ("language", "weekdays"),
    [
        ("ru", ["Суббота, 21 ноября", "Воскресенье, 22 ноября"]),
        ("uk", ["Субота, 21 листопада", "Неділя, 22 листопада"]),
    ],
)
def test_home_opens_with_the_next_saturday_and_the_next_sunday(client, language, weekdays):
    create_theatre(phones="6-46-01, 6-46-51", dialling_prefix="+38 06452")
    create_performance(starts_at=moment(2026, 11, 14, 15))
    create_performance(starts_at=moment(2026, 11, 28, 15))
    create_performance(starts_at=moment(2026, 11, 20, 18))
    play = create_performance(starts_at=SATURDAY, price_min=60, price_max=90)
    tale = create_performance(starts_at=SUNDAY, production=create_production(audience="children"))

    page = client.get(f"/{language}/")
    saturday, sunday = halves(page)

    assert [links_of(saturday), links_of(sunday)] == [[address(play, language)], [address(tale, language)]]
    assert [texts_of(half, "p.yu__when")[0] for half in (saturday, sunday)] == weekdays
    assert ["15:00" in text_of(saturday), "11:00" in text_of(sunday)] == [True, True]
    assert [texts_of(half, "span.price") for half in (saturday, sunday)] == [
        [f"60–90 {said('UAH', language)}"],
        [f"30–50 {said('UAH', language)}"],
    ]
    assert links_of(find(page, "div.yu__l")[0]) == ["tel:+380645264601", "tel:+380645264651"]


def test_home_without_a_language_in_its_address_is_the_same_page(client, settings):
    create_theatre()
    create_performance(starts_at=SATURDAY)

    page = client.get("/")

    assert main_of(page) == main_of(client.get(f"/{settings.LANGUAGE_CODE}/"))
    assert [link.get("href") for link in elements_of(page, "link", rel="canonical")] == [
        f"http://testserver/{settings.LANGUAGE_CODE}/"
    ]


def test_a_show_that_has_begun_stays_until_its_end(client, at):
    running = create_performance(starts_at=SATURDAY, running_time=100)
    following = create_performance(starts_at=moment(2026, 11, 28, 15))

    def saturday():
        return links_of(halves(client.get("/ru/"))[0])

    at("2026-11-21 16:39")
    assert saturday() == [address(running, "ru")]

    at("2026-11-21 16:40")
    assert saturday() == [address(following, "ru")]


@pytest.mark.parametrize(
    ("now", "saturday", "sunday"),
    [
        ("2026-11-18 10:00", "The next performance", None),
        ("2026-11-20 23:59", "Tomorrow", None),
        ("2026-11-21 00:00", "Today", None),
        ("2026-11-21 16:00", "Today", None),
        ("2026-11-21 18:00", None, "Tomorrow"),
        ("2026-11-22 00:00", None, "Today"),
        ("2026-11-22 14:00", "The next performance", None),
    ],
)
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_the_nearest_performance_has_the_tag(client, at, now, saturday, sunday, language):
    create_theatre()
    for day in (21, 28):
        create_performance(starts_at=moment(2026, 11, day, 15), running_time=120)
        create_performance(starts_at=moment(2026, 11, day + 1, 11), running_time=60)

    at(now)

    assert tags(client.get(f"/{language}/")) == [
        [said(words, language)] if words else [] for words in (saturday, sunday)
    ]


@pytest.mark.parametrize(("state", "words"), [("scheduled", []), ("cancelled", ["The next performance"])])
def test_after_a_date_on_a_weekday_the_weekend_is_not_the_nearest(client, state, words):
    create_performance(starts_at=moment(2026, 11, 20, 18), state=state)
    create_performance(starts_at=SATURDAY)

    assert tags(client.get("/ru/")) == [[said(each, "ru") for each in words], []]


def test_a_premiere_that_is_not_the_nearest_has_a_tag_too(client):
    create_performance(starts_at=SATURDAY)
    create_performance(starts_at=SUNDAY, remark="premiere")

    assert tags(client.get("/ru/")) == [[said("The next performance", "ru")], [said("Premiere", "ru")]]


@pytest.mark.parametrize("state", ["cancelled", "postponed"])
@pytest.mark.parametrize("nearest", ["saturday", "sunday"])
def test_a_date_that_is_off_says_so_and_has_no_price(client, state, nearest):
    create_theatre()
    off = create_performance(
        starts_at=SATURDAY if nearest == "saturday" else SUNDAY, state=state, price_min=60, price_max=90
    )
    create_performance(starts_at=SUNDAY if nearest == "saturday" else SATURDAY, price_min=30, price_max=50)

    page = client.get("/ru/")
    half = halves(page)[["saturday", "sunday"].index(nearest)]

    assert texts_of(half, "p.tag") == [said(off.get_state_display(), "ru")]
    assert texts_of(half, "span.price") == []


@pytest.mark.parametrize(("starts_at", "empty"), [(SATURDAY, 1), (SUNDAY, 0)])
def test_with_one_weekend_date_ahead_the_other_half_says_that_more_is_to_come(client, starts_at, empty):
    performance = create_performance(starts_at=starts_at)

    parts = halves(client.get("/ru/"))

    assert links_of(parts[1 - empty]) == [address(performance, "ru")]
    assert links_of(parts[empty]) == []
    assert said("More to come", "ru") in text_of(parts[empty])


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_with_nothing_ahead_home_gives_the_telephone_and_the_news(client, language):
    create_theatre(phones="6-46-01", dialling_prefix="+38 06452")
    create_performance(starts_at=moment(2026, 11, 14, 15))

    page = client.get(f"/{language}/")

    assert [said("More to come", language) in text_of(half) for half in halves(page)] == [True, True]
    assert links_of(find(page, "div.empty")[0]) == ["tel:+380645264601", f"/{language}/news/"]


@pytest.mark.parametrize(
    ("language", "season", "day"),
    [("ru", "45-й сезон откроется", "19 сентября"), ("uk", "45-й сезон відкриється", "19 вересня")],
)
def test_in_the_summer_the_letter_says_when_the_season_opens(client, at, language, season, day):
    at("2027-07-15 10:00")
    create_theatre()
    create_season(number=44, starts_on=date(2026, 9, 1), ends_on=date(2027, 6, 30))
    create_season(number=45, starts_on=date(2027, 9, 19), ends_on=date(2028, 6, 30))

    page = client.get(f"/{language}/")
    rest, sun = halves(page)

    assert links_of(rest) == [f"/{language}/news/"]
    assert (texts_of(sun, "p.yu__when"), plain(texts_of(sun, "h2")[0])) == ([season], day)
    assert find(page, "div.empty") == []  # the letter has said it all
    assert_valid(page)


def test_in_the_summer_the_first_date_of_the_season_goes_before_the_words(client, at):
    at("2027-07-15 10:00")
    create_season(number=45, starts_on=date(2027, 9, 19), ends_on=date(2028, 6, 30))
    opening = create_performance(starts_at=moment(2027, 9, 19, 11))
    wednesday = create_performance(starts_at=moment(2027, 9, 22, 18))

    page = client.get("/ru/")

    assert links_of(halves(page)[1]) == [address(opening, "ru")]
    assert [links_of(row)[0] for row in find(page, "li.row")] == [address(wednesday, "ru")]


def test_the_list_goes_on_after_the_weekend_without_repeating_it(client):
    create_performance(starts_at=SATURDAY)
    create_performance(starts_at=SUNDAY)
    on_wednesday = create_performance(starts_at=moment(2026, 11, 18, 18))
    later = [create_performance(starts_at=moment(2026, 11, day, 15)) for day in range(23, 28)]

    rows = find(client.get("/ru/"), "li.row")

    assert [links_of(find(row, "h3")[0]) for row in rows] == [
        [address(performance, "ru")] for performance in [on_wednesday, *later[:3]]
    ]


def test_home_shows_nothing_that_is_not_public(client):
    create_theatre()
    create_performance(starts_at=SATURDAY, production=create_production(title_ru="Тайна", status="draft"))
    create_performance(
        starts_at=moment(2026, 11, 24, 15), production=create_production(title_ru="Тайна", status="review")
    )
    create_post(title_ru="Тайна", status="draft")
    create_edition(name_ru="Тайна", status="draft")
    create_post(title_ru="Тайна", partner=create_partner(), publish_at=moment(2026, 11, 18, 10, 1))
    create_partner(name_ru="Тайна", on_site=False)

    assert "Тайна" not in html_of(client.get("/ru/"))


def test_a_page_with_everything_costs_few_queries(client, django_assert_max_num_queries):
    create_theatre()
    for weekday in range(1, 8):
        create_opening_hours(weekday=weekday)
    create_season()

    def fill(rows):
        for number in range(rows):
            performance = create_performance(
                starts_at=moment(2026, 11, 21 + number, 15), venue=create_venue(), instead_of=create_production()
            )
            create_programme_item(edition=create_edition(), performance=performance)
            create_post(partner=create_partner(), productions=[performance.production])
            create_page(menu="visitors")
            for create in (create_banner, create_notice, create_social_link, create_hours_exception):
                create()

    fill(2)
    # one asks for the announced gaps of the coming week, one for the banners, one for the house of the theatre
    with django_assert_max_num_queries(11) as few:
        client.get("/ru/")
    fill(7)

    with django_assert_max_num_queries(11) as many:
        client.get("/ru/")

    assert len(many) == len(few)


def test_a_title_is_escaped_once(client):
    create_performance(production=create_production(title_ru="Кам'яний & <b>сон</b>"))

    assert "Камʼяний & <b>сон</b>" in texts_of(client.get("/ru/"), "h2")
