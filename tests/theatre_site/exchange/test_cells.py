"""What a cell means, and what it says when it means nothing."""

from datetime import date

import pytest

from festivals.models import Participant
from festivals.resources import ParticipantResource
from repertoire.models import Performance, Production
from tests.factories import create_company, create_edition, create_editor, create_partner, create_production, moment
from theatre_site.exchange import Link, cells, key
from theatre_site.exchange.links import Links
from theatre_site.exchange.words import in_every_language
from theatre_site.models import Partner

from .lists import each_list


def refusal(cell, text):
    with pytest.raises(ValueError, match=r"\w") as refused:
        cell.clean(text)
    return str(refused.value)


@pytest.mark.parametrize("text", ["2026-12-05 15:00", "05.12.2026 15:00", "5.12.2026  15:00:00", "2026-12-05T15:00"])
def test_a_moment_is_written_in_plain_forms(text):
    assert cells.Moment().clean(text) == moment(2026, 12, 5, 15)


def test_a_moment_goes_out_as_the_clocks_of_the_theatre_have_it():
    assert cells.Moment().render(moment(2026, 7, 5, 15)) == "2026-07-05 15:00"


@pytest.mark.parametrize("text", ["завтра", "05.12.2026", "2026-13-05 15:00", "31.11.2026 15:00", "0001-01-01 00:00"])
def test_what_is_no_moment_is_refused(text):
    assert refusal(cells.Moment(), text) == f"«{text}» — не дата с часом. Напишите так: 05.12.2026 15:00."


@pytest.mark.parametrize("text", ["2026-03-29 03:30", "2026-10-25 03:30"])
def test_an_hour_that_is_not_there_or_there_twice_is_refused(text):
    assert refusal(cells.Moment(), text) == (f"В ночь перевода часов времени {text} нет или оно бывает дважды.")


@pytest.mark.parametrize("text", ["2026-12-05", "05.12.2026", "2026-12-05 00:00"])
def test_a_day_is_written_in_plain_forms(text):
    assert cells.Day().clean(text) == date(2026, 12, 5)


@pytest.mark.parametrize("text", ["да", "Так", "YES", "1", "true", "+"])
def test_yes_is_said_in_any_language(text):
    assert cells.YesNo().clean(text) is True


@pytest.mark.parametrize("text", ["Нет", "ні", "no", "0", "false", "-"])
def test_no_is_said_in_any_language(text):
    assert cells.YesNo().clean(text) is False


def test_maybe_is_refused():
    assert refusal(cells.YesNo(), "может быть") == "«может быть» — ни да ни нет."


@pytest.mark.parametrize(("text", "number"), [("1200", 1200), ("1 200", 1200), ("1\N{NO-BREAK SPACE}200", 1200)])
def test_numbers_are_whole(text, number):
    assert cells.Number().clean(text) == number
    assert refusal(cells.Number(), "полтора") == "«полтора» — не целое число."
    assert refusal(cells.Number(), "9" * 5000) == f"«{'9' * 79}…» — не целое число."


def test_an_age_mark_has_its_plus_or_not():
    assert [cells.AgeMark().clean("12+"), cells.AgeMark().clean("12"), cells.AgeMark().render(0)] == [12, 12, "0+"]


@pytest.mark.parametrize("text", ["Отменён", "ОТМЕНЕН", "скасовано", "Cancelled", "cancelled"])
def test_a_choice_is_its_word_in_any_language_or_its_code(text):
    assert cells.Choice(Performance.State.choices).clean(text) == "cancelled"


@pytest.mark.parametrize("text", ["Премʼєра", "Прем'єра", "прем’єра", "премьера"])
def test_any_apostrophe_will_do(text):
    assert cells.Choice(Performance.Remark.choices).clean(text) == "premiere"


def test_nothing_special_may_be_said_in_words():
    assert cells.Choice(Performance.Remark.choices).clean("без пометки") == ""


def test_a_word_that_is_no_choice_is_refused_with_all_that_are():
    assert refusal(cells.Choice(Participant.State.choices), "приедет") == (
        "«приедет» — такого выбора нет. "
        "Можно: подал заявку, принят, подтвердил участие, не принят, отказался от участия."
    )


@each_list
def test_no_word_means_two_choices(db, resource):
    for column in resource(create_editor()).columns():
        if isinstance(column.widget, cells.Choice):
            words = [
                (key(word), code)
                for code, label in column.widget.choices
                for word in [str(code), *in_every_language(label)]
            ]
            assert len(dict(words)) == len({word for word, code in words}) == len({*words})


def test_another_row_is_named_in_either_language_by_its_address_or_number(db):
    production = create_production(title_ru="Ревизор", title_uk="Ревізор", slug="revizor")
    create_production(title_ru="Колобок", title_uk="Колобок")
    link = Link(Production.objects.all)

    found = {link.clean(name) for name in ["ревизор", "Ревізор", "revizor", f"№{production.pk}", f"№ {production.pk}"]}

    assert found == {production}


def test_a_name_that_two_rows_have_is_refused_with_what_tells_them_apart(db):
    create_production(title_ru="Колобок", title_uk="Колобок", slug="kolobok")
    create_production(title_ru="Колобок", title_uk="Колобок", slug="kolobok-2")
    link = Link(Production.objects.order_by("pk").all)

    assert refusal(link, "колобок") == (
        "В списке «спектакли» несколько записей «колобок». Напишите одно из этого: kolobok, kolobok-2."
    )


def test_a_name_that_no_row_has_is_refused(db):
    create_company()

    assert refusal(Link(Partner.objects.all), "Цирк") == "«Цирк»: такого нет в списке «партнёры»."


def test_a_row_goes_out_under_a_name_that_only_it_has(db):
    first = create_partner(name_ru="Мир", name_uk="Світ")
    second = create_partner(name_ru="Мир", name_uk="Мир")
    link = Link(Partner.objects.all)

    assert [link.render(first), link.render(second)] == ["Світ", f"№{second.pk}"]


def test_several_rows_stand_in_one_cell(db):
    first, second = create_edition(year=2011), create_edition(year=2013)
    links = Links(ParticipantResource.cells["edition"].load)

    assert links.clean("ТЮЗ-2013; тюг-2011") == [second, first]
    assert links.clean(links.render([first, second])) == [first, second]
    assert refusal(links, "ТЮЗ-2011\nТЮЗ-1999") == "«ТЮЗ-1999»: такого нет в списке «фестивали»."


def test_a_name_with_a_semicolon_stays_whole_among_several(db):
    tricky = create_production(title_ru="Гроза; и солнце", title_uk="Гроза; і сонце", slug="groza")
    links = Links(Production.objects.all)

    assert links.render([tricky]) == "groza"
    assert links.clean("groza") == [tricky]
