"""What holds a row that cannot be deleted, with a way to each."""

from news.models import Post
from tests.admin_forms import admin_url
from tests.factories import (
    create_credit,
    create_partner,
    create_performance,
    create_post,
    create_production,
    create_rubric,
)
from tests.pages import elements_of, links_of, text_of
from theatre_site import staff


def keepers(page):
    (found,) = elements_of(page, "ul", class_="refusals__keepers")
    return found


def test_a_row_that_is_held_leads_to_what_holds_it(member):
    chief = member(staff.CHIEF_EDITOR)
    rubric = create_rubric()
    posts = [create_post(rubric=rubric), create_post(rubric=rubric)]
    page = chief.get(admin_url(rubric, "delete"))

    assert links_of(keepers(page)) == [admin_url(post) for post in posts]


def test_a_part_of_something_leads_to_its_form(member):
    chief = member(staff.CHIEF_EDITOR)
    credit = create_credit(production=create_production(title_ru="Ревизор"))
    page = chief.get(admin_url(credit.person, "delete"))

    assert links_of(keepers(page)) == [admin_url(credit.production)]
    assert "Ревизор" in text_of(keepers(page))


def test_nobody_is_led_where_they_may_not_go(member):
    manager = member(staff.FESTIVAL_ORGANISER)
    partner = create_partner()
    post = create_post(partner=partner)
    page = manager.get(admin_url(partner, "delete"))

    assert links_of(keepers(page)) == []
    assert text_of(keepers(page)) == str(post)


def test_at_most_ten_are_named(member):
    manager = member(staff.REPERTOIRE_MANAGER)
    production = create_production()
    for _number in range(12):
        create_performance(production=production)
    page = manager.get(admin_url(production, "delete"))

    assert len(links_of(keepers(page))) == 10


def test_what_only_ties_two_rows_together_is_not_counted(member):
    chief = member(staff.CHIEF_EDITOR)
    post = create_post(productions=[create_production()])
    page = chief.get(admin_url(post, "delete"))

    assert [str(name) for name, _count in page.context["model_count"]] == [str(Post._meta.verbose_name_plural)]
    assert len(page.context["deleted_objects"]) == 1
    assert "Post_productions" not in text_of(page)
