"""What is found, and what never."""

import pytest

from tests.factories import (
    NOT_PUBLIC,
    create_award,
    create_company,
    create_document,
    create_edition,
    create_nomination,
    create_page,
    create_participant,
    create_performance,
    create_person,
    create_post,
    create_production,
    moment,
)
from tests.pages import address, find, links_of, said, text_of
from theatre_site.search import find as look_for
from theatre_site.views import SEARCHED

from .pages import NAMES, PERSON, one_of_each_kind, search, titles


def test_everything_is_found_on_one_page_grouped_by_kind(client, db):
    one_of_each_kind()
    page = search(client, "бонифация")

    labels = ["Productions", "Dates", "People", "News", "Festivals", "Documents"]
    labels += ["Participants of festivals", "Companies", "Awards", "Pages"]
    groups = find(page, "section.found")
    assert [text_of(find(group, "h2")[0]) for group in groups] == [said(label, "ru") for label in labels]
    assert [len(find(group, "li.hit")) for group in groups] == [1] * 10


def test_every_result_leads_to_its_page(client, db):
    rows = one_of_each_kind()
    page = search(client, "бонифация")
    found = [links_of(hit)[0] for hit in find(page, "li.hit")]

    participants = f"/ru/festival/{rows['festivals'].year}/participants/#participant-{rows['participants'].pk}"
    assert found == [
        *(address(rows[kind], "ru") for kind in ("productions", "dates", "people", "news", "festivals")),
        f"/ru/festival/{rows['festivals'].year}/regulations/",
        participants,
        participants,
        f"/ru/festival/{rows['festivals'].year}/results/",
        address(rows["pages"], "ru"),
    ]
    assert {client.get(link).status_code for link in found} == {200}
    assert f'id="participant-{rows["participants"].pk}"' in client.get(participants).content.decode()


@pytest.mark.parametrize("hidden", NOT_PUBLIC.values(), ids=NOT_PUBLIC)
def test_what_is_not_public_is_never_found(client, db, at, hidden):
    edition = create_edition(name_ru="Бонифаций", results_at=moment(2026, 11, 1), **hidden)
    participant = create_participant(edition=edition, show_ru="Бонифаций", company=create_company(**PERSON))
    create_award(nomination=create_nomination(edition=edition, title_ru="Бонифаций"), participant=participant)
    create_document(edition=edition, title_ru="Бонифаций")
    create_performance(production=create_production(**NAMES, **hidden))
    for create, names in ((create_person, PERSON), (create_post, NAMES), (create_page, NAMES)):
        create(**names, **hidden)

    assert titles(search(client, "бонифаций")) == []


def test_results_are_found_when_their_moment_has_come(client, db, at):
    edition = create_edition(results_at=moment(2026, 11, 18, 10, 1), results_note_ru="<p>Бонифаций</p>")
    create_award(nomination=create_nomination(edition=edition), person_ru="Бонифаций")
    before = titles(search(client, "бонифаций"))
    at("2026-11-18 10:01")

    assert before == []
    assert titles(search(client, "бонифаций")) == ["Бонифаций"]


@pytest.mark.parametrize("state", ["submitted", "rejected", "withdrawn"])
def test_who_has_applied_in_vain_is_never_found(client, db, state):
    create_participant(state=state, show_ru="Бонифаций", company=create_company(**PERSON))

    assert titles(search(client, "бонифаций")) == []


def test_participants_are_not_found_before_they_are_listed(client, db):
    edition = create_edition(lists_participants=False)
    create_participant(edition=edition, show_ru="Бонифаций", company=create_company(**PERSON))

    assert titles(search(client, "бонифаций")) == []


def test_all_words_must_be_there_wherever_they_stand(client, db):
    both = create_post(title_ru="Бонифаций", lead_ru="О каникулах льва")
    create_post(title_ru="Бонифаций", lead_ru="", slug="other")

    page = search(client, "каникулы бонифация")
    assert [links_of(hit)[0] for hit in find(page, "li.hit")] == [address(both, "ru")]


def test_a_part_of_the_words_is_shown_if_nothing_has_all(client, db):
    create_post(title_ru="Бонифаций")
    page = search(client, "когда приедет бонифаций")

    expected = said("No page has all the words «%(typed)s», but some have a part of them.", "ru")
    assert titles(page) == ["Бонифаций"]
    assert expected % {"typed": "когда приедет бонифаций"} in text_of(page)


def test_what_is_deleted_while_somebody_searches_is_left_out(db):
    found = one_of_each_kind()
    results = look_for(SEARCHED, "бонифация")
    found["news"].delete()

    hits = {kind.name: [hit.pk for hit in hits] for kind, _total, hits in results.groups()}
    assert (hits["news"], hits["people"]) == ([], [found["people"].pk])
