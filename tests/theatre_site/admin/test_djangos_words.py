"""Django's own sentences around the name of a model, which Russian and Ukrainian would have to bend."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override

from repertoire.models import Season
from tests.admin_forms import admin_url, errors_of, messages_of, submit
from tests.factories import create_document, create_season
from theatre_site import staff
from theatre_site.admin.djangos_words import SAID_AGAIN


@pytest.mark.parametrize(
    ("language", "titles", "saved"),
    [
        ("ru", ["Театральные сезоны", "Добавить: театральный сезон"], "Сохранено: театральный сезон"),
        ("uk", ["Театральні сезони", "Додати: театральний сезон"], "Збережено: театральний сезон"),
    ],
)
def test_pages_of_the_office_are_named_in_whole_words(language, titles, saved, member):
    manager = member(staff.REPERTOIRE_MANAGER)
    manager.post(reverse("set_language"), {"language": language})
    pages = [manager.get(admin_url(Season, view)) for view in ["changelist", "add"]]
    (words,) = messages_of(submit(manager, admin_url(create_season())))

    assert [page.context["title"] for page in pages] == titles
    assert words.partition(" «")[0] == saved


def test_no_sentence_of_django_is_russian_in_the_ukrainian_office():
    with override("uk"):
        said = [gettext(words) for words in SAID_AGAIN if isinstance(words, str)]

    assert [words for words in said if set(words.lower()) & set("ыэъё")] == []
    with override("ru"):
        assert gettext("Add link") == "Добавить"
    with override("uk"):
        assert gettext("Add link") == "Додати"


def test_two_rows_that_say_the_same_are_told_by_the_name_on_the_form(member):
    organiser = member(staff.FESTIVAL_ORGANISER)
    organiser.post(reverse("set_language"), {"language": "uk"})
    edition = create_document(kind="regulations").edition
    create_document(edition=edition, kind="press")
    page = submit(organiser, admin_url(edition), **{"document-1-kind": "regulations", "document-0-kind": "regulations"})

    assert errors_of(page)["document"] == ["У двох рядках те саме: «вид». Виправте один із них."]
