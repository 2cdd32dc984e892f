"""python -m tests.bench.indexing: prints how many posts of 300 words are indexed in a second of CPU."""

import time

import django

django.setup()

from django.db import transaction  # noqa: E402

from news.models import Post, Rubric  # noqa: E402
from tests.bench.posts import create_posts  # noqa: E402
from theatre_site.management.commands.reindex_search import reindexed  # noqa: E402
from theatre_site.search import words  # noqa: E402

POSTS = 300

with transaction.atomic():
    Post.objects.all().delete()
    Rubric.objects.all().delete()
    create_posts(POSTS)
    words.forms.cache_clear()
    began = time.process_time()
    for _done in reindexed(Post, Post.objects.order_by("pk")):
        pass
    print(POSTS / (time.process_time() - began))
    transaction.set_rollback(True)
