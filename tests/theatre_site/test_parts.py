"""What many pages have in common is made once an era, for pages that may be kept and for no others."""

from django.template import Context, Template

from theatre_site.parts import LAST, MOST, Parts, part_of_the_era, shared


class Maker:
    """Another part each time."""

    def __init__(self):
        self.made = 0

    def __call__(self):
        self.made += 1
        return self.made


def test_a_part_is_made_once_an_era():
    make, parts = Maker(), Parts("era", 0)

    with shared(parts):
        assert [part_of_the_era("hours", make), part_of_the_era("hours", make)] == [1, 1]
        assert part_of_the_era("menu", make) == 2
    with shared(Parts("another", 0)):
        assert part_of_the_era("hours", make) == 3


def test_whoever_is_shown_what_was_just_saved_gets_every_part_anew():
    make = Maker()
    with shared(Parts("era", 0)):
        part_of_the_era("hours", make)

    assert [part_of_the_era("hours", make), part_of_the_era("hours", make)] == [2, 3]


def test_parts_serve_their_own_era_and_not_for_long():
    parts = Parts("era", 100)

    assert parts.may_serve("era", 100 + LAST - 0.1)
    assert not parts.may_serve("era", 100 + LAST)
    assert not parts.may_serve("next", 100)


def test_the_least_used_parts_go():
    make, parts = Maker(), Parts("era", 0)
    for number in range(MOST + 1):
        parts.get(number, make)

    assert len(parts.made) == MOST
    assert parts.get(0, make) == MOST + 2


def rendered(text, parts, **context):
    template = Template("{% load parts %}{% part 'hours' day %}{{ day }} {{ word }}{% endpart %}")
    with shared(parts):
        return template.render(Context({"word": text, **context}))


def test_the_tag_tells_languages_looks_and_its_values_apart():
    parts = Parts("era", 0)

    assert rendered("first", parts, LANGUAGE_CODE="ru") == " first"
    assert rendered("second", parts, LANGUAGE_CODE="ru") == " first"
    assert rendered("third", parts, LANGUAGE_CODE="uk") == " third"
    assert rendered("fourth", parts, LANGUAGE_CODE="ru", appearance="large") == " fourth"
    assert rendered("fifth", parts, LANGUAGE_CODE="ru", day="Saturday") == "Saturday fifth"
