"""python -m tests.bench: what the search costs over 1,000 and over 100,000 posts, and how fast texts are indexed.

In a database of its own, which it makes and drops. Fails if a hundred times the posts cost more than three times as
much, or if fewer than fifty posts of 300 words are indexed in a second.
"""

import os
import sys
import time
from statistics import median

import django

from theatre_site import local_defaults

FEW, MANY = 1_000, 100_000
WORDS_OF_A_LONG_TEXT, LONG_TEXTS = 300, 300
ROUNDS = 7
DEAREST, SLOWEST = 3, 50

# Common words, alone and together, one that stands in one post of a thousand, and slips of both
QUERIES = ["театра", "спектакли для зрителей", "казки", "бонифацием", "премьера бонифация", "ntfnhs", "бонефаций"]


def seconds_for_a_search():
    """The middle of several rounds of all queries."""
    return median(seconds(lambda: [first_page(query) for query in QUERIES]) for _ in range(ROUNDS)) / len(QUERIES)


def first_page(query):
    from django.test import Client

    page = Client().get("/ru/search/", {"q": query})
    assert page.status_code == 200
    assert b"<mark>" in page.content, query


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def posts_indexed_in_a_second():
    from django.core.management import call_command

    from news.models import Post
    from theatre_site.search import words

    from .posts import create_posts

    create_posts(LONG_TEXTS, words=WORDS_OF_A_LONG_TEXT)
    words.forms.cache_clear()
    rate = LONG_TEXTS / seconds(lambda: call_command("reindex_search", verbosity=0))
    Post.objects.all().delete()
    return rate


def measure():
    from tests.factories import create_post

    from .posts import copy_posts, create_posts

    rate = posts_indexed_in_a_second()
    create_posts(250, words=100)
    copy_posts(FEW // 250 - 1)
    create_post(title_ru="Бонифаций", lead_ru="Премьера", slug="bonifacy")
    few = seconds_for_a_search()
    copy_posts(MANY // FEW - 1)
    many = seconds_for_a_search()
    return rate, few, many


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "theatre_site.settings")
    local_defaults.fill_in()
    django.setup()
    from django.db import connection
    from django.test.utils import setup_test_environment

    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        rate, few, many = measure()
    finally:
        connection.creation.destroy_test_db("", verbosity=0)
    print(f"Indexed: {rate:.0f} posts of {WORDS_OF_A_LONG_TEXT} words a second (at least {SLOWEST})")
    print(f"A page of results: {few * 1000:.0f} ms over {FEW}, {many * 1000:.0f} ms over {MANY} posts")
    print(f"Ratio: {many / few:.2f} (at most {DEAREST})")
    return 0 if rate >= SLOWEST and many / few <= DEAREST else 1


if __name__ == "__main__":
    sys.exit(main())
