from datetime import date

import pytest
from django.utils import timezone

from tests.factories import (
    create_attachment,
    create_edition,
    create_partner,
    create_performance,
    create_post,
    create_post_photo,
    create_production,
    create_rubric,
    create_theatre,
    days_from_now,
    moment,
    picture,
)
from tests.pages import (
    address,
    assert_valid,
    elements_of,
    find,
    html_of,
    links_of,
    main_of,
    said,
    text_of,
    texts_of,
    words_in,
)
from tests.queries import queries_for

HIDDEN = [
    {"status": "draft"},
    {"status": "review"},
    {"status": "withdrawn"},
    {"publish_at": days_from_now(1)},
    {"publish_at": days_from_now(-2), "unpublish_at": days_from_now(-1)},
]


def titles_on(page):
    """The titles of the posts in the list of a page."""
    return [words_in(item.find("*[1]")) for item in elements_of(page, "li") if "nitem" in item.get("class", "")]


def archive_on(page):
    """[(address, “May 2 posts”), …] of the archive."""
    (nav,) = elements_of(page, "nav", **{"aria-labelledby": "archive"})
    return [(item.find("a").get("href"), words_in(item)) for item in nav.iter("li")]


def create_hidden_posts(**fields):
    for number, hidden in enumerate(HIDDEN):
        create_post(**{"title_ru": f"Скрыт {number}", "title_uk": f"Приховано {number}", **fields, **hidden})


# Lists


def test_the_list_shows_public_posts_the_pinned_one_first(client, db):
    create_hidden_posts()
    create_post(title_ru="Вчера", title_uk="Учора", publish_at=days_from_now(-1))
    create_post(title_ru="Давно", title_uk="Давно", publish_at=days_from_now(-400))
    create_post(
        title_ru="Закреплён", title_uk="Закріплено", publish_at=days_from_now(-9), pinned_until=days_from_now(1)
    )

    assert titles_on(client.get("/ru/news/")) == ["Закреплён", "Вчера", "Давно"]
    assert titles_on(client.get("/uk/news/")) == ["Закріплено", "Учора", "Давно"]


def test_the_home_page_shows_public_posts_only(client, db):
    create_hidden_posts()
    create_post(title_ru="Видимый")

    assert titles_on(client.get("/ru/")) == ["Видимый"]


def test_the_page_of_a_production_a_date_and_a_festival_shows_its_public_posts_only(client, db):
    production, edition = create_production(), create_edition()
    performance = create_performance(production=production)
    about = {"productions": [production], "performances": [performance], "editions": [edition]}
    create_hidden_posts(**about)
    create_post(title_ru="О чужом", productions=[create_production()])
    create_post(title_ru="О нём", **about)

    pages = [client.get(thing.get_absolute_url()) for thing in (production, performance, edition)]
    assert [titles_on(page) for page in pages] == [["О нём"]] * 3


def test_a_rubric_has_a_page_of_its_own(client, db):
    rubric = create_rubric(slug="press", name_ru="Пресса о нас", name_uk="Преса про нас")
    create_rubric(slug="empty", name_ru="Пустая")
    create_hidden_posts(rubric=rubric)
    create_post(rubric=rubric, title_ru="В газете")
    create_post(title_ru="Другая рубрика")
    page = client.get("/ru/news/rubric/press/")

    assert titles_on(page) == ["В газете"]
    assert [words_in(each) for each in elements_of(page, "h1")] == ["Пресса о нас"]
    assert [words_in(each) for each in elements_of(client.get("/uk/news/rubric/press/"), "h1")] == ["Преса про нас"]
    assert titles_on(client.get("/ru/news/rubric/empty/")) == []
    assert client.get("/ru/news/rubric/none/").status_code == 404


def test_the_list_links_to_every_rubric_and_the_open_one_is_marked(client, db):
    for order, slug in enumerate(["news", "press"]):
        create_rubric(slug=slug, name_ru=slug, order=order)
    page = client.get("/ru/news/rubric/press/")
    (nav,) = elements_of(page, "nav", **{"aria-label": said("Rubrics", "ru")})

    assert [(link.get("href"), link.get("aria-current")) for link in nav.iter("a")] == [
        ("/ru/news/", None),
        ("/ru/news/rubric/news/", None),
        ("/ru/news/rubric/press/", "true"),
    ]


# The archive


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", ["Март 2 новости", "Февраль 5 новостей", "Май 1 новость"]),
        ("uk", ["Березень 2 новини", "Лютий 5 новин", "Травень 1 новина"]),
    ],
)
def test_the_archive_lists_months_with_their_number_of_posts(client, db, language, words):
    days = [moment(2024, 5, 1), *(moment(2025, 2, day) for day in range(1, 6)), moment(2025, 3, 1), moment(2025, 3, 31)]
    for publish_at in days:
        create_post(publish_at=publish_at)
    create_post(publish_at=moment(2023, 1, 1), status="draft")
    create_post(publish_at=moment(2025, 3, 1), status="review")
    addresses = [f"/{language}/news/{month}/" for month in ("2025/03", "2025/02", "2024/05")]

    assert archive_on(client.get(f"/{language}/news/")) == list(zip(addresses, words, strict=True))


