import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from repertoire.models import Performance
from tests.factories import create_performance, create_production, create_slot, create_theatre, moment
from tests.pages import address, find, said, texts_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


def prices_on(page):
    """The price bands as visitors read them, without the currency."""
    return [words.removesuffix(f" {said('UAH', 'ru')}") for words in texts_of(page, "span.price")]


def band(lowest, highest):
    return {"price_min": lowest, "price_max": highest}


@pytest.mark.parametrize(
    ("of_the_date", "of_the_production", "of_the_slot", "expected"),
    [
        (band(11, 12), band(21, 22), band(31, 32), (11, 12)),
        ({}, band(21, 22), band(31, 32), (21, 22)),
        ({}, {}, band(31, 32), (31, 32)),
        ({}, {}, {}, (41, 42)),
        (band(0, 0), band(21, 22), band(31, 32), (0, 0)),
    ],
)
def test_a_price_is_the_dates_own_or_the_next_best_known(of_the_date, of_the_production, of_the_slot, expected):
    create_theatre(children_price_min=41, children_price_max=42, adults_price_min=51, adults_price_max=52)
    create_performance(
        production=create_production(audience="children", **of_the_production),
        slot=create_slot(audience="children", **of_the_slot),
        slot_day=moment(2026, 11, 21).date(),
        **of_the_date,
    )

    performance = Performance.objects.public().get()

    assert (performance.lowest_price, performance.highest_price) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"production": None, "audience": "children"}, (41, 42)),
        ({"production": None, "audience": "adults"}, (51, 52)),
        ({"production": None, "audience": ""}, (51, 52)),
        ({"audience": "children"}, (41, 42)),
    ],
    ids=str,
)
def test_the_theatres_default_is_that_of_the_dates_audience(fields, expected):
    create_theatre(children_price_min=41, children_price_max=42, adults_price_min=51, adults_price_max=52)
    create_performance(**fields)

    performance = Performance.objects.public().get()

    assert (performance.lowest_price, performance.highest_price) == expected


def test_without_any_price_none_is_claimed():
    create_performance()

    performance = Performance.objects.public().get()

    assert (performance.lowest_price, performance.highest_price) == (None, None)


# On the page


@pytest.mark.parametrize(
    ("prices", "words"),
    [
        (band(30, 50), ["30–50"]),
        (band(50, 50), ["50"]),
        (band(None, None), []),
    ],
    ids=str,
)
def test_the_list_and_the_page_say_from_to(client, prices, words):
    performance = create_performance(production=create_production(audience="children", **prices))
    create_theatre(children_price_min=None, children_price_max=None)

    row = find(client.get("/ru/afisha/"), "li.row")[0]
    page = client.get(address(performance, "ru"))

    assert prices_on(row) == words
    assert prices_on(find(page, "article")[0]) == words


def test_free_entry_has_no_price(client):
    create_theatre()
    performance = create_performance(sale="free", price_min=30, price_max=50)

    assert prices_on(client.get("/ru/afisha/")) == []
    assert prices_on(client.get(address(performance, "ru"))) == []


@pytest.mark.parametrize(
    ("prices", "words"),
    [(band(60, 90), ["60–90"]), (band(None, None), ["50–80"])],
    ids=str,
)
def test_the_page_of_a_production_says_its_own_price_or_the_theatres(client, prices, words):
    create_theatre(adults_price_min=50, adults_price_max=80)
    production = create_production(**prices)

    page = client.get(address(production, "ru"))

    assert prices_on(page) == words


# What must never be false


@pytest.mark.parametrize("prices", [band(50, 30), band(50, None), band(None, 50)], ids=str)
@pytest.mark.parametrize("create", [create_performance, create_production, create_slot])
def test_the_database_refuses_a_band_that_is_upside_down_or_half_filled(create, prices):
    with pytest.raises(IntegrityError, match="prices_in_order"):
        create(**prices)


@pytest.mark.parametrize("audience", ["adults", "children"])
@pytest.mark.parametrize(("lowest", "highest"), [(50, 30), (50, None), (None, 50)])
def test_the_database_refuses_such_default_prices_too(audience, lowest, highest):
    with pytest.raises(IntegrityError, match=f"theatre_{audience}_prices_in_order"):
        create_theatre(**{f"{audience}_price_min": lowest, f"{audience}_price_max": highest})


@pytest.mark.parametrize("prices", [band(50, 30), band(50, None), band(None, 50)], ids=str)
@pytest.mark.parametrize("create", [create_performance, create_production, create_slot, create_theatre])
def test_the_form_says_what_is_wrong_with_a_band(create, prices):
    row = create()
    names = {"price_min": "adults_price_min", "price_max": "adults_price_max"} if create == create_theatre else {}
    for name, price in prices.items():
        setattr(row, names.get(name, name), price)

    with pytest.raises(ValidationError) as error:
        row.clean()

    assert list(error.value.message_dict) == [names.get("price_max", "price_max")]
