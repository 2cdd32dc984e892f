"""Which language waits for the other one (G8), by whatever door a text comes in, and how the office says so (E19)."""

import pytest

from festivals.models import Edition
from news.models import Post
from repertoire.models import Person, Production
from tests import factories
from tests.admin_forms import admin_url, errors_of, submit
from tests.pages import elements_of, text_of
from theatre_site import staff
from theatre_site.in_step import InStep, any_of, missing_texts, texts_behind, texts_of
from theatre_site.languages import LANGUAGE_CODES
from theatre_site.models import Banner, Page

MAKERS = {
    Post: factories.create_post,
    Production: factories.create_production,
    Person: factories.create_person,
    Edition: factories.create_edition,
    Page: factories.create_page,
}
each_model = pytest.mark.parametrize("model", MAKERS, ids=lambda model: model.__name__)


@pytest.fixture
def post(db):
    return factories.create_post(body_ru="<p>Зал был полон.</p>", body_uk="<p>Зала була повна.</p>")


def rewrite(post, **texts):
    """As another editor on another day: from the database and back."""
    post = Post.objects.get(pk=post.pk)
    for name, text in texts.items():
        setattr(post, name, text)
    post.save()
    return Post.objects.get(pk=post.pk)


def behind(row):
    """As the row says it and as the database finds it, which must be the same."""
    said = {language: row.behind_in(language) for language in LANGUAGE_CODES}
    for language, columns in said.items():
        rows = type(row).objects.filter(any_of(texts_behind(type(row), language)))
        assert [each.pk for each in rows] == ([row.pk] if columns else [])
    return [column for columns in said.values() for column in columns]


def test_six_kinds_of_texts_know_it():
    assert {*InStep.__subclasses__()} == {*MAKERS, Banner}


def test_what_only_search_engines_read_is_not_asked_for():
    assert texts_of(Page) == ("title", "lead", "body")


def test_what_was_written_at_once_is_in_step(post):
    assert behind(post) == []


def test_a_text_that_was_changed_in_one_language_waits_in_the_other(post):
    assert behind(rewrite(post, body_ru="<p>Зал был пуст.</p>")) == ["body_uk"]


def test_each_text_waits_by_itself(post):
    post = rewrite(post, body_ru="<p>Зал был пуст.</p>")

    assert behind(rewrite(post, title_uk="Сезон закрито")) == ["title_ru", "body_uk"]


def test_the_other_language_catches_up_when_it_is_changed_too(post):
    post = rewrite(post, body_ru="<p>Зал был пуст.</p>")

    assert behind(rewrite(post, body_uk="<p>Зала була порожня.</p>")) == []


def test_changing_both_at_once_makes_neither_wait(post):
    assert behind(rewrite(post, body_ru="<p>Пусто.</p>", body_uk="<p>Порожньо.</p>")) == []


def test_a_first_translation_makes_nothing_wait(db):
    post = factories.create_post(body_ru="<p>Зал был полон.</p>")

    assert behind(rewrite(post, body_uk="<p>Зала була повна.</p>")) == []


def test_a_text_that_was_emptied_is_missing_and_waits_no_more(post):
    post = rewrite(post, body_ru="<p>Зал был пуст.</p>")
    post = rewrite(post, body_uk="")

    assert behind(post) == []
    assert post.missing_in("uk") == ["body_uk"]


@pytest.mark.parametrize(
    "text",
    ["<p>Зал  был\nполон.</p>", "<p>Зал\u00a0был полон.</p>", " <p>Зал был — полон.</p> ", "<p>«Зал» был полон.</p>"],
)
def test_spaces_quotes_and_dashes_do_not_count(post, text):
    assert behind(rewrite(post, body_ru=text)) == []


def test_what_cleaning_takes_away_does_not_count(post):
    assert behind(rewrite(post, body_ru='<p onclick="x()">Зал был полон.</p><script>x()</script>')) == []


def test_saving_some_fields_only_notices_it_too(post):
    post.body_ru = "<p>Зал был пуст.</p>"
    post.save(update_fields=["body_ru"])

    assert behind(Post.objects.get()) == ["body_uk"]


def test_what_was_changed_behind_its_back_is_noticed_at_the_next_save(post):
    Post.objects.update(body_ru="<p>Зал был пуст.</p>")

    assert behind(rewrite(post)) == ["body_uk"]


