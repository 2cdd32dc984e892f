import pytest
from django.utils import translation

from repertoire.templatetags.whats_on import duration, intervals
from tests.pages import plain


@pytest.mark.parametrize(
    ("minutes", "russian", "ukrainian"),
    [
        (1, "1 минута", "1 хвилина"),
        (2, "2 минуты", "2 хвилини"),
        (5, "5 минут", "5 хвилин"),
        (60, "1 час", "1 година"),
        (100, "1 час 40 минут", "1 година 40 хвилин"),
        (142, "2 часа 22 минуты", "2 години 22 хвилини"),
        (321, "5 часов 21 минута", "5 годин 21 хвилина"),
    ],
)
def test_a_running_time_is_said_in_hours_and_minutes(minutes, russian, ukrainian):
    with translation.override("ru"):
        assert plain(duration(minutes)) == russian
    with translation.override("uk"):
        assert plain(duration(minutes)) == ukrainian


@pytest.mark.parametrize(
    ("number", "russian", "ukrainian"),
    [
        (0, "без антракта", "без антракту"),
        (1, "с антрактом", "з антрактом"),
        (2, "с 2 антрактами", "з 2 антрактами"),
        (5, "с 5 антрактами", "з 5 антрактами"),
    ],
)
def test_intervals_are_said_in_words(number, russian, ukrainian):
    with translation.override("ru"):
        assert plain(intervals(number)) == russian
    with translation.override("uk"):
        assert plain(intervals(number)) == ukrainian
