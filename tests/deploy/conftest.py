"""The site as visitors meet it: nginx as deploy/nginx configures it, gunicorn behind it on a socket."""

import os

import pytest
from django.conf import settings

from tests.nginx import NAME, PROGRAM, nginx
from tests.running_site import free_port, running

OVER_TLS = {"HTTPS": "1", "ALLOWED_HOSTS": NAME, "CSRF_TRUSTED_ORIGINS": f"https://{NAME}"}


@pytest.fixture(scope="session")
def needs_nginx():
    if PROGRAM:
        return
    missing = "nginx is missing (on Debian: apt install nginx-light)."
    if os.environ.get("REQUIRE_NGINX") == "1":
        pytest.fail(missing, pytrace=False)
    pytest.skip(missing)


@pytest.fixture(scope="session")
def var(tmp_path_factory):
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="session")
def site(var):
    """The sample site, open on a socket: where that is."""
    socket = f"unix:{var}/web.sock"
    environment = {**OVER_TLS, "VAR_DIR": str(var), "BIND": socket, "WEB_CONCURRENCY": "1"}
    with running(settings.BASE_DIR, patience=300, notes=var, **environment):
        yield socket


@pytest.fixture(scope="session")
def front(needs_nginx, site, var, tmp_path_factory):
    """nginx, open, with the site behind it."""
    folder = tmp_path_factory.mktemp("nginx")
    with nginx(folder, upstream=site, var=var, ports=(free_port(), free_port())) as front:
        yield front


@pytest.fixture
def browser(front):
    with front.client() as browser:
        yield browser
