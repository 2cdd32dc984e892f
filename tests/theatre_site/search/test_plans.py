"""Over many posts the search asks an index, whether a word is rare or stands in every post."""

from operator import and_

from news.models import Post
from tests.bench.posts import copy_posts, create_posts
from tests.factories import create_post
from theatre_site.search.terms import terms_of

from .texts import NEWS, first_found

MANY = 24_000


def plan(words):
    return NEWS.candidates(terms_of(words), and_).explain()


def test_over_many_posts_a_word_is_found_by_the_index(db):
    create_posts(24, words=20)  # “театр” stands in most of them
    copy_posts(MANY // 24)
    wanted = create_post(title_ru="Бонифаций")

    assert Post.objects.count() > 20_000
    assert "Bitmap Index Scan on post_search" in plan("бонифация")
    assert "Seq Scan on news_post" not in plan("бонифация") + plan("театр")
    assert first_found("бонифация") == [wanted.pk]
    assert NEWS.candidates(terms_of("театр"), and_).count() == NEWS.most
