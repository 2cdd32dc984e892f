"""An editor who saves, in a process of its own: the commits are noted as they happen.

python -m tests.bench.editing SECONDS_BETWEEN TIMES prints a line `number moment` for each save, a moment of
time.time() after its commit, and `number failed` for a save that the database refused.
"""

import os
import sys
import time

import django

django.setup()

from django.db import Error, connection  # noqa: E402

from news.models import Post  # noqa: E402
from tests.bench.watching import EDITED  # noqa: E402


def prepare():
    original = Post.objects.filter(slug__startswith="bench-").first()
    Post.objects.filter(slug=EDITED).delete()
    original.pk, original.slug, original.lead_ru = None, EDITED, "save 0."
    original.save()


def save(number):
    try:
        post = Post.objects.get(slug=EDITED)
        post.lead_ru = f"save {number}."
        post.save()
        return f"{time.time():.4f}"
    except Error:
        connection.close()
        return "failed"


def main(pause, times):
    prepare()
    parent, began = os.getppid(), time.monotonic()
    for number in range(1, times + 1):
        print(number, save(number), flush=True)
        time.sleep(max(0, began + number * pause - time.monotonic()))
        if os.getppid() != parent:
            return


main(float(sys.argv[1]), int(sys.argv[2]))
