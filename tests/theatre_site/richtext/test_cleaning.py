import pytest
from django.core import serializers

from news.models import Post
from tests.factories import create_page, create_post, create_rubric
from theatre_site.models import Page
from theatre_site.richtext import cleaned, with_sponsored_links


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<p>Да</p><script>alert(1)</script>", "<p>Да</p>"),
        ('<p onclick="x()" style="color:red" class="MsoNormal">Да</p>', "<p>Да</p>"),
        ('<a href="javascript:alert(1)">Да</a>', "<p>Да</p>"),
        (
            '<img src="/media/x.png" onerror="alert(1)" alt="Сцена">',
            '<figure><img src="/media/x.png" alt="Сцена"></figure>',
        ),
        ("<h1>Да</h1>", "<h2>Да</h2>"),
        ("<iframe src='https://example.org'></iframe>", ""),
        ("<svg><script>1</script></svg>", ""),
    ],
)
def test_what_the_allow_list_does_not_keep_is_gone(dirty, clean):
    assert cleaned(dirty) == clean


def test_what_editors_write_stays_as_it_is():
    text = (
        "<h2>Когда</h2>\n<ul><li>суббота</li></ul>\n<table><tbody><tr><th>День</th><td>15:00</td></tr></tbody></table>\n"
        "<blockquote><p>Цитата</p></blockquote>"
    )

    assert cleaned(text) == text


def test_a_partners_links_are_marked_as_paid_for():
    html = with_sponsored_links('<p><a href="https://artmisto.net" rel="noopener">artMisto</a></p>')

    assert html == '<p><a href="https://artmisto.net" rel="sponsored noopener">artMisto</a></p>'


DIRTY, CLEAN = "<h1 onclick=x>Да</h1><script>1</script>", "<h2>Да</h2>"


def test_every_door_into_the_database_cleans(db):
    saved = create_post(body_ru=DIRTY)
    (together,) = Post.objects.bulk_create([Post(title_ru="Да", slug="da", rubric=create_rubric(), body_ru=DIRTY)])
    updated, changed = create_page(), create_page()
    Page.objects.filter(pk=updated.pk).update(body_uk=DIRTY)
    changed.body_uk = DIRTY
    Page.objects.bulk_update([changed], ["body_uk"])
    found = Page.objects.in_bulk([updated.pk, changed.pk])

    assert saved.body_ru == CLEAN
    assert Post.objects.get(pk=together.pk).body_ru == CLEAN
    assert [found[updated.pk].body_uk, found[changed.pk].body_uk] == [CLEAN, CLEAN]


def test_fixtures_are_cleaned_too(db):
    page = create_page()
    page.body_ru = DIRTY
    (loaded,) = serializers.deserialize("json", serializers.serialize("json", [page]))
    loaded.save()

    assert Page.objects.get(pk=page.pk).body_ru == CLEAN


def test_what_is_nested_beyond_reason_still_keeps_its_words():
    assert cleaned("<div>" * 5000 + "Да") == "<p>Да</p>"
    assert cleaned("<blockquote>" * 500 + "Да") == "<p>Да</p>"
