"""Pages that nginx keeps for a second, and everything that it never keeps."""

import itertools
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest

from tests.nginx import CONFIGURATION, nginx
from tests.running_site import free_port
from theatre_site.appearance import CHOICES
from theatre_site.page_cache.page import HOW_LONG

IN_BLACK = "150.black.normal.normal.off"
NEWS = "/ru/news/"


def how(answer):
    return answer.headers.get("Cache-Status")


def test_a_page_is_kept_for_a_second_and_not_longer(browser):
    path = "/uk/accessibility/"
    first, second = browser.get(path), browser.get(path)
    time.sleep(2.1)
    third = browser.get(path)

    assert [how(each) for each in (first, second)] == ["nginx; fwd=uri-miss", "nginx; hit"]
    assert how(third) == "nginx; fwd=stale"
    assert first.content == second.content == third.content


def test_who_has_a_page_already_is_told_so(browser):
    first = browser.get(NEWS)
    again = browser.get(NEWS, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first.headers["ETag"])


def test_each_spelling_of_what_a_browser_takes_is_one_of_three(browser):
    path = "/ru/festival/"
    browsers = ["gzip, deflate, br, zstd", "br", "gzip", "gzip;q=1.0, br;q=0", "identity", "br;q=0.0, *", "x-br, gzip"]
    answers = [browser.get(path, headers={"Accept-Encoding": each}) for each in browsers]
    encodings = [each.headers.get("Content-Encoding") for each in answers]

    assert encodings == ["br", "br", "gzip", "gzip", None, None, "gzip"]
    assert len({each.text for each in answers}) == 1


def test_looks_are_kept_apart_and_only_those_that_we_offer(browser):
    def ask(cookie):
        return browser.get("/ru/box-office/", headers={"Cookie": cookie} if cookie else {})

    plain, black = ask(""), ask(f"vision={IN_BLACK}")
    assert plain.text != black.text
    assert [ask(each).text == plain.text for each in ("vision=999", "x=1; vision=", "other=1", "xvision=150")] == [
        True
    ] * 4
    assert ask(f"a=1; vision={IN_BLACK}; b=2").text == black.text
    assert ask(f"vision=no; vision={IN_BLACK}").text == plain.text
    assert ask(f'a="1,vision={IN_BLACK}"').text == plain.text
    assert ask(f"vision={IN_BLACK}").text == black.text


def test_nginx_knows_every_choice_of_looks_and_no_other():
    pattern = re.search(r"vision=(\(.*\))\(\?:;", (CONFIGURATION / "http.conf").read_text())[1]
    offered = {".".join(each) for each in itertools.product(*(choices for choices in CHOICES.values()))}
    known = itertools.product(*(words.split("|") for words in re.findall(r"\(\?:([^)]*)\)", pattern)))

    assert {".".join(each) for each in known} == offered


def test_unknown_arguments_share_the_page_and_doubtful_ones_are_the_sites_to_read(browser):
    first = browser.get("/ru/repertoire/")
    shared = browser.get("/ru/repertoire/?utm_source=mail&fbclid=1")
    doubtful = [browser.get(f"/ru/repertoire/?{each}") for each in ("p%61ge=2", "page=1&page=2", "PAGE=2", "a=%20")]

    assert (how(shared), shared.text) == ("nginx; hit", first.text)
    assert [how(each) for each in doubtful] == ["nginx; fwd=bypass"] * 4


def test_numbered_pages_are_pages_of_their_own(browser):
    first, second = browser.get(NEWS), browser.get(f"{NEWS}?page=2")

    assert first.text != second.text
    assert browser.get(f"{NEWS}?page=2").text == second.text
    assert browser.get(f"{NEWS}?page=9999").status_code == 404


def test_nothing_is_kept_for_whoever_has_signed_in(browser):
    browser.get("/ru/")
    answer = browser.get("/ru/", headers={"Cookie": "sessionid=abc"})

    assert (how(answer), answer.status_code) == ("nginx; fwd=bypass", 200)


