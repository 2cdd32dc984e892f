"""How visitors come to the site, and what they cannot say of themselves."""

import socket
import ssl

import httpx
import pytest

from tests.nginx import NAME


def test_a_page_comes_over_http_2_compressed_and_secure(browser):
    answer = browser.get("/ru/", headers={"Accept-Encoding": "gzip, br"})

    assert (answer.http_version, answer.status_code) == ("HTTP/2", 200)
    assert answer.headers["Content-Encoding"] == "br"
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert f'<link rel="canonical" href="https://{NAME}/ru/">' in answer.text
    assert "Set-Cookie" not in answer.headers


def test_without_encryption_one_is_led_to_it(front):
    with httpx.Client() as client:
        answer = client.get(f"http://127.0.0.1:{front.http_port}/uk/news/?page=2", headers={"Host": NAME})

    assert (answer.status_code, answer.headers["Location"]) == (301, f"https://{NAME}/uk/news/?page=2")


def test_a_name_that_is_not_ours_gets_no_certificate(front):
    context = ssl.create_default_context(cafile=front.folder / "fullchain.pem")
    with (
        socket.create_connection(("127.0.0.1", front.https_port)) as line,
        pytest.raises(ssl.SSLError, match="UNRECOGNIZED_NAME"),
    ):
        context.wrap_socket(line, server_hostname="other.test")


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-Proto": "http"},
        {"X-Forwarded-Host": "evil.test"},
        {"X-Forwarded-Ssl": "off", "X-Forwarded-Protocol": "http"},
        {"Forwarded": "for=1.2.3.4;host=evil.test;proto=http"},
        {"X-Forwarded-Prefix": "/evil", "X-Script-Name": "/evil"},
        {"X_Forwarded_Proto": "http"},
    ],
)
def test_a_visitor_cannot_forge_where_the_line_comes_from(browser, headers):
    answer = browser.get("/ru/subscribe/?a=%20", headers=headers)

    assert (answer.status_code, answer.headers["Cache-Status"]) == (200, "nginx; fwd=bypass")
    assert "evil" not in answer.text
    assert f"https://{NAME}/ru/subscribe/" in answer.text


def test_health_is_told_on_this_machine_only(front):
    with front.client() as inside, front.client(address="127.0.0.2") as outside:
        assert [inside.get(path).status_code for path in ("/healthz", "/readyz")] == [200, 200]
        forged = {"X-Forwarded-For": "127.0.0.1", "X-Real-IP": "127.0.0.1"}
        assert [outside.get(path, headers=forged).status_code for path in ("/healthz", "/readyz")] == [403, 403]
