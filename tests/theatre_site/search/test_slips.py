"""Typed with a slip, or with the keyboard in another language; over the texts of word_forms.yaml."""

import pytest

from tests.factories import create_post
from tests.pages import said, text_of
from theatre_site.search import find
from theatre_site.search.layouts import in_other_layouts
from theatre_site.search.slips import meant, variants
from theatre_site.views import SEARCHED

from .texts import first_found

WRONG = {"репитиция": "репетиция", "юбелей": "юбилей", "кастюм": "костюм", "театрі для дітий": "театрі для дітей"}
MISSING = {"щелкунчк": "щелкунчик", "экскурия": "экскурсия", "котигорошк": "котигорошко"}
DOUBLED = {"премьерра": "премьера", "викторрина": "викторина", "мавкка": "мавка"}
SWAPPED = {"фестивлаь": "фестиваль", "вистваа": "вистава", "лебдеь": "лебедь"}
OTHER_KEYBOARD = {
    "ntfnh": "театр",
    "htdbpjh": "ревизор",
    ";tybnm,f": "женитьба",
    "rfprf": "казка",
    "ghtv`'hf": "прем'єра",
    "лысова пысня": "лісова пісня",
    "ntfnhe для детей": "театру для детей",
}
SLIPS = WRONG | MISSING | DOUBLED | SWAPPED | OTHER_KEYBOARD


def test_at_least_18_of_20_slips_find_what_was_meant(texts):
    unforgiven = [
        typed for typed, right in SLIPS.items() if not first_found(typed) or first_found(typed) != first_found(right)
    ]

    assert len(SLIPS) == 20
    assert len(unforgiven) <= 2, unforgiven


def test_the_page_says_what_is_shown_instead(client, committed):
    with committed():
        create_post(title_ru="Наш театр", lead_ru="")
    page = client.get("/ru/search/", {"q": "ntfnh"})

    expected = said("Nothing has «%(typed)s». This was found for «%(meant)s».", "ru")
    assert expected % {"typed": "ntfnh", "meant": "театр"} in text_of(page)
    assert "<mark>театр</mark>" in page.content.decode()


def test_a_right_word_is_left_alone(texts):
    assert list(meant("театр")) == []
    assert find(SEARCHED, "театр").instead_of == ""


def test_a_word_of_a_text_that_nobody_may_see_is_not_shown_instead(client, committed):
    """It would tell that the text is there."""
    with committed():
        create_post(status="draft", title_ru="Бонифаций")
    page = client.get("/ru/search/", {"q": "бонефаций"})

    assert "Бонифаций" not in text_of(page)
    assert "бонифаций" not in text_of(page)


def test_a_text_that_was_never_saved_teaches_no_word(texts):
    create_post(title_ru="Бонифаций")  # within a transaction that ends nowhere

    assert list(meant("бонефаций")) == []


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("ntfnh", "театр"),
        ("dbcnfdf", "вистава"),
        ("]hf", "їра"),
        ("еуыеы", "tests"),
        ("пысня", "пісня"),
        ('"[j', "эхо"),
    ],
)
def test_other_keyboards(typed, right):
    assert right in in_other_layouts(typed)


def test_every_kind_of_slip_is_one_step_away():
    found = variants("театр")

    assert {"тетар", "театтр", "теат", "тентр", "теотр"} <= set(found)
    assert len(found) == len(set(found))
    assert "театр" not in found
