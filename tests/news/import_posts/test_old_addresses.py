"""Old addresses lead on."""

import pytest

from news.models import Post
from tests.factories import create_post
from theatre_site.models import Redirect

from .running import EXAMPLE, run, way


def test_old_addresses_lead_to_the_page_in_their_language(client):
    run(EXAMPLE / "posts.csv")

    assert way(client, "/index.php?id=12") == [("/ru/news/premera-sezona/", 301)]
    assert way(client, "/index.php?id=13") == [("/uk/news/premera-sezona/", 301)]
    assert way(client, "/index.php?utm_source=mail&id=13") == [("/uk/news/premera-sezona/?utm_source=mail", 301)]
    assert way(client, "/node/5") == [("/ru/news/bilety-na-vesnu/", 301)]
    assert way(client, "/node/5/") == [("/ru/news/bilety-na-vesnu/", 301)]
    assert way(client, "/uk/node/5") == [("/uk/news/bilety-na-vesnu/", 301)]
    assert way(client, "/node/5?x=1") == [("/ru/news/bilety-na-vesnu/?x=1", 301)]


@pytest.mark.parametrize(
    "address", ["/index.php", "/index.php?id=14", "/index.php?id=12%00", "/index.php?id[]=12", "/node/50"]
)
def test_what_was_no_post_is_not_found(client, address):
    run(EXAMPLE / "posts.csv")

    assert client.get(address).status_code == 404


def test_an_earlier_site_may_have_had_all_pages_at_its_root(client, file):
    run(file({"source": "https://old.example/?p=77&lang=uk", "language": "uk"}))

    assert way(client, "/?lang=uk&p=77") == [("/uk/news/staroe/", 301)]
    assert client.get("/?p=78").status_code == 200
    assert client.get("/").status_code == 200


def test_a_post_that_moves_takes_its_old_addresses_along(client, file):
    run(file({"source": "/index.php?id=12"}))
    post = Post.objects.get()
    post.slug = "moved"
    post.save()

    assert way(client, "/index.php?id=12") == [("/ru/news/moved/", 301)]
    assert run(file({"source": "/index.php?id=12"}))[0] == "2: unchanged /index.php?id=12"


def test_an_address_that_was_set_by_hand_stays(client, file):
    create_post(slug="chosen")
    Redirect.objects.create(old="/node/5", new="/news/chosen/")

    run(file({}))

    assert way(client, "/node/5") == [("/ru/news/chosen/", 301)]


def test_old_addresses_in_cyrillic_are_found(client, file):
    run(
        file(
            {"source": "https://old.example/новости/старое.html"},
            {"source": "/%D0%B0%D1%84%D0%B8%D1%88%D0%B0/", "title": "Афиша"},
        )
    )

    assert way(client, "/новости/старое.html") == [("/ru/news/staroe/", 301)]
    assert way(client, "/афиша/") == [("/ru/news/afisha/", 301)]
