"""`manage.py import_posts`: posts of an earlier site, as docs/import.md has it."""

import csv
import io
import json

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from news.models import ImportedText, Post, Rubric
from tests.factories import create_post, create_rubric, moment, picture
from theatre_site.models import Redirect, TextPicture

EXAMPLE = settings.BASE_DIR / "docs" / "import-example"
ROW = {"source": "/node/5", "language": "ru", "title": "Старое", "date": "2011-10-05", "rubric": "news"}


@pytest.fixture(autouse=True)
def rubric(db):
    return create_rubric(slug="news", name_ru="Новости", name_uk="Новини")


@pytest.fixture
def file(tmp_path):
    """Writes rows into a file and says where it is."""

    def write(*rows, name="posts.csv", encoding="utf-8"):
        path = tmp_path / name
        rows = [{**ROW, **row} for row in rows]
        path.write_text(as_csv(rows) if name.endswith("csv") else json.dumps(rows, ensure_ascii=False), encoding)
        return path

    return write


def as_csv(rows):
    content = io.StringIO()
    table = csv.DictWriter(content, list(dict.fromkeys(name for row in rows for name in row)))
    table.writeheader()
    table.writerows(rows)
    return content.getvalue()


def run(path, *options, write=True):
    """What it has said, line by line."""
    output = io.StringIO()
    call_command("import_posts", path, *options, *(["--write"] if write else []), stdout=output)
    return output.getvalue().splitlines()


def refused(path, *options):
    output = io.StringIO()
    with pytest.raises(CommandError) as problem:
        call_command("import_posts", path, "--write", *options, stdout=output)
    return [*output.getvalue().splitlines(), str(problem.value)]


def way(client, address):
    return client.get(address, follow=True).redirect_chain


# The example of the documentation


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


# Old addresses


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


# Again


def test_only_what_the_file_says_anew_is_changed(file):
    run(file({"lead": "Один", "body": "<p>Текст</p>"}))
    Post.objects.update(body_ru="<p>Правка</p>", title_uk="Переклад")

    said = run(file({"lead": "Два", "body": "<p>Текст</p>", "title": "Новое"}))

    post = Post.objects.get()
    assert said[0] == "2: changed /node/5 · title_ru, lead_ru"
    assert (post.title_ru, post.lead_ru, post.body_ru, post.title_uk) == ("Новое", "Два", "<p>Правка</p>", "Переклад")


def test_what_somebody_has_edited_since_stays_and_is_told(file):
    run(file({"body": "<p>Один</p>"}))
    Post.objects.update(body_ru="<p>Правка</p>", status="withdrawn")

    for _time in range(2):
        said = run(file({"body": "<p>Два</p>", "title": "Новое", "status": "draft"}))

    post = Post.objects.get()
    assert said[0] == "2: unchanged /node/5 · kept as it was edited here: body_ru, status"
    assert (post.title_ru, post.body_ru, post.status) == ("Новое", "<p>Правка</p>", "withdrawn")


def test_a_language_that_comes_later_joins_its_post_and_overwrites_nobody(file):
    russian = {"key": "7", "source": "/a"}
    ukrainian = {"key": "7", "source": "/b", "language": "uk", "title": "Старе", "lead": "Текст"}
    run(file(russian))
    Post.objects.update(lead_uk="Своє", status="withdrawn")

    said = run(file(russian, ukrainian))

    post = Post.objects.get()
    assert said[:2] == ["2: unchanged /a", "3: made /b · kept as it was edited here: status, lead_uk"] or said[:2] == [
        "2: unchanged /a",
        "3: made /b · kept as it was edited here: lead_uk, status",
    ]
    assert (post.title_uk, post.lead_uk, post.status) == ("Старе", "Своє", "withdrawn")


def test_an_empty_cell_empties_nothing(file):
    run(file({"lead": "Слова"}))

    assert run(file({"lead": ""}))[0] == "2: unchanged /node/5"
    assert Post.objects.get().lead_ru == "Слова"


