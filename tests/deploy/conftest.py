"""The site as visitors meet it: nginx as deploy/nginx configures it, gunicorn behind it on a socket."""

import os

import pytest
from django.conf import settings

from tests.nginx import NAME, PROGRAM, nginx
from tests.running_site import free_port, running


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
def front(needs_nginx, var, tmp_path_factory):
    """nginx, open, with the sample site behind it."""
    socket = f"unix:{var}/web.sock"
    environment = {
        "VAR_DIR": str(var),
        "BIND": socket,
        "HTTPS": "1",
        "ALLOWED_HOSTS": NAME,
        "CSRF_TRUSTED_ORIGINS": f"https://{NAME}",
        "WEB_CONCURRENCY": "1",
    }
    ports = free_port(), free_port()
    folder = tmp_path_factory.mktemp("nginx")
    with (
        running(settings.BASE_DIR, patience=300, notes=var, **environment),
        nginx(folder, upstream=socket, var=var, ports=ports) as front,
    ):
        yield front


@pytest.fixture
def browser(front):
    with front.client() as browser:
        yield browser
