"""What is refused, file or row, with its reason; encodings and rubrics that are understood."""

import pytest

from news.models import Post, Rubric
from tests.factories import create_post

from .running import refused, run


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
