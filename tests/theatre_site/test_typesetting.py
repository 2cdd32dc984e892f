import pytest

from theatre_site.typesetting import typeset, typeset_html

RUSSIAN = [
    ('"Ревизор" - это "Театр "Луч""...', "«Ревизор» — это «Театр „Луч“»…"),
    ("“Гамлет” и “Лир”", "«Гамлет» и «Лир»"),
    ("- Привет! -- сказал он. - Да?..", "— Привет! — сказал он. — Да?.."),
    ("11:00-15:00, 2011-2013, 5-7 лет, 30-50 грн", "11:00–15:00, 2011–2013, 5–7 лет, 30–50 грн"),
    ("Сайт tuz.example - наш", "Сайт tuz.example — наш"),
    ("С 5 - по 7 мая", "С 5 — по 7 мая"),
]
UKRAINIAN = [
    ("п'єса, м`ята, об’єднання, з'їзд", "пʼєса, мʼята, обʼєднання, зʼїзд"),
    ('"Кіт" - прем\'єра...', "«Кіт» — премʼєра…"),
]
KEPT = [
    "Звоните: 6-46-01, +38 (06452) 6-46-51",
    "Счёт 3 - 2, -5 градусов, ТЮЗ-2011, кто-то, а-б",
    'https://tuz.example/a-b?x="1"... и a--b@tuz.example',
    'Экран 5" шире',
    "Жанна д'Арк, О'Коннор",
    "«Сделано» — всё…",
]


@pytest.mark.parametrize(("before", "after"), RUSSIAN)
def test_a_russian_line_is_mended(before, after):
    assert typeset(before, "ru") == after


@pytest.mark.parametrize(("before", "after"), UKRAINIAN)
def test_a_ukrainian_line_is_mended(before, after):
    assert typeset(before, "uk") == after


def test_only_ukrainian_has_its_apostrophe():
    assert typeset("п'єса", "ru") == "п'єса"


@pytest.mark.parametrize("text", KEPT)
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_what_is_right_or_no_text_is_kept(text, language):
    assert typeset(text, language) == text


@pytest.mark.parametrize("text", [before for before, _after in RUSSIAN + UKRAINIAN] + KEPT)
def test_mending_twice_changes_nothing_more(text):
    once = typeset(text, "uk")

    assert typeset(once, "uk") == once
    html = typeset_html(f"<p>{text}</p>", "uk")
    assert typeset_html(html, "uk") == html


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<p>"<strong>Ревизор</strong>" - комедия</p>', "<p>«<strong>Ревизор</strong>» — комедия</p>"),
        ("<p><em>Кот</em> - <em>герой</em></p>", "<p><em>Кот</em> — <em>герой</em></p>"),
        ('<p>"Бал <em>"Луч"</em>"</p>', "<p>«Бал <em>„Луч“</em>»</p>"),
        ("<p>- Да<br>- Нет</p>", "<p>— Да<br>— Нет</p>"),
        ('<p>Один "шаг</p><p>другой"</p>', '<p>Один "шаг</p><p>другой"</p>'),
        ("<p>мир&nbsp;- труд &amp; май</p>", "<p>мир\u00a0— труд &amp; май</p>"),
    ],
)
def test_quotes_and_dashes_are_found_over_inline_tags_and_not_over_paragraphs(before, after):
    assert typeset_html(before, "ru") == after


def test_markup_and_code_are_never_touched():
    html = (
        '<p><a href="/x?a=1 - 2&amp;b=п\'єса..." title="a - b">там</a> <img src="/media/a--b.png" alt="a - b..."></p>'
        '<pre>a - "b"...</pre><code>п\'єса</code>'
    )

    assert typeset_html(html, "uk") == html
