from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import translation

from news.archive import Archive
from news.models import Attachment, Post, PostPhoto
from tests.factories import (
    create_attachment,
    create_partner,
    create_post,
    create_post_photo,
    create_rubric,
    days_from_now,
    moment,
    pdf,
    picture,
)
from tests.rules import invalid_fields


def titles(posts):
    return [post.title_ru for post in posts]


def test_a_pinned_post_stays_first_until_its_end_date(db):
    create_post(title_ru="Старый, закреплён до завтра", publish_at=days_from_now(-9), pinned_until=days_from_now(1))
    create_post(title_ru="Старый, был закреплён", publish_at=days_from_now(-8), pinned_until=days_from_now(-1))
    create_post(title_ru="Вчерашний", publish_at=days_from_now(-1))
    create_post(title_ru="Позавчерашний", publish_at=days_from_now(-2))

    assert titles(Post.objects.published().latest_first()) == [
        "Старый, закреплён до завтра",
        "Вчерашний",
        "Позавчерашний",
        "Старый, был закреплён",
    ]


def test_a_pin_ends_to_the_second(db, at):
    create_post(title_ru="Закреплён", publish_at=moment(2026, 11, 1), pinned_until=moment(2026, 11, 21, 12))
    create_post(title_ru="Новый", publish_at=moment(2026, 11, 20))

    at("2026-11-21 11:59:59")
    assert titles(Post.objects.latest_first()) == ["Закреплён", "Новый"]
    assert Post.objects.latest_first()[0].is_pinned

    at("2026-11-21 12:00")
    assert titles(Post.objects.latest_first()) == ["Новый", "Закреплён"]
    assert not Post.objects.latest_first()[1].is_pinned


def test_of_several_pinned_posts_and_of_one_moment_the_newest_is_first(db):
    at_once = days_from_now(-3)
    create_post(title_ru="Закреплён, старше", publish_at=days_from_now(-5), pinned_until=days_from_now(1))
    create_post(title_ru="Закреплён, новее", publish_at=days_from_now(-4), pinned_until=days_from_now(1))
    create_post(title_ru="Записан первым", publish_at=at_once)
    create_post(title_ru="Записан вторым", publish_at=at_once)

    assert titles(Post.objects.latest_first()) == [
        "Закреплён, новее",
        "Закреплён, старше",
        "Записан вторым",
        "Записан первым",
    ]


def test_the_archive_counts_posts_by_month_the_newest_first(db):
    for publish_at in (moment(2024, 5, 1), moment(2025, 1, 31), moment(2025, 12, 1), moment(2025, 12, 31, 23, 59)):
        create_post(publish_at=publish_at)
    create_post(status="draft", publish_at=moment(2025, 12, 2))
    create_post(publish_at=days_from_now(40))

    assert Archive().months() == [
        {"year": 2025, "month": 12, "posts": 2},
        {"year": 2025, "month": 1, "posts": 1},
        {"year": 2024, "month": 5, "posts": 1},
    ]


def test_the_archive_goes_by_the_clocks_of_the_theatre(db):
    """In Kyiv the year 2025 has begun already when in Greenwich it is 22:30 on 31 December."""
    create_post(title_ru="С Новым годом", publish_at=datetime(2024, 12, 31, 22, 30, tzinfo=UTC))

    assert Archive().months() == [{"year": 2025, "month": 1, "posts": 1}]
    assert titles(Post.objects.in_month(2025, 1)) == ["С Новым годом"]
    assert titles(Post.objects.in_month(2024)) == []


def test_in_month_keeps_to_the_year_and_to_the_month(db):
    create_post(title_ru="Май", publish_at=moment(2025, 5, 10))
    create_post(title_ru="Май год назад", publish_at=moment(2024, 5, 10))
    create_post(title_ru="Июнь", publish_at=moment(2025, 6, 10))

    assert titles(Post.objects.in_month(2025).latest_first()) == ["Июнь", "Май"]
    assert titles(Post.objects.in_month(2025, 5)) == ["Май"]


def test_lists_leave_the_long_text_in_the_database(db, django_assert_num_queries):
    create_post(body_ru="<p>Очень длинный текст.</p>", partner=create_partner())

    with django_assert_num_queries(1):
        post = Post.objects.published().for_list().get()
        assert post.rubric.name
        assert post.partner.name
    assert post.get_deferred_fields() == {"body_ru", "body_uk"}


@pytest.mark.parametrize("slug", ["2026", "7", "rubric", "feed"])
def test_a_post_cannot_take_the_address_of_the_archive(db, slug):
    post = create_post()
    post.slug = slug

    assert invalid_fields(post) == {"slug"}


@pytest.mark.parametrize("slug", ["2026-god-nachalsya", "rubrics"])
def test_a_post_may_begin_its_address_with_a_year_or_a_taken_word(db, slug):
    create_post(slug=slug).full_clean()


