import pytest
from django.utils.translation import gettext

from festivals.models import Award, Company, Document, Edition, Nomination, Participant, ProgrammeItem
from tests.admin_forms import admin_url, errors_of, form_data, messages_of, refusal, submit
from tests.factories import (
    create_award,
    create_company,
    create_document,
    create_edition,
    create_nomination,
    create_participant,
    create_partner,
    create_performance,
    create_programme_item,
    moment,
)
from tests.pages import links_of, texts_of
from theatre_site.videos import NO_VIDEO


def rows(inline, *rows):
    """New rows of an inline: rows("award", {"degree": "first"})."""
    data = {f"{inline}-{number}-{name}": value for number, row in enumerate(rows) for name, value in row.items()}
    return {**data, f"{inline}-TOTAL_FORMS": len(rows)}


# An edition


def test_an_edition_leads_to_its_own_lists(admin_client):
    edition = create_edition()
    create_participant(edition=edition)
    create_participant()

    page = admin_client.get(admin_url(edition))

    own_lists = [
        f"{admin_url(model, 'changelist')}?edition__id__exact={edition.pk}"
        for model in (Participant, ProgrammeItem, Nomination)
    ]
    assert [link for link in links_of(page) if "edition__id__exact" in link] == own_lists
    assert [words.split()[-1] for words in texts_of(page, "ul.own-lists")[0].split(")")[:-1]] == ["(1", "(0", "(0"]
    assert admin_client.get(own_lists[0]).context["cl"].result_count == 1


def test_a_new_edition_has_no_lists_yet(admin_client):
    page = admin_client.get(admin_url(Edition, "add"))

    assert [link for link in links_of(page) if "edition__id__exact" in link] == []


def test_a_year_has_one_edition(admin_client):
    create_edition(year=2011, number=3)

    page = submit(admin_client, admin_url(Edition, "add"), year=2011, number=3, name_ru="ТЮЗ-2011")

    assert errors_of(page).keys() == {"year", "number"}
    assert errors_of(page)["year"] == [gettext("There is an edition of this year already.")]


def test_an_edition_is_in_its_year(admin_client):
    edition = create_edition(year=2011)

    page = submit(admin_client, admin_url(edition), starts_on="2012-10-03", ends_on="2012-10-05")

    assert errors_of(page) == {"starts_on": [gettext("The first day is in another year.")]}


def test_an_edition_has_one_document_of_a_kind(admin_client):
    edition = create_edition()
    regulations = {"kind": "regulations", "title_ru": "Положение", "body_ru": "<p>Текст</p>"}

    page = submit(admin_client, admin_url(edition), **rows("document", regulations, regulations))

    assert errors_of(page).keys() == {"document", "document-1-__all__"}
    assert not Document.objects.exists()


def test_an_edition_that_has_regulations_takes_no_second_ones(admin_client):
    edition = create_document().edition
    second = {"document-1-kind": "regulations", "document-1-title_ru": "П", "document-1-body_ru": "<p>Т</p>"}

    page = submit(admin_client, admin_url(edition), **second, **{"document-TOTAL_FORMS": 2})

    assert errors_of(page).keys() == {"document", "document-1-__all__"}


def test_a_partner_stands_once_in_the_list_of_an_edition(admin_client):
    edition, row = create_edition(), {"partner": create_partner().pk, "order": 0}

    page = submit(admin_client, admin_url(edition), **rows("editionpartner", row, row))

    assert errors_of(page).keys() == {"editionpartner", "editionpartner-1-__all__"}


def test_a_video_is_on_a_known_site(admin_client):
    edition = create_edition()

    page = submit(
        admin_client,
        admin_url(edition),
        **rows("editionvideo", {"title_ru": "Открытие", "url": "https://video.example/1", "order": 0}),
    )

    assert errors_of(page) == {"editionvideo-0-url": [str(NO_VIDEO)]}


def test_an_edition_with_awards_is_kept_and_the_page_says_what_to_do(admin_client):
    edition = create_edition(name_ru="ТЮЗ-2011")
    create_award(nomination=create_nomination(edition=edition))

    page = admin_client.post(admin_url(edition, "delete"), {"post": "yes"})

    words = gettext("Withdraw it from the site instead.")
    assert page.context["protected"] == [f"{refusal('ТЮЗ-2011', award=1)} {words}"]
    assert Edition.objects.get() == edition


# Companies and participants


def test_a_company_that_took_part_is_kept_and_the_page_says_why(admin_client):
    company = create_company(name_ru="Маска")
    create_participant(company=company)

    page = admin_client.post(admin_url(company, "delete"), {"post": "yes"})

    assert page.context["protected"] == [refusal("Маска", participant=1)]
    assert Company.objects.get() == company


def test_a_participant_with_awards_is_kept_and_the_page_says_what_to_do(admin_client):
    participant = create_participant(company=create_company(name_ru="Маска"), show_ru="Колобок")
    create_award(nomination=create_nomination(edition=participant.edition), participant=participant)

    page = admin_client.post(admin_url(participant, "delete"), {"post": "yes"})

    words = gettext("Choose the state “has withdrawn” instead.")
    assert page.context["protected"] == [f"{refusal('Маска: Колобок', award=1)} {words}"]


