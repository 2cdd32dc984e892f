import pytest

from repertoire.models import Performance
from tests.factories import create_performance, create_production, create_theatre, create_venue, moment
from tests.pages import address

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


def dates_at(client, language="ru"):
    response = client.get(f"/{language}/afisha/performances.json")
    assert response["Access-Control-Allow-Origin"] == "*"
    data = response.json()
    assert data["language"] == language
    return data["performances"]


def test_a_date_is_told_with_all_that_a_partner_shows(client):
    create_theatre()
    production = create_production(genre_ru="Комедия", age_rating=12, running_time=100)
    performance = create_performance(
        production=production,
        starts_at=moment(2026, 11, 21, 15),
        state="rescheduled",
        state_reason_ru="болезнь",
        moved_from=moment(2026, 10, 10, 18, 30),
        sale="few_left",
        remark="premiere",
        venue=create_venue(),
        instead_of=create_production(title_ru="Гроза"),
    )
    [date] = dates_at(client)
    assert date.pop("changed_at")
    assert date == {
        "id": str(Performance.objects.get().uid),
        "url": f"http://testserver{address(performance, 'ru')}",
        "title": "Ревизор",
        "title_language": "ru",
        "genre": "Комедия",
        "production": f"http://testserver{address(production, 'ru')}",
        "starts_at": "2026-11-21T15:00:00+02:00",
        "ends_at": "2026-11-21T16:40:00+02:00",
        "state": "rescheduled",
        "state_reason": "болезнь",
        "moved_from": "2026-10-10T18:30:00+03:00",
        "instead_of": "Гроза",
        "sale": "few_left",
        "remark": "premiere",
        "audience": "adults",
        "age_mark": "12+",
        "price_min": 50,
        "price_max": 80,
        "venue": "Дворец культуры",
    }


def test_a_title_in_the_other_language_says_so(client):
    create_theatre()
    create_performance(production=create_production(title_uk=""))
    [date] = dates_at(client, "uk")
    assert (date["title"], date["title_language"]) == ("Ревизор", "ru")


def test_only_what_is_public_and_not_over_is_told(client):
    create_theatre()
    create_performance(production=create_production(status="draft"))
    create_performance(starts_at=moment(2026, 11, 1, 15))
    create_performance(production=None, starts_at=moment(2026, 11, 21, 15))
    [date] = dates_at(client)
    assert (date["title"], date["title_language"], date["production"]) == ("", None, None)


def test_every_field_is_described_on_the_page(client):
    create_theatre()
    create_performance()
    words = client.get("/ru/subscribe/").content.decode()
    told = dates_at(client)[0]
    simple = {"genre", "venue", "state_reason", "instead_of"}
    assert {name for name in told if f"<code>{name}</code>" not in words} == simple


def test_it_costs_two_queries(client, django_assert_max_num_queries):
    create_theatre()
    for _each in range(20):
        create_performance()
    with django_assert_max_num_queries(2):
        assert len(dates_at(client)) == 20


def test_who_asks_again_gets_nothing_new(client):
    create_theatre()
    performance = create_performance()
    first = client.get("/ru/afisha/performances.json")
    asked_again = {"if-none-match": first["ETag"]}

    assert client.get("/ru/afisha/performances.json", headers=asked_again).status_code == 304
    performance.state = "cancelled"
    performance.save()
    assert client.get("/ru/afisha/performances.json", headers=asked_again).status_code == 200
