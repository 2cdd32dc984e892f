"""python -m tests.bench.filling POSTS: fills the database that DATABASE_URL names; 0 posts mean the first few."""

import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from tests.bench import content  # noqa: E402

if posts := int(sys.argv[1]):
    content.grow_to(posts)
else:
    call_command("migrate", verbosity=0)
    content.fill()
