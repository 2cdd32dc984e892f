"""Pages that do not age, such as the visiting rules, and the menu in the footer."""

import pytest

from tests.factories import create_notice, create_page, create_theatre, days_from_now, moment
from tests.pages import assert_valid, elements_of, find, links_of, main_of, said, text_of, texts_of
from tests.queries import queries_for

LANGUAGES = ["ru", "uk"]


def menu_on(page, label, language):
    """Where the menu of this name leads, without the site's own links."""
    (nav,) = elements_of(page, "nav", **{"aria-label": said(label, language)})
    return [link for link in links_of(nav) if "/pages/" in link]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_visiting_rules_are_a_page_that_the_theatre_writes_itself(client, db, language):
    create_theatre()
    create_page(
        slug="rules",
        title_ru="Правила посещения",
        title_uk="Правила відвідування",
        lead_ru="Приходите за полчаса.",
        lead_uk="Приходьте за пів години.",
        body_ru="<h2>Дети</h2><p>Каждому ребёнку нужен билет.</p>",
        body_uk="<h2>Діти</h2><p>Кожній дитині потрібен квиток.</p>",
        menu="visitors",
    )
    page = client.get(f"/{language}/pages/rules/")
    text = {
        "ru": "Правила посещения Приходите за полчаса. Дети Каждому ребёнку нужен билет.",
        "uk": "Правила відвідування Приходьте за пів години. Діти Кожній дитині потрібен квиток.",
    }

    assert text[language] in text_of(main_of(page))
    assert menu_on(page, "For visitors", language) == [f"/{language}/pages/rules/"]


def test_the_menu_has_public_pages_in_two_groups(client, db):
    create_theatre()
    create_page(slug="access", menu="about", menu_order=2)
    create_page(slug="about-us", menu="about", menu_order=1)
    create_page(slug="rules", menu="visitors")
    create_page(slug="alone")
    for number, hidden in enumerate(
        [{"status": "draft"}, {"publish_at": days_from_now(1)}, {"unpublish_at": days_from_now(-0.5)}]
    ):
        create_page(slug=f"hidden-{number}", menu="visitors", **hidden)
    page = client.get("/uk/news/")

    assert menu_on(page, "For visitors", "uk") == ["/uk/pages/rules/"]
    assert menu_on(page, "About the site", "uk") == ["/uk/pages/about-us/", "/uk/pages/access/"]


def test_a_page_outside_of_the_menu_has_its_address(client, db):
    create_page(slug="alone", title_ru="Отдельно")
    page = client.get("/ru/pages/alone/")

    assert texts_of(page, "h1") == ["Отдельно"]
    assert not [link for link in links_of(page) if link == "/ru/pages/alone/"]


def test_a_page_that_was_never_written_is_a_404(client, db):
    create_page(slug="rules")

    assert client.get("/ru/pages/regulations/").status_code == 404


def test_a_page_in_the_other_language_says_so(client, db):
    create_theatre()
    create_page(slug="rules", title_ru="", title_uk="Правила", body_uk="<p>Квиток.</p>", menu="visitors")
    page = client.get("/ru/pages/rules/")

    assert [heading.get("lang") for heading in find(page, "h1")] == ["uk"]
    assert "Этот текст пока только на украинском языке." in text_of(page)
    assert [link.get("lang") for link in elements_of(page, "a", href="/ru/pages/rules/")] == ["uk"]


def test_notices_stand_above_every_page_in_the_language_of_the_page(client, db):
    create_theatre()
    create_notice(text_ru="Касса закрыта", text_uk="Каса зачинена", link="/ru/pages/rules/")
    create_notice(text_ru="", text_uk="Карантин", starts_at=days_from_now(-2))
    create_notice(text_ru="Завтра", starts_at=days_from_now(1))
    (russian,), (ukrainian,) = (find(client.get(f"/{language}/news/"), "div.notices") for language in LANGUAGES)

    assert text_of(russian) == f"Касса закрыта {said('Read more', 'ru')} Карантин (на украинском языке)"
    assert text_of(ukrainian) == f"Каса зачинена {said('Read more', 'uk')} Карантин"
    assert [text_of(part) for part in russian.iter() if part.get("lang") == "uk"] == ["Карантин"]
    assert links_of(russian) == ["/ru/pages/rules/"]


@pytest.mark.usefixtures("at")
@pytest.mark.parametrize(
    ("ends_at", "russian", "ukrainian"),
    [
        (None, "", ""),
        (moment(2026, 11, 18, 18, 30), "Сегодня до 18:30.", "Сьогодні до 18:30."),
        (moment(2026, 11, 20, 12), "До 20 ноября.", "До 20 листопада."),
        (moment(2026, 12, 1), "До 30 ноября.", "До 30 листопада."),  # midnight belongs to the day before
        (moment(2027, 3, 3, 9), "До 3 марта 2027.", "До 3 березня 2027."),
    ],
)
def test_a_notice_says_in_words_until_when_it_holds(client, db, ends_at, russian, ukrainian):
    create_theatre()
    create_notice(ends_at=ends_at)

    said_in = {language: texts_of(client.get(f"/{language}/news/"), "span.notice__end") for language in LANGUAGES}

    assert said_in == {"ru": [russian], "uk": [ukrainian]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_urgent_notice_stands_first_and_says_so(client, db, language):
    create_theatre()
    create_notice(text_ru="Новый", text_uk="Новий")
    create_notice(text_ru="Срочный", text_uk="Терміновий", starts_at=days_from_now(-9), is_urgent=True)

    page = client.get(f"/{language}/")
    urgent, ordinary = find(page, "div.notice")

    assert text_of(urgent).startswith(said("Important:", language))
    assert said("Important:", language) not in text_of(ordinary)
    assert [each.get("role") for each in find(page, "div.notices")] == ["region"]
    assert_valid(page)


def test_the_link_of_a_notice_is_described_by_its_words(client, db):
    create_theatre()
    notice = create_notice(link="/ru/box-office/")

    [link] = find(find(client.get("/ru/"), "div.notice")[0], "a")
    [words] = [each for each in find(client.get("/ru/"), "span") if each.get("id") == link.get("aria-describedby")]

    assert text_of(words) == notice.text_ru


def test_a_page_costs_as_much_with_a_long_menu(client, db):
    create_theatre()
    create_page(slug="rules", menu="visitors")
    few = queries_for(client, "/ru/pages/rules/")
    for _ in range(10):
        create_page(menu="visitors")

    assert queries_for(client, "/ru/pages/rules/") == few <= 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_valid_html(client, db, language):
    create_theatre()
    body = "<h2>Когда</h2><ul><li>суббота</li></ul><table><tbody><tr><th>День</th><td>15:00</td></tr></tbody></table>"
    create_page(slug="rules", menu="visitors", body_ru=body, lead_ru="Кавычки «» и &")

    assert_valid(client.get(f"/{language}/pages/rules/"))


def test_uploads_are_served_as_what_they_are_and_nothing_beside_them(client, db, media_root):
    (media_root / "files").mkdir(parents=True)
    (media_root / "files" / "plan.pdf").write_bytes(b"%PDF-1.7")
    answer = client.get("/media/files/plan.pdf")

    assert b"".join(answer.streaming_content) == b"%PDF-1.7"
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    paths = ("files/", "files/none.pdf", "../../etc/passwd")
    assert [client.get(f"/media/{path}").status_code for path in paths] == [404, 404, 400]