def test_a_company_shows_where_it_has_been(admin_client):
    company = create_company()
    create_participant(company=company, edition=create_edition(year=2009), show_ru="Колобок")
    create_participant(company=company, edition=create_edition(year=2011), show_ru="Маугли")

    page = admin_client.get(admin_url(company))

    assert texts_of(page, "td.field-edition") == ["ТЮЗ-2011", "ТЮЗ-2009"]


def test_a_new_participant_belongs_to_the_edition_whose_list_is_open(admin_client):
    older, newest = create_edition(year=2009), create_edition(year=2011)
    address = admin_url(Participant, "add")
    of_the_older = {"_changelist_filters": f"edition__id__exact={older.pk}"}

    assert form_data(admin_client.get(address), form_id="participant_form")["edition"] == str(newest.pk)
    assert form_data(admin_client.get(address, of_the_older), form_id="participant_form")["edition"] == str(older.pk)


# The programme


def test_an_item_that_does_not_fit_is_saved_with_a_warning(admin_client):
    item = create_programme_item(edition=create_edition(year=2011), title_ru="Открытие")

    page = submit(admin_client, admin_url(item), starts_at_0="2011-10-06", starts_at_1="12:00")

    words = gettext("“%(name)s” is outside the festival, which lasts from %(first)s to %(last)s.")
    days = {"name": "Открытие", "first": "3 октября", "last": "5 октября"}
    assert messages_of(page)[0] == words % days
    assert errors_of(page) == {}
    assert ProgrammeItem.objects.get().starts_at == moment(2011, 10, 6, 12)


@pytest.mark.parametrize("confirmed", [True, False])
def test_visitors_read_of_a_move_only_after_the_programme_was_confirmed(admin_client, at, confirmed):
    at("2011-10-01 10:00")
    item = create_programme_item(edition=create_edition(year=2011, programme_confirmed=confirmed))

    submit(admin_client, admin_url(item), starts_at_0="2011-10-03", starts_at_1="14:00")

    note = "Перенесено с 12:00 на 14:00, изменено 1 октября"
    assert ProgrammeItem.objects.get().move_note == (note if confirmed else "")


def test_a_programme_item_without_an_edition_is_sent_back(admin_client):
    item = create_programme_item()

    page = submit(admin_client, admin_url(item), edition="")

    assert errors_of(page).keys() == {"edition"}


def test_a_programme_item_chooses_among_the_participants_of_its_edition(admin_client):
    edition = create_edition()
    ours = create_participant(edition=edition)
    create_participant()

    page = admin_client.get(admin_url(create_programme_item(edition=edition)))

    offered = page.context["adminform"].form.fields["participant"].queryset
    assert list(offered) == [ours]


def test_a_show_of_the_programme_is_named_and_placed_like_its_date(admin_client):
    edition = create_edition(year=2011)
    participant = create_participant(edition=edition, show_ru="Колобок", company=create_company(name_ru="Маска"))
    create_programme_item(edition=edition, kind="show", participant=participant, title_ru="", title_uk="")
    create_programme_item(edition=edition, kind="show", performance=create_performance(), title_ru="", title_uk="")

    page = admin_client.get(admin_url(ProgrammeItem, "changelist"))

    assert texts_of(page, "td.field-what") == ["Колобок (Маска)", "Ревизор"]


# Nominations and awards


def test_a_second_grand_prix_is_refused_beside_the_tick(admin_client):
    edition = create_edition()
    create_nomination(edition=edition, is_grand_prix=True)

    page = submit(admin_client, admin_url(create_nomination(edition=edition)), is_grand_prix="on")

    assert errors_of(page) == {"is_grand_prix": [gettext("This edition has a Grand Prix already.")]}


def test_awards_are_entered_with_their_nomination(admin_client):
    nomination = create_nomination()
    participant = create_participant(edition=nomination.edition)

    page = submit(
        admin_client,
        admin_url(nomination),
        **rows(
            "award",
            {"degree": "first", "participant": participant.pk, "order": 0},
            {"degree": "second", "person_ru": "Анна Петренко", "order": 1},
        ),
    )

    assert errors_of(page) == {}
    assert [award.degree for award in nomination.awards.all()] == ["first", "second"]


def test_an_award_names_a_winner_or_none(admin_client):
    nomination = create_nomination()

    page = submit(
        admin_client,
        admin_url(nomination),
        **rows(
            "award",
            {"degree": "first", "order": 0},
            {"degree": "not_awarded", "person_ru": "Анна Петренко", "order": 1},
        ),
    )

    words = gettext("Say who received it, or choose “not awarded” and name nobody.")
    assert errors_of(page) == {"award-0-degree": [words], "award-1-degree": [words]}
    assert not Award.objects.exists()


def test_the_list_of_nominations_says_who_received_them(admin_client):
    edition = create_edition()
    won, kept, open_ = (create_nomination(edition=edition, order=order) for order in range(3))
    create_award(nomination=won, person_ru="Анна Петренко")
    create_award(nomination=kept, degree="not_awarded")

    page = admin_client.get(admin_url(Nomination, "changelist"))

    assert texts_of(page, "td.field-results") == [
        "Анна Петренко",
        str(Award.Degree.NOT_AWARDED.label),
        gettext("not decided"),
    ]
