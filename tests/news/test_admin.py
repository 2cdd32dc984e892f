import pytest
from django.utils import timezone
from django.utils.translation import gettext

from news.models import Post, Rubric
from tests.admin_forms import admin_url, errors_of, refusal, submit
from tests.factories import (
    create_partner,
    create_performance,
    create_post,
    create_production,
    create_rubric,
    days_from_now,
    picture,
)
from tests.pages import elements_of, text_of
from theatre_site.images import rendition


def test_a_new_post_is_written_in_both_languages_and_stays_a_draft(admin_client):
    rubric = create_rubric()

    page = submit(
        admin_client,
        admin_url(Post, "add"),
        title_ru="Премьера",
        title_uk="Прем’єра",
        slug="premiere",
        rubric=rubric.pk,
        body_ru="<p>Ждём вас!</p>",
    )

    assert errors_of(page) == {}
    post = Post.objects.get()
    assert (post.title_ru, post.title_uk, post.body_ru, post.status) == (
        "Премьера",
        "Премʼєра",
        "<p>Ждём вас!</p>",
        Post.Status.DRAFT,
    )


def test_a_post_can_be_written_in_one_language_only(admin_client):
    page = submit(admin_client, admin_url(Post, "add"), title_uk="Прем’єра", slug="p", rubric=create_rubric().pk)

    assert errors_of(page) == {}


def test_a_post_without_a_title_is_sent_back(admin_client):
    page = submit(admin_client, admin_url(Post, "add"), slug="premiere", rubric=create_rubric().pk)

    assert errors_of(page) == {"title_ru": [gettext("Fill this in, in at least one language.")]}


def test_a_slug_that_is_taken_is_refused_beside_the_field(admin_client):
    create_post(slug="premiere")

    page = submit(admin_client, admin_url(Post, "add"), title_ru="П", slug="premiere", rubric=create_rubric().pk)

    assert errors_of(page).keys() == {"slug"}


def test_a_post_says_what_it_is_about(admin_client):
    post, production, performance = create_post(), create_production(), create_performance()

    submit(admin_client, admin_url(post), productions=[production.pk], performances=[performance.pk])

    assert (list(post.productions.all()), list(post.performances.all())) == ([production], [performance])


def test_a_post_that_ends_before_it_begins_is_sent_back(admin_client):
    post = create_post()

    page = submit(admin_client, admin_url(post), unpublish_at_0="2001-01-01", unpublish_at_1="10:00")

    assert errors_of(page) == {"unpublish_at": [gettext("It would be taken down before it is published.")]}


def test_the_list_shows_at_a_glance_what_is_live(admin_client):
    create_post(title_ru="Живая", publish_at=timezone.now())
    create_post(title_ru="Черновик", publish_at=days_from_now(-2), status="draft")
    create_post(title_ru="Снятая", publish_at=days_from_now(-3), status="withdrawn")

    page = admin_client.get(admin_url(Post, "changelist"))

    seen = [text_of(cell) for cell in elements_of(page, "td", class_="field-publication")]
    assert seen == [gettext("On the site"), gettext("Draft"), gettext("Withdrawn")]


def test_the_list_shows_the_pictures(admin_client):
    post = create_post(image=picture())

    page = admin_client.get(admin_url(Post, "changelist"))

    (image,) = elements_of(page, "img", class_="thumbnail")
    assert (image.get("src"), image.get("width"), image.get("alt")) == (rendition(post.image, "preview").url, "60", "")


def test_a_rubric_with_posts_is_kept_and_the_page_says_what_to_do(admin_client):
    rubric = create_rubric(name_ru="Новости")
    create_post(rubric=rubric)
    create_post(rubric=rubric)

    page = admin_client.post(admin_url(rubric, "delete"), {"post": "yes"})

    words = gettext("Give its posts another rubric first.")
    assert page.context["protected"] == [f"{refusal('Новости', post=2)} {words}"]
    assert Rubric.objects.get() == rubric


# Press about us


def test_an_address_needs_the_name_of_its_newspaper(admin_client):
    post = create_post()

    page = submit(admin_client, admin_url(post), source_url="https://paper.example/1")

    assert errors_of(page) == {"source": [gettext("Say which newspaper or site this address belongs to.")]}


def test_a_newspaper_needs_no_address(admin_client):
    post = create_post()

    assert errors_of(submit(admin_client, admin_url(post), source="Газета")) == {}
    assert Post.objects.get().is_press


@pytest.mark.parametrize(("fields", "is_open"), [({}, False), ({"source": "Газета"}, True), ({"partner": True}, True)])
def test_what_a_press_post_needs_stands_open(admin_client, fields, is_open):
    post = create_post(**{name: create_partner() if value is True else value for name, value in fields.items()})

    [fieldset] = [
        each
        for each in elements_of(admin_client.get(admin_url(post)), "fieldset")
        if any(field.get("id") == "id_source" for field in each.iter("input"))
    ]

    assert ([*fieldset.iter("details")] == []) is is_open
