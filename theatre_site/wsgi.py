"""What gunicorn serves: the site, behind the layer that keeps finished pages."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "theatre_site.settings")

application = get_wsgi_application()

from django.conf import settings  # noqa: E402  (the layer knows models, which must be loaded first)

from theatre_site.page_cache import KeptPages  # noqa: E402

application = KeptPages(application, room=settings.PAGE_CACHE_MB * 1024 * 1024)
