"""A later run: it changes only what its file says anew, and overwrites no editor."""

from news.models import Post

from .running import run


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
