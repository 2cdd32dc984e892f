"""The example of the documentation: made, tried out, run again."""

from news.models import ImportedText, Post
from tests.factories import moment
from theatre_site.models import Redirect, TextPicture

from .running import EXAMPLE, run, way


def test_the_example_is_imported_with_both_languages_and_pictures(client):
    said = run(EXAMPLE / "posts.csv")

    assert said == [
        "2: made /index.php?id=12",
        "3: made /index.php?id=13",
        "4: made /node/5",
        "3 made.",
        "Written.",
    ]
    tickets, premiere = Post.objects.order_by("-publish_at")
    assert (premiere.title_ru, premiere.title_uk) == ("Премьера сезона", "Прем’єра сезону")
    assert (premiere.slug, premiere.rubric.slug, premiere.status) == ("premera-sezona", "news", "published")
    assert premiere.publish_at == moment(2011, 10, 5, 12, 30)
    assert (premiere.image_alt_ru, premiere.image_alt_uk) == ("Занавес", "Завіса")
    assert (premiere.image_width, premiere.image_is_decorative) == (640, False)
    hall = TextPicture.objects.get()
    assert premiere.body_ru == (
        f'<p>Мы сыграли <strong>премьеру</strong>.</p>\n<figure><img src="{hall.image.url}" alt="Зал"></figure>'
    )
    assert f'src="{hall.image.url}" alt="Зала"' in premiere.body_uk
    assert (tickets.title_ru, tickets.title_uk, bool(tickets.image)) == ("Билеты на весну", "", False)
    assert client.get("/uk/news/premera-sezona/").status_code == 200


def test_the_example_as_json_is_a_draft(client):
    assert run(EXAMPLE / "posts.json") == ["1: made /?p=77", "1 made.", "Written."]

    post = Post.objects.get()
    assert (post.title_uk, post.status, post.publish_at) == ("Гастролі", "draft", moment(2013, 5, 1, 10))
    assert way(client, "/?p=77") == []


def test_without_write_nothing_is_written(media_root):
    said = run(EXAMPLE / "posts.csv", write=False)

    assert said[:3] == ["2: made /index.php?id=12", "3: made /index.php?id=13", "4: made /node/5"]
    assert said[-1] == "Nothing was written; say --write."
    assert [model.objects.count() for model in (Post, TextPicture, Redirect, ImportedText)] == [0, 0, 0, 0]
    assert not media_root.exists()


def test_a_second_run_changes_nothing(media_root):
    run(EXAMPLE / "posts.csv")
    before = everything(media_root)

    said = run(EXAMPLE / "posts.csv")

    assert said[-2:] == ["3 unchanged.", "Written."]
    assert everything(media_root) == before


def everything(media_root):
    files = sorted(path for path in media_root.rglob("*") if path.is_file())
    rows = [list(model.objects.order_by("pk").values()) for model in (Post, TextPicture, Redirect, ImportedText)]
    return files, rows