@pytest.mark.parametrize("path", ["/ru/search/?q=сказка", "/ru/none/", "/admin/login/", "/ru/vision/?size=200"])
def test_what_is_for_one_visitor_is_never_kept(browser, path):
    answers = [browser.get(path) for _ in range(2)]

    assert {how(each) for each in answers} <= {"nginx; fwd=uri-miss", "nginx; fwd=bypass", None}


def test_a_form_is_never_answered_from_what_is_kept(browser):
    browser.get("/ru/")
    answer = browser.post("/ru/", content=b"a=1", headers={"Content-Type": "application/x-www-form-urlencoded"})

    assert (how(answer), answer.status_code) == (None, 403)


def test_a_picture_with_a_version_is_not_taken_for_one_without(browser):
    for path in ("/ru/picture.png?v=old", "/ru/picture.png"):
        browser.get(path)

    assert how(browser.get("/ru/picture.png")) == "nginx; fwd=uri-miss"


class Stub:
    """In the place of the site: answers every address with the number of the request, then no longer."""

    def __init__(self):
        self.asked, self.status, self.how_long = 0, "200 OK", HOW_LONG
        self.before_it_answers = lambda: None
        self.server = make_server("127.0.0.1", 0, self.answer, server_class=Threads, handler_class=Silent)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, environ, start_response):
        self.asked += 1
        content = b"%d" % self.asked
        self.before_it_answers()
        start_response(self.status, [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", self.how_long)])
        return [content]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Threads(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Silent(WSGIRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture
def stub():
    stub = Stub()
    yield stub
    stub.close()


@pytest.fixture
def small_front(needs_nginx, stub, tmp_path):
    upstream = f"127.0.0.1:{stub.server.server_port}"
    with nginx(tmp_path, upstream=upstream, var=tmp_path, ports=(free_port(), free_port())) as front:
        yield front


def test_a_page_is_never_older_than_a_second(small_front):
    with small_front.client() as browser:
        first = browser.get("/ru/").text
        time.sleep(2.1)

        assert (first, browser.get("/ru/").text) == ("1", "2")


def test_an_older_page_is_shown_meanwhile_only_for_as_long_as_the_site_says(small_front, stub):
    stub.how_long = "public, s-maxage=1, stale-while-revalidate=60"
    with small_front.client() as browser:
        before = browser.get("/ru/").text
        time.sleep(2.1)
        meanwhile = browser.get("/ru/").text
        while stub.asked < 2:
            time.sleep(0.05)

    assert (before, meanwhile) == ("1", "1")


def test_without_the_site_kept_pages_stay_and_others_say_that_it_will_be_back(small_front, stub):
    with small_front.client() as browser:
        before = browser.get("/uk/news/")
        stub.status = "503 Service Unavailable"
        time.sleep(2.1)
        failing = browser.get("/uk/news/")
        stub.close()
        time.sleep(2.1)
        kept, other = browser.get("/uk/news/"), browser.get("/uk/accessibility/")

    assert [how(each) for each in (failing, kept)] == ["nginx; hit; detail=stale"] * 2
    assert [each.text for each in (before, failing, kept)] == ["1"] * 3
    assert (other.status_code, other.headers["Retry-After"]) == (503, "30")
    assert "Сайт зараз повернеться" in other.text


def test_an_upload_that_is_not_on_the_disk_is_asked_of_the_site_and_kept_for_a_minute(small_front, stub):
    with small_front.client() as browser:
        first, second = browser.get("/media/a.jpg"), browser.get("/media/a.jpg")
        stub.status = "404 Not Found"
        other = [browser.get("/media/b.jpg") for _ in range(2)]

    assert [each.text for each in (first, second)] == ["1", "1"]
    assert [(each.status_code, each.text) for each in other] == [(404, "2"), (404, "3")]


def test_nobody_waits_for_what_somebody_else_has_asked(small_front, stub):
    together = threading.Barrier(3, timeout=4)  # less than nginx would make one wait
    stub.how_long, stub.before_it_answers = "private", together.wait

    with small_front.client() as browser, ThreadPoolExecutor(3) as visitors:
        answers = list(visitors.map(browser.get, [f"/ru/search/?q={word}" for word in ("one", "two", "three")]))

    assert sorted(each.text for each in answers) == ["1", "2", "3"]
