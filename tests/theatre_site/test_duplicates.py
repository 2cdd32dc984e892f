"""A copy with one click."""

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from news.models import Post
from repertoire.models import Performance, Production
from tests.admin_forms import admin_url, errors_of, form_data, messages_of
from tests.factories import (
    create_attachment,
    create_credit,
    create_edition,
    create_member_of,
    create_performance,
    create_post,
    create_post_photo,
    create_post_video,
    create_production,
    create_production_photo,
    create_venue,
    days_from_now,
    picture,
)
from tests.pages import elements_of
from theatre_site import staff


@pytest.fixture
def press(client, db):
    """press(row): as the chief editor, follows to the next page."""

    def press(row):
        [form] = [
            form
            for form in elements_of(client.get(admin_url(row)), "form", method="post")
            if (form.get("action") or "").endswith("/duplicate/")
        ]
        return client.post(form.get("action"), follow=True)

    client.force_login(create_member_of(staff.CHIEF_EDITOR, username="olena"))
    return press


def copy_of(row):
    return type(row).objects.exclude(pk=row.pk).get()


def test_the_copy_of_a_post_is_a_draft_of_today_with_an_address_of_its_own(press, at):
    post = create_post(
        title_ru="Премьера",
        slug="premera",
        body_ru="<p>Текст</p>",
        publish_at=days_from_now(-100),
        unpublish_at=days_from_now(9),
        pinned_until=days_from_now(9),
    )

    page = press(post)

    copy = copy_of(post)
    assert (copy.title_ru, copy.body_ru, copy.rubric) == ("Премьера", "<p>Текст</p>", post.rubric)
    assert (copy.status, copy.slug, copy.publish_at, copy.unpublish_at, copy.pinned_until) == (
        "draft",
        "premera-2",
        timezone.now(),
        None,
        None,
    )
    assert page.redirect_chain == [(admin_url(copy), 302)]
    assert len(messages_of(page)) == 1
    assert LogEntry.objects.get().get_change_message() == "Скопировано с «Премьера»"


def test_it_is_about_the_same_things(press):
    production, performance, edition = create_production(), create_performance(), create_edition()
    post = create_post(productions=[production], performances=[performance], editions=[edition])

    press(post)

    copy = copy_of(post)
    assert [list(copy.productions.all()), list(copy.performances.all()), list(copy.editions.all())] == [
        [production],
        [performance],
        [edition],
    ]


def test_its_main_picture_is_a_file_of_its_own(press):
    post = create_post(image=picture(), image_ppoi="0.2x0.3", image_is_decorative=True)

    press(post)

    copy = copy_of(post)
    with post.image.open() as file:
        content = file.read()
    assert (copy.image_ppoi, copy.image.dimensions) == ("0.2x0.3", (60, 40))
    post.delete()
    with copy.image.open() as file:
        assert file.read() == content


def test_a_picture_that_is_lost_is_no_hindrance(press):
    post = create_post(image=picture(), image_is_decorative=True)
    post.image.storage.delete(post.image.name)

    press(post)

    assert not copy_of(post).image


def test_videos_go_along_photos_and_files_stay(press):
    post = create_post()
    create_post_video(post=post)
    create_post_photo(post=post)
    create_attachment(post=post)

    press(post)

    copy = copy_of(post)
    assert [copy.videos.count(), copy.photos.count(), copy.attachments.count()] == [1, 0, 0]
    assert [post.videos.count(), post.photos.count(), post.attachments.count()] == [1, 1, 1]


def test_the_copy_of_a_production_has_its_team_and_no_dates(press):
    production = create_production(premiere_on=timezone.localdate(), is_archived=True, age_rating=6)
    credit = create_credit(production=production, order=3)
    create_production_photo(production=production)
    create_performance(production=production)

    press(production)

    copy = copy_of(production)
    assert (copy.status, copy.premiere_on, copy.is_archived, copy.age_rating) == ("draft", None, False, 6)
    assert [(each.person, each.role_ru, each.order) for each in copy.credits.all()] == [
        (credit.person, credit.role_ru, 3)
    ]
    assert [copy.photos.count(), copy.performances.count()] == [0, 0]


def test_the_copy_of_a_date_asks_for_its_day(press, client):
    performance = create_performance(
        venue=create_venue(), price_min=50, price_max=80, remark="premiere", state="cancelled", sale="sold_out"
    )

    page = press(performance)

    data = form_data(page, form_id="performance_form")
    assert Performance.objects.count() == 1
    assert {name: data[name] for name in ("production", "venue", "price_min", "price_max", "remark")} == {
        "production": str(performance.production_id),
        "venue": str(performance.venue_id),
        "price_min": "50",
        "price_max": "80",
        "remark": "premiere",
    }
    assert (data["starts_at_0"], data["state"], data["sale"]) == ("", "scheduled", "on_sale")
    assert list(errors_of(client.post(admin_url(Performance, "add"), data))) == ["starts_at"]
    client.post(admin_url(Performance, "add"), {**data, "starts_at_0": "05.12.2026", "starts_at_1": "15:00"})
    assert Performance.objects.count() == 2


@pytest.mark.parametrize(("create", "group"), [(create_post, staff.BOX_OFFICE), (create_production, staff.NEWS_EDITOR)])
def test_who_may_not_add_copies_nothing(client, db, create, group):
    row = create()
    client.force_login(create_member_of(group))

    assert client.post(admin_url(row).replace("change/", "duplicate/")).status_code == 403
    assert type(row).objects.count() == 1


def test_a_link_alone_copies_nothing(client, db):
    post = create_post()
    client.force_login(create_member_of(staff.NEWS_EDITOR))

    assert client.get(admin_url(post).replace("change/", "duplicate/")).status_code == 405
    assert client.post(admin_url(post).replace(f"{post.pk}/change/", "4711/duplicate/")).status_code == 404
    assert (Post.objects.count(), Production.objects.count()) == (1, 0)
