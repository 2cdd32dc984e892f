"""The page of results, and rows that it finds."""

from tests.factories import (
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
    create_rubric,
    days_from_now,
)
from tests.pages import find, text_of

NAMES = {"title_ru": "Бонифаций", "title_uk": "Боніфацій"}

PERSON = {"name_ru": "Бонифаций", "name_uk": "Боніфацій"}


def search(client, query, language="ru", **narrowed):
    return client.get(f"/{language}/search/", {"q": query, **narrowed})


def titles(page):
    return [text_of(link) for hit in find(page, "li.hit") for link in find(hit, "a")]


def one_of_each_kind():
    """{name of the kind: a row that has the word “Бонифаций”}"""
    edition = create_edition(about_ru="<p>Бонифаций</p>", results_at=days_from_now(-1))
    company = create_company(**PERSON)
    participant = create_participant(edition=edition, company=company)
    create_award(nomination=create_nomination(edition=edition), person_ru="Бонифаций")
    play = create_production(**NAMES)
    return {
        "productions": play,
        "dates": create_performance(production=play),
        "people": create_person(**PERSON),
        "news": create_post(**NAMES),
        "festivals": edition,
        "documents": create_document(edition=edition, title_ru="Бонифаций"),
        "participants": participant,
        "companies": company,
        "awards": edition,
        "pages": create_page(**NAMES),
    }


def create_posts(number, **fields):
    rubric = create_rubric()
    return [create_post(**NAMES, rubric=rubric, slug=f"found-{n}", **fields) for n in range(number)]
