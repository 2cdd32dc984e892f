"""How the benchmark is asked; what it measures is no test."""

from importlib import import_module

import pytest

from tests.bench.__main__ import PARTS, read_options


def test_without_a_word_everything_is_measured():
    assert read_options([]).parts == PARTS


def test_parts_are_measured_in_the_order_in_which_they_are_asked_for():
    assert read_options(["made", "kept"]).parts == ["made", "kept"]


def test_a_part_that_does_not_exist_is_refused_with_those_that_do(capsys):
    with pytest.raises(SystemExit):
        read_options(["kept", "maid"])

    said = capsys.readouterr().err
    assert "'maid'" in said
    assert all(part in said for part in PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_each_part_can_measure(part):
    assert callable(import_module(f"tests.bench.parts.{part}").measure)
