import pytest

from theatre_site.hyphenation import hyphenated, in_syllables


def syllables(word, language="ru"):
    return in_syllables(word, language).replace("\u00ad", "-")


@pytest.mark.parametrize(
    ("word", "language", "cut"),
    [
        ("достопримечательности", "ru", "до-сто-при-ме-ча-тель-но-сти"),
        ("ВОСКРЕСЕНЬЕ", "ru", "ВОС-КРЕ-СЕ-НЬЕ"),
        ("театральний", "uk", "те-ат-раль-ний"),
        ("обʼєктивність", "uk", "обʼєк-тив-ність"),
        ("Всеукраїнський", "ru", "Все-укра-їнсь-кий"),  # its letters say in which language it is
        ("объявление", "uk", "объ-яв-ле-ние"),
        ("взгляд", "ru", "взгляд"),
    ],
)
def test_words_are_cut_at_syllables(word, language, cut):
    assert syllables(word, language) == cut


def test_only_words_that_do_not_fit_are_cut():
    assert hyphenated("Воскресенье в театре", "ru", 11) == "Воскресенье в театре"
    assert hyphenated("Воскресенье в театре", "ru", 10) == "Вос\u00adкре\u00adсе\u00adнье в театре"


def test_markup_is_left_alone():
    html = '<a href="/достопримечательности/" title="достопримечательности">да</a><!-- достопримечательности -->'

    assert hyphenated(html, "ru", 5) == html


def test_words_that_must_not_part_may_if_they_do_not_fit_together():
    assert hyphenated("с\u00a0друзьями", "ru", 10) == "с\u00a0друзьями"
    assert hyphenated("20–\u206022\u00a0сентября", "ru", 10) == "20–\u206022 сентября"


def test_an_address_may_be_broken_at_its_joints():
    assert hyphenated("kassa@theatre.example.org", "ru", 10) == "kassa@<wbr>theatre.<wbr>example.<wbr>org"
    assert hyphenated("a@b.org &amp; 18.11.2026", "ru", 10) == "a@b.org &amp; 18.11.2026"


def test_doing_it_twice_changes_nothing_more():
    once = hyphenated("<p>достопримечательности</p>", "ru", 9)

    assert hyphenated(once, "ru", 9) == once
