"""What is missing in one language is shown in the other, with its `lang` and a note: docs/languages.md has the rule
for each kind of text. Here a whole site is written in Ukrainian only and read in Russian."""

import re

import pytest
from django.apps import apps
from django.db.models import CharField, TextField

from tests.factories import (
    create_attachment,
    create_award,
    create_banner,
    create_company,
    create_concession,
    create_credit,
    create_document,
    create_edition,
    create_edition_partner,
    create_edition_photo,
    create_edition_video,
    create_gap,
    create_hours_exception,
    create_jury_member,
    create_nomination,
    create_notice,
    create_page,
    create_participant,
    create_partner,
    create_performance,
    create_person,
    create_post,
    create_post_photo,
    create_post_video,
    create_production,
    create_production_photo,
    create_production_video,
    create_programme_item,
    create_rubric,
    create_theatre,
    create_venue,
    days_from_now,
    picture,
)
from tests.pages import address, elements_of, find, html_of, main_of, text_of
from theatre_site.appearance import COOKIE
from theatre_site.languages import LANGUAGE_CODES, Translated

MARK = "ґґґ"  # a letter that no Russian word has
HEARD = ("alt", "title", "aria-label", "placeholder")
NOTE = "на украинском языке"


def in_ukrainian(*names, **more):
    return {f"{name}_ru": "" for name in names} | {f"{name}_uk": f"{MARK} {name}" for name in names} | more


@pytest.fixture
def paths(db):
    """The addresses of the Russian pages of a site that is written in Ukrainian only."""
    create_theatre(**in_ukrainian("name", "short_name", "town", "about", "invitation"))
    create_hours_exception(**in_ukrainian("reason"))
    create_gap(**in_ukrainian("reason"))
    create_notice(**in_ukrainian("text"))
    create_banner(**in_ukrainian("title", "text", "photo_alt", photo=picture()))
    create_concession(**in_ukrainian("who", "discount", "document", "applies"))
    partner = create_partner(**in_ukrainian("name", "note"))
    venue = create_venue(**in_ukrainian("name", "town", "address", "directions", "access", is_home=True))
    stage = create_venue(**in_ukrainian("name", "town", "address", "directions", "access"))
    rubric = create_rubric(**in_ukrainian("name"))
    production = create_production(
        **in_ukrainian("title", "genre", "author", "lead", "description", "content_note", content_note_state="stated")
    )
    create_production_photo(production=production, **in_ukrainian("alt", "caption"))
    create_production_video(production=production, **in_ukrainian("title"))
    coming = create_performance(production=production, **in_ukrainian("remark_text"))
    cancelled = create_performance(
        production=production, venue=stage, state="cancelled", instead_of=production, **in_ukrainian("state_reason")
    )
    guest = create_performance(production=None, **in_ukrainian("title"))
    person = create_person(photo=picture(), **in_ukrainian("name", "position", "bio"))
    create_credit(production=production, person=person, **in_ukrainian("role"))
    edition = create_festival(venue, partner)
    post = create_post(
        rubric=rubric,
        partner=partner,
        productions=[production],
        performances=[coming],
        editions=[edition],
        **in_ukrainian("title", "lead", "body", "image_alt", "image_caption", image=picture()),
    )
    create_post_photo(post=post, **in_ukrainian("alt", "caption"))
    create_post_video(post=post, **in_ukrainian("title"))
    create_attachment(post=post, **in_ukrainian("title"))
    page = create_page(menu="visitors", **in_ukrainian("title", "lead", "body"))
    rows = [production, coming, cancelled, guest, person, edition, post, rubric, page]
    sections = ["regulations", "programme", "participants", "results", "press", "photos"]
    return [
        *("/ru/", "/ru/afisha/", "/ru/afisha/adults/", "/ru/repertoire/", "/ru/news/", "/ru/festival/"),
        *("/ru/box-office/", "/ru/accessibility/", "/ru/no-such-page/"),
        f"/ru/afisha/{coming.starts_at:%Y/%m}/",
        *(address(row, "ru") for row in rows),
        *(f"/ru/festival/{edition.year}/{section}/" for section in sections),
    ]


