from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from tests.factories import create_partner, create_post, create_theatre, days_from_now, picture
from tests.pages import elements_of, html_of, links_of, words_in
from theatre_site.images import rendition
from theatre_site.models import Partner


def partners_on(page):
    """[(name, address, rel), …] of the partners on a page."""
    links = [link for aside in elements_of(page, "aside", class_="partner") for link in aside.iter("a")]
    return [(words_in(link), link.get("href"), link.get("rel")) for link in links if link.get("rel")]


def test_partners_stand_on_the_home_page_in_their_order_with_what_their_links_mean(client, db):
    create_theatre()
    create_partner(name_ru="Второй", order=2, rel="nofollow", url="https://second.example/")
    create_partner(name_ru="Первый", order=1, url="https://first.example/")
    create_partner(name_ru="Третий", order=3, rel="", url="https://third.example/")
    create_partner(name_ru="Помогает только фестивалю", on_site=False)
    create_partner(name_ru="Был вчера", shown_until=days_from_now(-1).date())
    create_partner(name_ru="Будет завтра", shown_from=days_from_now(2).date())

    assert partners_on(client.get("/ru/")) == [
        ("Первый", "https://first.example/", "sponsored noopener"),
        ("Второй", "https://second.example/", "nofollow noopener"),
        ("Третий", "https://third.example/", "noopener"),
    ]


@pytest.mark.parametrize(
    ("now", "is_shown"),
    [
        ("2026-11-20 23:59", False),
        ("2026-11-21 00:00", True),
        ("2026-11-22 23:59", True),
        ("2026-11-23 00:00", False),
    ],
)
def test_a_partner_is_shown_from_its_first_day_to_its_last(db, at, now, is_shown):
    create_partner(shown_from=date(2026, 11, 21), shown_until=date(2026, 11, 22))
    at(now)

    assert Partner.objects.shown().exists() == is_shown


def test_a_partner_without_an_address_is_a_name_with_its_logo(client, db):
    partner = create_partner(name_uk="Дитячий світ", url="", logo=picture("logo.png"), note_uk="За підтримки")
    page = client.get("/uk/")
    (aside,) = elements_of(page, "aside", class_="partner")

    assert words_in(aside) == "За підтримки Дитячий світ"
    assert [image.get("src") for image in aside.iter("img")] == [rendition(partner.logo, "logo").url]
    assert partners_on(page) == []


def test_what_a_partner_published_stands_beside_its_name_unless_it_is_not_public(client, db):
    partner = create_partner()
    shown = create_post(partner=partner)
    hidden = [
        create_post(partner=partner, status="draft"),
        create_post(partner=partner, publish_at=days_from_now(1)),
        create_post(partner=partner, unpublish_at=days_from_now(-0.5)),
    ]
    (aside,) = elements_of(client.get("/ru/"), "aside", class_="partner")
    addresses = [link.get("href") for link in aside.iter("a")]

    assert addresses == ["https://partner.example/", f"/ru/news/{shown.slug}/"]
    assert not {f"/ru/news/{post.slug}/" for post in hidden} & set(links_of(client.get("/ru/")))


def test_the_name_of_a_partner_in_the_other_language_says_so(client, db):
    create_partner(name_ru="", name_uk="Дитячий світ")

    assert '<b lang="uk">Дитячий' in html_of(client.get("/ru/"))


def test_a_partner_has_a_name_and_days_in_order(db):
    with pytest.raises(ValidationError) as error:
        Partner(shown_from=date(2026, 11, 2), shown_until=date(2026, 11, 1)).full_clean()
    assert {"name_ru", "__all__"} <= set(error.value.message_dict)

    with pytest.raises(IntegrityError, match="partner_is_shown_in_order"):
        create_partner(shown_from=date(2026, 11, 2), shown_until=date(2026, 11, 1))
