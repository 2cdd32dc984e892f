"""Django's own sentences around the name of a model, which Russian and Ukrainian would have to bend."""

import pytest
from django.urls import reverse

from repertoire.models import Season
from tests.admin_forms import admin_url, messages_of, submit
from tests.factories import create_season
from theatre_site import staff


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