def create_festival(venue, partner):
    edition = create_edition(
        **in_ukrainian(
            *("name", "title", "about", "programme_title", "programme_note"),
            *("participants_title", "results_title", "results_note"),
            results_at=days_from_now(-1),
        )
    )
    participant = create_participant(
        edition=edition,
        company=create_company(**in_ukrainian("name", "town")),
        **in_ukrainian("show", "author", "about"),
    )
    nomination = create_nomination(edition=edition, **in_ukrainian("title"))
    create_award(nomination=nomination, participant=participant, **in_ukrainian("person", "for_what"))
    create_programme_item(edition=edition, venue=venue, **in_ukrainian("title"))
    create_programme_item(edition=edition, kind="show", participant=participant, venue=venue, title_ru="", title_uk="")
    create_document(edition=edition, **in_ukrainian("title", "body", "contact"))
    create_document(edition=edition, kind="press", **in_ukrainian("title", "body", "contact"))
    create_jury_member(edition=edition, **in_ukrainian("name", "role", "bio"))
    create_edition_photo(edition=edition, **in_ukrainian("alt", "caption"))
    create_edition_video(edition=edition, **in_ukrainian("title"))
    create_edition_partner(edition=edition, partner=partner)
    return edition


def test_no_text_of_any_model_is_left_out_of_this_test(paths):
    """A new translated text is added above, and then it is marked on every page."""
    texts = {
        (model._meta.label, field.name): model.objects.filter(**{f"{field.name}__contains": MARK}).exists()
        for model in apps.get_models()
        if issubclass(model, Translated)
        for field in model._meta.concrete_fields
        if field.name.endswith("_uk") and isinstance(field, CharField | TextField)
        if not field.name.startswith("search_")  # of use in its own language only, and never shown in the other
    }

    assert len(texts) > 50
    assert [name for name, is_used in texts.items() if not is_used] == []


@pytest.mark.parametrize("appearance", ["", "150.white.normal.normal.off"])
def test_nothing_on_any_page_is_mixed_silently(client, paths, appearance):
    client.cookies[COOKIE] = appearance
    pages = {path: client.get(path) for path in paths}

    assert {page.status_code for path, page in pages.items() if "no-such" not in path} == {200}
    assert {path: found for path, page in pages.items() if (found := silent_words(page))} == {}
    assert all(MARK in html_of(page) for page in pages.values())


def silent_words(page):
    """Ukrainian words of a Russian page outside of all elements with `lang="uk"`, heard ones too."""
    found = []

    def walk(element, language):
        language = element.get("lang", language)
        if element.tag.endswith(("svg", "meta", "link", "script")):
            return
        if language != "uk":
            values = [element.text or "", *(element.get(name, "") for name in HEARD)]
            found.extend(f"<{element.tag}> {value.strip()}" for value in values if MARK in value)
        for child in element:
            walk(child, language)
            if language != "uk" and MARK in (child.tail or ""):
                found.append(f"<{element.tag}> {child.tail.strip()}")

    for html in elements_of(page, "html"):
        walk(html, "ru")
    return found


@pytest.mark.parametrize(
    ("path", "items"),
    [
        ("/ru/", ["li.row", "li.card", "li.nitem", "li.ed"]),
        ("/ru/afisha/", ["li.row"]),
        ("/ru/news/", ["li.nitem"]),
        ("/ru/repertoire/", ["li.card"]),
        ("/ru/festival/", ["li.ed"]),
    ],
)
def test_a_title_in_a_list_has_the_note_beside_it(client, paths, path, items):
    page = client.get(path)

    for item in items:
        there = [text_of(each).lower() for each in find(page, item)]
        assert there or item == "li.row", item
        assert [words for words in there if NOTE not in words] == []


def test_a_text_of_more_than_a_name_has_the_note(client, paths):
    """Notices, reasons, remarks, captions, concessions, nominations: what is said in a sentence."""
    seen = " ".join(text_of(main_of(client.get(path))) for path in paths)
    noted = set(re.findall(rf"{MARK} (\w+) \({NOTE}\)", seen))

    assert noted >= {"text", "reason", "remark_text", "state_reason", "caption", "image_caption", "content_note"}
    assert noted >= {"who", "note", "contact", "title", "for_what"}


def test_a_page_in_its_own_language_has_no_notes(client, paths):
    for path in paths:
        page = client.get(path.replace("/ru/", "/uk/", 1))
        assert "російською мовою" not in text_of(main_of(page))
        assert "українською мовою)" not in text_of(main_of(page))


def test_the_languages_of_this_test_are_those_of_the_site():
    assert LANGUAGE_CODES == ["ru", "uk"]