def test_what_was_deleted_here_stays_deleted(file):
    run(file({}))
    Post.objects.all().delete()

    assert run(file({"title": "Новое"}))[0] == "2: left out /node/5 · it was deleted here"
    assert Post.objects.count() == 0


# Refused


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"language": "en"}, "The language is one of ru, uk, not “en”."),
        ({"title": ""}, "The title is missing."),
        ({"title": "я" * 201}, "title_ru: Ensure this value has at most 200 characters (it has 201)."),
        ({"date": "вчера"}, "“вчера” is no date: 2011-10-05 12:30 or 05.10.2011 12:30."),
        ({"date": "0011-10-05"}, "“0011-10-05” is no date: 2011-10-05 12:30 or 05.10.2011 12:30."),
        ({"rubric": "спорт"}, "There is no rubric “спорт”. Make it first, or say --make-rubrics."),
        ({"rubric": ""}, "The rubric is missing; say --rubric for all that have none."),
        ({"status": "secret"}, "The status is published or draft, not “secret”."),
        ({"slug": "2011"}, "slug: Another page of the news has this address."),
        ({"slug": "taken"}, "slug: Post with this Address already exists."),
        ({"source": ""}, "“” is no address of a page: https://old.example/index.php?id=12 or /node/5."),
        ({"source": "/" + "a" * 200}, "The old address is longer than 200 characters."),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_reason(file, row, reason):
    create_post(slug="taken")

    said = refused(file({"source": "/good"}, row))

    assert said[0] == "2: made /good"
    assert said[1].startswith("3: refused")
    assert said[1].endswith(f" · {reason}")
    assert said[-1] == "Nothing was written: mend the refused rows, or say --skip-refused."
    assert Post.objects.count() == 1


def test_with_skip_refused_all_others_are_written(file):
    run(file({"source": "/good"}, {"source": "/bad", "date": ""}), "--skip-refused")

    assert [post.imported_texts.get().source for post in Post.objects.all()] == ["/good"]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([{}, {}], "The old address /node/5 is there twice."),
        ([{"key": "1"}, {"key": "1", "source": "/b"}], "The key “1” has this language twice."),
        (
            [{"key": "1"}, {"key": "1", "source": "/b", "language": "uk", "date": "2012-01-01"}],
            "The publish_at is another one than in row 2, which has the same key.",
        ),
        ([{"slug": "x"}, {"slug": "x", "source": "/b"}], "Two posts of the file have this slug."),
    ],
)
def test_rows_that_contradict_each_other_are_refused(file, rows, reason):
    assert refused(file(*rows))[1].endswith(f" · {reason}")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("source,language,title,date,colour\n", "Unknown columns: colour. There are these: source, "),
        ("source,language,title\n/a,ru,x\n", "These columns are missing: date."),
        ("source,language,title,date\n", "There are no posts in the file."),
        ("", "These columns are missing: source, language, title, date."),
        ("source,language,title,date,lead,lead\n", "These columns are there twice: lead."),
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path, content, reason):
    path = tmp_path / "posts.csv"
    path.write_text(content)

    assert refused(path)[-1].startswith(reason)


@pytest.mark.parametrize("content", ["{", '{"posts": []}', "[1]", "[]"])
def test_json_of_another_shape_is_refused(tmp_path, content):
    path = tmp_path / "posts.json"
    path.write_text(content)

    assert refused(path)[-1].startswith(("This is no JSON", "The JSON should be", "There are no posts"))


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert refused(tmp_path / "nowhere.csv")[-1].endswith("nowhere.csv cannot be read: No such file or directory.")


