"""Who comes too often, sends too much or is too slow."""

import base64
import hashlib
import re
import socket
import ssl
import time

import httpx
import pytest

from tests.nginx import CONFIGURATION, NAME


@pytest.mark.parametrize(("language", "word"), [("ru", "Подождите полминуты"), ("uk", "Зачекайте пів хвилини")])
def test_who_searches_without_end_is_asked_to_wait_and_others_are_not(front, language, word):
    with front.client(address=f"127.0.1.{len(word)}") as greedy, front.client(address="127.0.1.200") as other:
        answers = [greedy.get(f"/{language}/search/", headers={"Accept-Language": language}) for _ in range(60)]
        assert other.get(f"/{language}/search/").status_code == 200
        assert greedy.get(f"/{language}/").status_code == 200
    last = answers[-1]

    assert [each.status_code for each in answers[:20]] == [200] * 20
    assert (last.status_code, last.headers["Retry-After"]) == (429, "30")
    assert (word in last.text, f'lang="{language}"' in last.text) == (True, True)


def test_who_guesses_passwords_is_asked_to_wait_and_the_form_stays_open(front):
    with front.client(address="127.0.2.1") as guesser:
        answers = [guesser.post("/admin/login/", data={"username": "admin"}) for _ in range(20)]
        statuses = [each.status_code for each in answers]

        assert (set(statuses[:10]), statuses[-1]) == ({403}, 429)
        assert guesser.get("/admin/login/").status_code == 200
        uk = guesser.post("/admin/login/", headers={"Cookie": "django_language=uk"})
        assert (uk.status_code, 'lang="uk"' in uk.text) == (429, True)


def test_visitors_send_little_and_editors_much(front):
    much = b"x" * 100_000
    with front.client(http2=False) as browser:  # httpx does not read what comes while it is still sending by HTTP/2
        visitor, editor = browser.post("/ru/", content=much), browser.post("/admin/news/post/add/", content=much)

    assert (visitor.status_code, "частями" in visitor.text) == (413, True)
    assert editor.status_code == 403


def test_headers_have_a_measure(browser):
    assert browser.get("/ru/search/", headers={"X-Long": "x" * 40_000}).status_code == 431  # never from the cache
    with pytest.raises(httpx.RemoteProtocolError, match="ConnectionTerminated"):
        browser.get("/ru/", headers={"X-Long": "x" * 100_000})


def test_a_client_that_sends_a_byte_now_and_then_is_let_go(front):
    context = ssl.create_default_context(cafile=front.folder / "fullchain.pem")
    with socket.create_connection(("127.0.0.1", front.https_port)) as plain:
        plain.settimeout(30)
        line = context.wrap_socket(plain, server_hostname=NAME)
        began = time.monotonic()
        line.sendall(b"GET / HTTP/1.1\r\nHost: ")
        answer = line.recv(1024)

    assert answer in {b"", b"HTTP/1.1 408 Request Time-out\r\n"} or answer.startswith(b"HTTP/1.1 408")
    assert time.monotonic() - began < 20


def test_the_pages_of_nginx_run_nothing_and_show_their_style():
    policy = re.search(r"style-src '(sha256-[^']+)'", (CONFIGURATION / "site.conf").read_text())[1]
    pages = list((CONFIGURATION / "pages").glob("*.html"))
    hashes = set()
    for page in pages:
        style = re.search(r"<style>(.*?)</style>", page.read_text(), re.DOTALL)[1]
        hashes.add("sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode())

    assert (hashes, len(pages)) == ({policy}, 6)
