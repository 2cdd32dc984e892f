"""The site's own settings and middleware around a view that does nothing."""

from theatre_site.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.limits.constant_urls"
