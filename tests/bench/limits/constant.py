"""What gunicorn serves: a constant view behind the site's middleware."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.limits.constant_settings"

from django.core.wsgi import get_wsgi_application  # noqa: E402

application = get_wsgi_application()