def test_a_year_and_a_month_have_their_posts(client, db):
    create_post(title_ru="Май", publish_at=moment(2025, 5, 31, 23, 59))
    create_post(title_ru="Июнь", publish_at=moment(2025, 6, 1))
    create_post(title_ru="Май год назад", publish_at=moment(2024, 5, 10))
    create_post(title_ru="Черновик", publish_at=moment(2025, 5, 10), status="draft")

    assert titles_on(client.get("/ru/news/2025/")) == ["Июнь", "Май"]
    assert titles_on(client.get("/ru/news/2025/05/")) == ["Май"]


@pytest.mark.parametrize("address", ["2025/06/", "2023/", "2025/13/", "2025/5/", "2025/00/", "20255/"])
def test_a_month_or_year_without_posts_is_not_there(client, db, address):
    create_post(publish_at=moment(2025, 5, 1))
    create_post(publish_at=moment(2025, 6, 1), status="draft")

    assert client.get("/ru/news/2025/05/").status_code == 200
    assert client.get(f"/ru/news/{address}").status_code == 404


# Pages of a list


@pytest.fixture
def thirty_five_posts(db):
    rubric = create_rubric(slug="all")
    return [create_post(rubric=rubric, title_ru=f"№{n}", publish_at=days_from_now(-n)) for n in range(1, 36)]


def test_a_list_has_numbered_pages_with_addresses_of_their_own(client, thirty_five_posts):
    first, second, last = (client.get("/ru/news/", {"page": number} if number > 1 else {}) for number in (1, 2, 4))

    assert titles_on(first) == [f"№{n}" for n in range(1, 11)]
    assert titles_on(second) == [f"№{n}" for n in range(11, 21)]
    assert titles_on(last) == [f"№{n}" for n in range(31, 36)]
    (nav,) = elements_of(second, "nav", class_="pgs")
    assert [link.get("href") for link in nav.iter("a")] == ["?page=1", "?page=1", "?page=3", "?page=4", "?page=3"]
    assert [words_in(span) for span in nav.iter("span") if span.get("aria-current") == "page"] == [
        f"{said('Page', 'ru')} 2"
    ]


def test_a_rubric_and_a_year_have_pages_too(client, thirty_five_posts):
    year = thirty_five_posts[-1].publish_at.year
    count = sum(post.publish_at.year == year for post in thirty_five_posts)

    assert titles_on(client.get("/ru/news/rubric/all/?page=2")) == [f"№{n}" for n in range(11, 21)]
    assert len(titles_on(client.get(f"/ru/news/{year}/"))) == min(count, 10)


@pytest.mark.parametrize(
    "number", ["0", "-1", "5", "9999999", "9" * 30, "abc", "", "1.5", "2x", "%00", "02", "%2B2", "+2", "1_0", "%D9%A2"]
)
@pytest.mark.parametrize("path", ["/ru/news/", "/uk/news/rubric/all/"])
def test_a_page_that_is_not_there_is_a_404(client, thirty_five_posts, path, number):
    assert client.get(f"{path}?page={number}").status_code == 404


def test_the_second_page_keeps_its_number_when_the_language_is_switched(client, thirty_five_posts):
    page = client.get("/ru/news/?page=2")

    assert "http://testserver/uk/news/?page=2" in links_of(page)
    (canonical,) = elements_of(page, "link", rel="canonical")
    assert canonical.get("href") == "http://testserver/ru/news/?page=2"


def test_the_first_page_has_one_address(client, thirty_five_posts):
    canonicals = [
        elements_of(client.get(address), "link", rel="canonical")[0].get("href")
        for address in ("/ru/news/", "/ru/news/?page=1", "/ru/news/?utm_source=x")
    ]

    assert canonicals == ["http://testserver/ru/news/"] * 3


def test_a_short_list_has_no_page_numbers(client, db):
    create_post()

    assert elements_of(client.get("/ru/news/"), "nav", class_="pgs") == []


# One post


