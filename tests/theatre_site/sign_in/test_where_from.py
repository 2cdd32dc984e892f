import pytest
from django.test import RequestFactory

from theatre_site.sign_in.where_from import address_of

VISITOR, NGINX, CDN = "203.0.113.7", "127.0.0.1", "198.51.100.9"


@pytest.mark.parametrize(
    ("remote", "forwarded", "address"),
    [
        (VISITOR, "", VISITOR),
        (VISITOR, "10.0.0.1", VISITOR),  # not from a proxy of ours: whatever it says, it said itself
        (NGINX, VISITOR, VISITOR),
        (NGINX, f"10.9.8.7, {VISITOR}", VISITOR),  # the first one is the visitor's own invention
        (NGINX, f"{VISITOR}, {NGINX}", VISITOR),
        (NGINX, f"{VISITOR}, {CDN}", CDN),
        ("", f"10.9.8.7, {VISITOR}", VISITOR),  # by a socket
        ("::1", "2001:db8::5", "2001:db8::5"),
        (NGINX, "nonsense", NGINX),
        (NGINX, f"{VISITOR}, <script>", NGINX),
        (NGINX, "", NGINX),
        ("", "", None),
        ("nonsense", "", None),
    ],
)
def test_only_what_our_own_proxy_says_counts(remote, forwarded, address):
    request = RequestFactory().get("/", REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=forwarded)
    assert address_of(request) == address


def test_proxies_are_a_setting(settings):
    settings.TRUSTED_PROXIES = ["127.0.0.1/32", "198.51.100.0/24"]
    request = RequestFactory().get("/", REMOTE_ADDR=NGINX, HTTP_X_FORWARDED_FOR=f"10.9.8.7, {VISITOR}, {CDN}")
    assert address_of(request) == VISITOR