@pytest.mark.parametrize("name", ["posts.csv", "posts.json"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_every_usual_encoding_is_read(file, name, encoding):
    run(file({"title": "Ёж і ґава"}, name=name, encoding=encoding))

    assert Post.objects.get().title_ru == "Ёж і ґава"


def test_rubrics_are_found_by_either_name_or_made(file):
    run(
        file({"rubric": "Новини"}, {"source": "/b", "rubric": "Пресса"}, {"source": "/c", "rubric": "пресса"}),
        "--make-rubrics",
    )
    run(file({"source": "/d", "rubric": ""}), "--rubric", "pressa")

    assert [rubric.posts.count() for rubric in Rubric.objects.order_by("pk")] == [1, 3]


# Texts and pictures


def test_texts_are_cleaned_like_those_of_the_editor(file):
    run(file({"body": '<h1>А</h1><script>alert(1)</script><p onclick="x()">Б <b>в</b></p>'}))

    assert Post.objects.get().body_ru == "<h2>А</h2>\n<p>Б <strong>в</strong></p>"


@pytest.fixture
def pictures(tmp_path):
    folder = tmp_path / "pictures"
    (folder / "2011" / "10").mkdir(parents=True)
    (folder / "2011" / "10" / "hall.png").write_bytes(picture().read())
    (folder / "fake.jpg").write_bytes(b"<?php evil();")
    (tmp_path / "secret.png").write_bytes(picture().read())
    return folder


@pytest.mark.parametrize(
    "src",
    [
        "hall.png",
        "https://old.example/wp-content/uploads/2011/10/hall-300x200.png",
        "/uploads/2011/10/hall.png?resize=300",
        "../../2011/10/hall.png",
    ],
)
def test_a_picture_in_a_text_is_found_and_taken_over_once(file, pictures, src):
    folder = pictures if "2011" in src else pictures / "2011" / "10"
    body = f"<p><img src='{src}' alt=''></p>"
    run(file({"body": body}, {"source": "/b", "body": body}), "--pictures", folder)

    url = TextPicture.objects.get().image.url
    assert {post.body_ru for post in Post.objects.all()} == {f'<figure><img src="{url}" alt=""></figure>'}


@pytest.mark.parametrize("src", ["../secret.png", "gone.png", "/etc/passwd", "http://[", "data:image/png;base64,AAAA"])
def test_what_is_not_in_the_folder_is_left_out_and_told(file, pictures, src):
    said = run(file({"body": f'<p>А<img src="{src}"></p>'}))

    assert said[0] == f"2: made /node/5 · left out, not in the folder: {src}"
    assert Post.objects.get().body_ru == "<p>А</p>"


def test_what_is_no_picture_is_refused_as_an_upload_would_be(file, pictures):
    reason = "This is not a picture, or it is damaged. Open it on your computer and save it anew as JPEG."

    assert refused(file({"picture": "fake.jpg"}))[0] == f"2: refused /node/5 · fake.jpg: {reason}"
    assert refused(file({"picture": "gone.jpg"}))[0].startswith(
        "2: refused /node/5 · The picture “gone.jpg” is not in "
    )
    assert run(file({"body": "<p>А<img src=fake.jpg></p>"}))[0] == f"2: made /node/5 · left out, fake.jpg: {reason}"


def test_a_changed_picture_takes_the_place_of_the_old_one(file, pictures):
    row = {"picture": "hall.png", "picture_alt": "Зал"}
    run(file(row), "--pictures", pictures / "2011" / "10")
    first = Post.objects.get().image.name
    assert run(file(row), "--pictures", pictures / "2011" / "10")[0] == "2: unchanged /node/5"

    (pictures / "2011" / "10" / "hall.png").write_bytes(picture(color="#000000").read())
    assert run(file(row), "--pictures", pictures / "2011" / "10")[0] == "2: changed /node/5 · image"

    assert Post.objects.get().image.name != first
    assert Post.objects.get().image_is_decorative


def test_if_something_breaks_in_the_middle_nothing_is_left(file, pictures, media_root, monkeypatch):
    def broken(*args, **kwargs):
        raise OSError("No space left on device")

    monkeypatch.setattr("django.db.models.query.QuerySet.get_or_create", broken)
    with pytest.raises(OSError, match="No space left"):
        run(file({"picture": "2011/10/hall.png", "body": "<img src='2011/10/hall.png'>"}))

    assert [model.objects.count() for model in (Post, TextPicture, ImportedText)] == [0, 0, 0]
    kept = [path.relative_to(media_root).parts[0] for path in media_root.rglob("*.*") if path.is_file()]
    assert set(kept) <= {"__processed__"}