def test_a_post_shows_all_it_has(client, db):
    rubric = create_rubric(slug="news")
    post = create_post(
        rubric=rubric,
        title_ru="Премьера",
        lead_ru="Коротко о главном.",
        body_ru="<p>Подробный рассказ.</p>",
        image=picture("main.png", size=(60, 40)),
        image_alt_ru="Занавес",
        image_caption_ru="Перед началом",
        publish_at=moment(2025, 11, 22, 12),
    )
    create_post_photo(post=post, image=picture("second.png"), alt_ru="Зал", caption_ru="Аншлаг", author="О. Коваль")
    attachment = create_attachment(post=post, title_ru="Анкета")
    page = client.get(post.get_absolute_url())
    images = [(image.get("alt"), image.get("width"), image.get("height")) for image in elements_of(page, "img")]
    text = text_of(main_of(page))

    assert images == [("Занавес", "60", "40"), ("Зал", "400", "267"), ("Зал", "60", "40")]
    for words in ("Премьера", "22 ноября 2025", "Коротко о главном.", "Подробный рассказ.", "Перед началом", "Аншлаг"):
        assert words in text
    assert f"Анкета PDF, {attachment.size} байт" in text
    assert {attachment.file.url, "/ru/news/rubric/news/", f"#photo-{post.photos.get().pk}"} <= set(links_of(page))


def test_a_post_without_pictures_and_files_has_no_empty_places(client, db):
    page = client.get(create_post().get_absolute_url())

    assert elements_of(page, "img") == []
    assert said("Files", "ru") not in [words_in(heading) for heading in elements_of(page, "h2")]


def test_a_post_and_what_it_is_about_link_to_each_other(client, db):
    production = create_production()
    performance = create_performance(production=production)
    edition, other_edition = create_edition(), create_edition()
    post = create_post(productions=[production], performances=[performance], editions=[edition])
    page = main_of(client.get(post.get_absolute_url()))

    for thing in (production, performance, edition):
        assert thing.get_absolute_url() in links_of(page)
        assert post.get_absolute_url() in links_of(main_of(client.get(thing.get_absolute_url())))
    assert other_edition.get_absolute_url() not in links_of(page)


def test_a_post_keeps_silent_about_what_is_not_public(client, db):
    things = [
        create_production(status="draft"),
        create_performance(production=create_production(publish_at=days_from_now(1))),
        create_edition(unpublish_at=days_from_now(-0.5)),
    ]
    post = create_post(productions=things[:1], performances=things[1:2], editions=things[2:])
    page = client.get(post.get_absolute_url())

    assert not {thing.get_absolute_url() for thing in things} & set(links_of(page))
    assert said("What it is about", "ru") not in text_of(page)


def test_other_news_are_public_and_do_not_repeat_the_post(client, db):
    create_hidden_posts()
    post = create_post(title_ru="Эта")
    create_post(title_ru="Другая")

    assert titles_on(client.get(post.get_absolute_url())) == ["Другая"]


def test_press_about_us_names_its_source(client, db):
    post = create_post(source="Газета", source_url="https://paper.example/1", source_date=moment(2025, 5, 3).date())
    page = client.get(post.get_absolute_url())

    assert "Газета 3 мая 2025" in text_of(main_of(page))
    assert elements_of(page, "a", href="https://paper.example/1")[0].get("rel") == "noopener"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Читать оригинал на paper.example (другой сайт)"),
        ("uk", "Читати оригінал на paper.example (інший сайт)"),
    ],
)
@pytest.mark.parametrize("where", ["post", "rubric"])
def test_the_way_to_the_original_says_that_it_leads_to_another_site(client, db, language, words, where):
    post = create_post(source="Газета", source_url="https://www.paper.example/1", source_date=date(2025, 5, 3))
    page = client.get(address(post if where == "post" else post.rubric, language))
    [link] = elements_of(page, "a", href="https://www.paper.example/1")

    assert text_of(link) == words
    assert link.get("rel") == "noopener"
    assert_valid(page)


def test_in_the_rubric_the_outlet_comes_first_and_elsewhere_it_is_news(client, db):
    post = create_post(source="Газета", source_date=date(2025, 5, 3), title_ru="О премьере")
    create_post(rubric=post.rubric, title_ru="Просто новость", publish_at=days_from_now(-2))
    press, plain = find(client.get(address(post.rubric, "ru")), "li.nitem")

    assert text_of(press).startswith("Газета О премьере 3 мая 2025")
    assert text_of(plain).startswith("Просто новость")
    for path in ("/ru/", "/ru/news/"):
        assert find(client.get(path), "li.press") == []
        assert "О премьере" in text_of(client.get(path))


def test_press_without_an_address_has_no_way_out(client, db):
    post = create_post(source="Газета")

    assert find(client.get(address(post, "ru")), "a.ext") + find(client.get(address(post.rubric, "ru")), "a.ext") == []
    assert "Газета" in texts_of(client.get(address(post, "ru")), "p.source")


# Old news


