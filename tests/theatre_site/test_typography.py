from datetime import UTC, datetime, time

import pytest
from django.template import Context, Template

from theatre_site.templatetags.dates import clock, hour_minute
from theatre_site.typography import typographed


def visible(html):
    """No-break spaces as _, word joiners as |."""
    return html.replace("\u00a0", "_").replace("\u2060", "|")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Пошли и в лес, и на Луну", "Пошли и_в_лес, и_на_Луну"),
        ("Під час вистави ми не їмо", "Під_час вистави ми_не_їмо"),
        ("Театр — это дом", "Театр_— это_дом"),
        ("Ходили ли вы? Он же знал бы.", "Ходили_ли вы? Он_же_знал_бы."),
        ("14 февраля, 5 лютого, 30 грн, 5 лет", "14_февраля, 5_лютого, 30_грн, 5_лет"),
        ("30–45 грн, 9:00–15:00", "30–|45_грн, 9:00–|15:00"),
        ("Школа № 5, IV фестиваль", "Школа №_5, IV_фестиваль"),
        ("А. С. Пушкин и А.П. Чехов", "А._С._Пушкин и_А._П._Чехов"),
        ('"Ревизор" и "Театр "Луч""', "«Ревизор» и_«Театр „Луч“»"),
        ("&quot;Кот&quot;, сказка", "«Кот», сказка"),
        ("Премʼєра, п'єса, м’ята, з&#x27;їзд", "Премʼєра, пʼєса, мʼята, зʼїзд"),
    ],
)
def test_text_is_set(before, after):
    assert visible(typographed(before)) == after


@pytest.mark.parametrize(
    "kept",
    [
        "Жанна д'Арк и д’Артаньян".replace(" и ", "\u00a0и\u00a0"),
        "Позвоните 6-46-01",
        'Экран 5" шире',
        "по-русски, кто-то, из-за",
        "Открылся 44 театральный сезон!!!",
        '<a title="в лес" href="/и /">лес</a>',
        "<svg><svg>и в лес</svg><text>КОТ В САПОГАХ</text></svg>",
        "<pre>и в лес</pre><script>a – b и в</script><textarea>в лес</textarea><!-- в лес -->",
        "Bed &amp; breakfast &lt;b&gt;",
    ],
)
def test_what_is_no_running_text_is_kept(kept):
    assert typographed(kept) == kept


def test_a_short_word_is_tied_to_a_link():
    assert visible(typographed('Пришли в <a href="/">театр</a>')) == 'Пришли в_<a href="/">театр</a>'


def test_setting_twice_changes_nothing_more():
    text = 'А. С. Пушкин: "Сказка о "попе"" — и в 5 лет, 30–45 грн, п\'єса № 5 ли, IV том'

    assert typographed(typographed(text)) == typographed(text)


def test_the_filter_goes_round_a_whole_block_and_keeps_its_markup():
    page = Template("{% load typography %}{% filter typographed %}<p>в {{ place }}</p>{% endfilter %}")

    assert visible(page.render(Context({"place": "<лес>"}))) == "<p>в_&lt;лес&gt;</p>"


def test_the_filter_does_not_make_an_unsafe_text_safe():
    page = Template("{% load typography %}{{ text|typographed }}")

    assert visible(page.render(Context({"text": "в <b>лес</b>"}))) == "в_&lt;b&gt;лес&lt;/b&gt;"


def test_the_clock_shows_the_time_of_the_theatre():
    at_eleven = datetime(2026, 2, 15, 9, 5, tzinfo=UTC)

    assert clock(at_eleven) == '<time class="hm" datetime="11:05">11<span class="vh">:</span><sup>05</sup></time>'


def test_times_in_text_have_no_leading_zero():
    assert hour_minute(datetime(2026, 7, 15, 12, 0, tzinfo=UTC)) == "15:00"
    assert hour_minute(time(9, 0)) == "9:00"


def test_no_time_is_no_text():
    assert clock(None) == hour_minute(None) == ""