def test_many_rows_at_once_know_what_they_say(db):
    rubric = factories.create_rubric()
    Post.objects.bulk_create([Post(slug="a", rubric=rubric, title_ru="Сезон", title_uk="Сезон")])

    assert behind(rewrite(Post.objects.get(), title_uk="Новий сезон")) == ["title_ru"]


def test_a_row_of_which_a_list_knows_only_a_part_can_be_saved(post):
    [part] = Post.objects.for_list()
    part.title_ru = "Сезон закрыт"
    part.save()

    assert behind(Post.objects.get()) == ["title_uk"]
    assert Post.objects.get().body_ru == post.body_ru


def test_whoever_says_so_makes_both_agree(post):
    post = rewrite(post, body_ru="<p>Зал был пуст.</p>")
    post.languages_agree = True
    post.save()

    assert behind(Post.objects.get()) == []
    assert post.languages_agree is False


@each_model
def test_what_is_missing_is_found(model, db):
    row = MAKERS[model]()
    name = model.said_in_some_language[0]
    model.objects.filter(pk=row.pk).update(**{f"{name}_uk": ""})
    row = model.objects.get()

    assert f"{name}_uk" in row.missing_in("uk")
    assert row.missing_in("ru") == []
    assert [*model.objects.filter(any_of(missing_texts(model, "uk")))] == [row]
    assert [*model.objects.filter(any_of(missing_texts(model, "ru")))] == []


# The office


@each_model
def test_a_list_tells_and_finds_what_waits(model, admin_client):
    name = model.said_in_some_language[0]
    fine, missing, late = MAKERS[model](), MAKERS[model](**{f"{name}_uk": ""}), MAKERS[model]()
    setattr(late, f"{name}_ru", "Совсем другое")
    late.save()

    def listed(languages):
        page = admin_client.get(admin_url(model, "changelist"), {"languages": languages})
        return {row.pk for row in page.context["cl"].result_list}

    assert listed("missing_uk") == {missing.pk}
    assert listed("behind_uk") == {late.pk}
    assert listed("missing_ru") == listed("behind_ru") == set()
    assert listed("nonsense") == {fine.pk, missing.pk, late.pk}


def test_a_list_says_it_in_words(admin_client):
    factories.create_page(title_uk="")

    page = admin_client.get(admin_url(Page, "changelist"))

    assert [text_of(cell) for cell in elements_of(page, "td", class_="field-languages")] == ["ru uk: нет"]


def test_a_form_says_it_beside_the_text(admin_client, post):
    post = rewrite(post, body_ru="<p>Зал был пуст.</p>", title_uk="")

    form = admin_client.get(admin_url(post)).context["adminform"].form

    notes = {name: text_of(str(field.help_text)) for name, field in form.fields.items() if "badge" in field.help_text}
    assert {name: note.split("?")[0].split(".")[0] for name, note in notes.items()} == {
        "title_uk": "По-украински ещё нет",
        "body_uk": "Русский текст изменили позже",
    }


def test_a_tick_in_the_form_makes_both_agree(admin_client, post):
    post = rewrite(post, body_ru="<p>Зал был пуст.</p>")

    page = submit(admin_client, admin_url(post), languages_agree="on")

    assert errors_of(page) == {}
    assert behind(Post.objects.get()) == []


def test_a_slip_of_the_pen_is_corrected_without_asking_for_a_translation(admin_client, post):
    submit(admin_client, admin_url(post), body_ru="<p>Зал был полным.</p>", languages_agree="on")

    assert Post.objects.get().body_ru == "<p>Зал был полным.</p>"
    assert behind(Post.objects.get()) == []


def test_a_form_without_the_tick_asks_for_a_translation(admin_client, post):
    submit(admin_client, admin_url(post), body_ru="<p>Зал был полным.</p>")

    assert behind(Post.objects.get()) == ["body_uk"]


def test_whoever_may_only_look_has_no_tick(client, db):
    edition = factories.create_edition()
    client.force_login(factories.create_member_of(staff.NEWS_EDITOR))

    page = client.get(admin_url(edition))

    assert elements_of(page, "input", name="languages_agree") == []
    assert "Оба языка" in text_of(page)