@pytest.mark.parametrize(("days", "is_old"), [(729, False), (731, True)])
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_an_old_post_says_that_it_comes_from_the_archive(client, db, language, days, is_old):
    post = create_post(publish_at=days_from_now(-days))
    label = said("Archive", language)
    archive = f"/{language}/news/{timezone.localtime(post.publish_at):%Y}/"
    lists = [f"/{language}/news/", address(post.rubric, language), archive]

    listed = [texts_of(find(client.get(path), "li.nitem")[0], "span.st--old") for path in lists]
    assert listed == [[label] * is_old] * 3
    page = client.get(address(post, language))
    assert [label] * is_old == texts_of(find(page, "header.phead")[0], "span.st--old")
    assert [links_of(note) for note in find(page, "p.note")] == [[f"/{language}/afisha/"]] * is_old
    assert texts_of(find(client.get(archive), "div.phead")[0], "span.st--old") == [label] * is_old


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Новость из архива: 3 мая 2013."), ("uk", "Новина з архіву: 3 травня 2013.")]
)
def test_an_old_post_says_from_when_it_is(client, db, language, words):
    post = create_post(publish_at=moment(2013, 5, 3))

    assert texts_of(client.get(address(post, language)), "p.note")[0].startswith(words)


def test_the_source_of_a_partners_article_is_paid_for_too(client, db):
    post = create_post(partner=create_partner(), source="Газета", source_url="https://paper.example/1")
    [source] = elements_of(client.get(post.get_absolute_url()), "a", href="https://paper.example/1")

    assert source.get("rel") == "sponsored noopener"


@pytest.mark.parametrize(("language", "label"), [("ru", "Материал партнёра"), ("uk", "Матеріал партнера")])
def test_a_partners_article_says_so_and_its_links_are_paid_for(client, db, language, label):
    text = '<p>Читайте на <a href="https://artmisto.example/jobs">artMisto</a></p>'
    partner = create_partner(url="https://artmisto.example/")
    post = create_post(partner=partner, body_ru=text, body_uk=text)
    page, listed = client.get(address(post, language)), client.get(f"/{language}/news/")
    outward = [link for link in elements_of(page, "a") if "artmisto" in link.get("href")]

    assert f"{label}: {getattr(partner, f'name_{language}')}" in text_of(main_of(page))
    assert label in text_of(main_of(listed))
    assert [(link.get("href"), link.get("rel")) for link in outward] == [
        ("https://artmisto.example/", "sponsored noopener"),
        ("https://artmisto.example/jobs", "sponsored noopener"),
    ]


def test_a_post_of_our_own_is_no_partners_material(client, db):
    page = client.get(create_post(body_ru='<p><a href="https://x.example/">x</a></p>').get_absolute_url())

    assert "Материал партнёра" not in text_of(page)
    assert [link.get("rel") for link in elements_of(page, "a", href="https://x.example/")] == ["noopener"]


# What it costs


@pytest.fixture
def many(db):
    """Makes posts with all they may have."""
    create_theatre()
    rubric = create_rubric(slug="all")

    def make(count):
        for number in range(count):
            post = create_post(
                rubric=rubric,
                partner=create_partner(),
                publish_at=moment(2025, 5, 1, minute=number % 60),
                productions=[create_production()],
                performances=[create_performance()],
                editions=[create_edition()],
            )
            create_post_photo(post=post)
            create_attachment(post=post)
        return post

    return make


@pytest.mark.parametrize("address", ["/ru/news/", "/ru/news/rubric/all/", "/ru/news/2025/", "/ru/news/2025/05/"])
def test_a_list_costs_as_much_for_fifty_posts_as_for_ten(client, many, address):
    many(10)
    few = queries_for(client, address)
    many(40)

    assert len(titles_on(client.get(address))) == 10
    assert queries_for(client, address) == few <= 9


def test_a_post_costs_as_much_with_fifty_photos_files_and_plays_as_with_one(client, many):
    post = many(1)
    few = queries_for(client, post.get_absolute_url())
    many(5)
    for _ in range(49):
        create_post_photo(post=post)
        create_attachment(post=post)
        post.productions.add(create_production())
        post.performances.add(create_performance(production=post.productions.first()))

    assert queries_for(client, post.get_absolute_url()) == few <= 9


# The HTML


def test_the_pages_are_valid_html(client, many):
    post = many(12)
    post.body_ru = "<h2>Когда</h2><p>В субботу & воскресенье</p>"
    post.image = picture()
    post.image_alt_ru = "Занавес & «сцена»"
    post.save()

    for path in ("/ru/news/", "/uk/news/?page=2", "/ru/news/2025/05/", post.get_absolute_url()):
        assert_valid(client.get(path))


def test_an_editors_words_are_text_and_no_html(client, db):
    post = create_post(title_ru="<b>Жирный</b> & «кавычки»", lead_ru="<script>alert(1)</script>")

    for path in ("/ru/news/", post.get_absolute_url(), "/ru/"):
        html = html_of(client.get(path))
        assert "<b>Жирный" not in html
        assert "<script>alert" not in html