def test_a_post_has_a_title_in_at_least_one_language(db):
    create_post(title_ru="", title_uk="Лише українською").full_clean()
    post = create_post()
    post.title_ru = post.title_uk = "  "

    assert invalid_fields(post) == {"title_ru"}
    with pytest.raises(IntegrityError, match="news_post_title_said"), transaction.atomic():
        create_post(title_ru="", title_uk="")


def test_the_main_picture_needs_a_description(db):
    post = create_post(image=picture())
    assert invalid_fields(post) == {"image_alt_ru", "image_alt_uk"}

    post.image_alt_uk = "Зала"
    assert invalid_fields(post) == {"image_alt_ru"}

    post.image_alt_ru = "Зал"
    post.full_clean()


def test_a_main_picture_that_is_decoration_needs_none(db):
    post = create_post(image=picture(), image_is_decorative=True, image_alt_ru="Узор")
    post.full_clean()

    assert post.image_alt_text == ""


def test_a_post_without_a_picture_needs_no_description(db):
    create_post().full_clean()


def test_pictures_know_their_measure(db):
    assert (create_post(image=picture(size=(60, 40))).image_width, create_post_photo().width) == (60, 60)
    assert (create_post(image=picture(size=(60, 40))).image_height, create_post_photo().height) == (40, 40)


def test_photos_and_attachments_come_in_the_editors_order(db):
    post = create_post()
    for order, words in [(2, "второй"), (0, "нулевой"), (1, "первый")]:
        create_post_photo(post=post, order=order, caption_ru=words)
        create_attachment(post=post, order=order, title_ru=words)
    create_post_photo(caption_ru="чужой")
    create_attachment(title_ru="чужой")

    assert [photo.caption_ru for photo in post.photos.all()] == ["нулевой", "первый", "второй"]
    assert [attachment.title_ru for attachment in post.attachments.all()] == ["нулевой", "первый", "второй"]


def test_an_attachment_knows_its_size_and_kind(db):
    attachment = create_attachment(file=pdf("Анкета.v2.pdf"))

    assert (attachment.kind, attachment.size) == ("PDF", len(b"%PDF-1.4\n%%EOF\n"))


def test_a_new_file_has_a_new_size(db):
    attachment = create_attachment()
    attachment.file = picture("plan.png")
    attachment.save()
    attachment.refresh_from_db()

    assert (attachment.kind, attachment.size) == ("PNG", attachment.file.size)


def test_an_attachment_is_refused_if_it_is_not_what_its_name_says(db):
    disguised = pdf()
    disguised.file.write(b"MZ\x90\x00")
    attachment = Attachment(post=create_post(), title_ru="Анкета", file=disguised)

    assert invalid_fields(attachment) == {"file"}


def test_a_gallery_photo_is_refused_if_it_is_no_picture(db):
    assert invalid_fields(PostPhoto(post=create_post(), image=pdf("scene.jpg"), is_decorative=True)) == {"image"}


def test_a_rubric_with_posts_and_a_partner_with_posts_cannot_be_deleted(db):
    post = create_post(partner=create_partner())

    with pytest.raises(ProtectedError):
        post.rubric.delete()
    with pytest.raises(ProtectedError):
        post.partner.delete()


def test_two_posts_cannot_have_one_address(db):
    create_post(slug="premera")

    with pytest.raises(IntegrityError):
        create_post(slug="premera")


def test_only_a_partners_links_are_marked_as_paid_for(db):
    text = '<p><a href="https://artmisto.example">artMisto</a></p>'

    assert create_post(body_ru=text, partner=create_partner()).body_html == (
        '<p><a href="https://artmisto.example" rel="sponsored noopener">artMisto</a></p>'
    )
    assert (
        create_post(body_ru=text).body_html == '<p><a href="https://artmisto.example" rel="noopener">artMisto</a></p>'
    )


def test_the_text_is_cleaned_even_when_many_are_written_at_once(db):
    rubric = create_rubric()
    dirty = "<p onclick='x()'>Текст</p><script>alert(1)</script>"
    Post.objects.bulk_create([Post(title_ru="Новость", slug="clean", rubric=rubric, body_ru=dirty, body_uk=dirty)])
    post = Post.objects.get(slug="clean")

    assert (post.body_ru, post.body_uk) == ("<p>Текст</p>", "<p>Текст</p>")


def test_posts_and_rubrics_are_called_by_their_name_in_the_language_of_the_reader(db):
    post = create_post(title_ru="Премьера", title_uk="Прем’єра")
    rubric = create_rubric(name_ru="Новости", name_uk="Новини")

    with translation.override("uk"):
        assert (str(post), str(rubric)) == ("Прем’єра", "Новини")
        assert post.get_absolute_url() == f"/uk/news/{post.slug}/"
        assert rubric.get_absolute_url() == f"/uk/news/rubric/{rubric.slug}/"
    with translation.override("ru"):
        assert (str(post), str(rubric)) == ("Премьера", "Новости")
