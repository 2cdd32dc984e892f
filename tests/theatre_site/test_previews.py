"""What is not public yet, on its real page: for the staff, and for whoever has a link that expires."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core import signing

from news.models import Post
from tests.admin_forms import admin_url
from tests.factories import (
    create_banner,
    create_document,
    create_edition,
    create_member_of,
    create_nomination,
    create_page,
    create_person,
    create_post,
    create_production,
    days_from_now,
    moment,
    picture,
)
from tests.pages import address, assert_valid, elements_of, links_of, main_of, said, text_of, texts_of
from theatre_site import staff
from theatre_site.models import Banner
from theatre_site.previews import addresses_for_friends, addresses_for_staff

MAKERS = [create_post, create_page, create_production, create_person, create_edition]
HIDDEN = [{"status": "draft"}, {"status": "review"}, {"publish_at": days_from_now(2)}]
each_maker = pytest.mark.parametrize("create", MAKERS, ids=["post", "page", "production", "person", "edition"])
each_language = pytest.mark.parametrize("language", ["ru", "uk"])


def name_of(row, language):
    return getattr(row, f"title_{language}", "") or getattr(row, f"name_{language}")


def see_as(client, *groups):
    client.force_login(create_member_of(*groups))
    return client


# For the staff


@each_maker
@each_language
@pytest.mark.parametrize("fields", HIDDEN, ids=["draft", "review", "scheduled"])
def test_it_is_the_real_page_in_both_languages(client, db, create, language, fields):
    row = create(**fields)
    see_as(client, staff.CHIEF_EDITOR)

    page = client.get(addresses_for_staff(row)[language])

    assert [html.get("lang") for html in elements_of(page, "html")] == [language]
    assert name_of(row, language) in texts_of(page, "h1")[0]
    assert said("Preview, not published", language) in text_of(main_of(page))
    assert client.get(address(row, language)).status_code == 404
    assert_valid(page)


@each_maker
def test_the_form_leads_there_and_back(client, db, create):
    row = create(status="draft")
    see_as(client, staff.CHIEF_EDITOR)

    addresses = list(addresses_for_staff(row).values())

    assert [link for link in links_of(client.get(admin_url(row))) if "/preview/" in link] == addresses
    assert admin_url(row) in links_of(main_of(client.get(addresses[0])))


@each_maker
def test_visitors_are_sent_to_the_way_in(client, db, create):
    for where in addresses_for_staff(create(status="draft")).values():
        page = client.get(where)
        assert (page.status_code, page.url) == (302, f"/admin/login/?next={where}")


def test_who_may_not_view_such_rows_is_refused(client, db):
    see_as(client, staff.BOX_OFFICE)

    assert client.get(addresses_for_staff(create_post(status="draft"))["ru"]).status_code == 403


@pytest.mark.parametrize("label", ["news.post", "news.rubric", "auth.user", "nothing", "no.thing"])
def test_what_has_no_preview_is_refused(client, db, label):
    see_as(client, staff.CHIEF_EDITOR)

    assert client.get(f"/ru/preview/{label}/4711/").status_code == 403


def test_what_is_public_leads_to_its_page(client, db):
    post = create_post()
    see_as(client, staff.NEWS_EDITOR)

    assert client.get(addresses_for_staff(post)["uk"]).url == address(post, "uk")
    assert [link for link in links_of(client.get(admin_url(post))) if "/preview/" in link] == []


# For whoever has the link


@each_maker
@each_language
def test_a_link_opens_without_an_account_in_both_languages(client, db, create, language):
    row = create(status="draft")

    page = client.get(addresses_for_friends(row, days=3)[language])

    assert page.status_code == 200
    assert name_of(row, language) in texts_of(page, "h1")[0]
    assert said("Preview, not published", language) in text_of(main_of(page))
    assert [link for link in links_of(page) if "/admin/" in link] == []
    assert_valid(page)


@each_maker
def test_the_switch_of_languages_stays_in_the_preview(client, db, create):
    addresses = addresses_for_friends(create(status="draft"), days=3)

    switches = elements_of(client.get(addresses["ru"]), "a", hreflang="uk")

    assert {switch.get("href").removeprefix("http://testserver") for switch in switches} == {addresses["uk"]}


@each_maker
def test_nobody_keeps_a_preview(client, db, create):
    row = create(status="draft")
    closed = addresses_for_friends(row, days=3)["ru"].replace("/preview/", "/preview/x")
    friends, colleagues = addresses_for_friends(row, days=3)["ru"], addresses_for_staff(row)["ru"]
    see_as(client, staff.CHIEF_EDITOR)

    for where in [friends, colleagues, closed]:
        page = client.get(where)
        assert page.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert {"no-store", "private"} <= set(page.headers["Cache-Control"].split(", "))
        assert "noindex" in elements_of(page, "meta", name="robots")[0].get("content")
        assert elements_of(page, "link", rel="canonical") == []
        assert elements_of(page, "link", rel="alternate") == []
        assert [meta for meta in elements_of(page, "meta") if (meta.get("property") or "").startswith("og:")] == []


def test_a_link_says_until_when_and_closes_then(client, db, at):
    where = addresses_for_friends(create_post(status="draft"), days=3)["ru"]

    at("2026-11-21 09:59")
    assert "21 ноября, 10:00" in text_of(main_of(client.get(where)))
    at("2026-11-21 10:00")
    page = client.get(where)
    assert (page.status_code, texts_of(page, "h1")) == (410, [said("This preview is closed", "ru")])


@each_language
def test_a_link_that_somebody_has_changed_opens_nothing(client, db, language):
    post, other = create_post(status="draft"), create_post(status="draft", title_ru="Тайна", title_uk="Таємниця")
    signature = addresses_for_friends(post, days=3)[language].partition(":")[2]
    forged = addresses_for_friends(other, days=3)[language].partition(":")[0] + ":" + signature

    page = client.get(forged)

    assert (page.status_code, texts_of(page, "h1")) == (404, [said("This preview is closed", language)])
    assert_valid(page)


def test_a_token_of_another_purpose_opens_nothing(client, db):
    token = signing.dumps(["news.post", create_post(status="draft").pk, 4_000_000_000], salt="other")

    assert client.get(f"/ru/preview/{token}/").status_code == 404


def test_a_link_ceases_with_what_it_shows(client, db):
    post = create_post(status="draft")
    where = addresses_for_friends(post, days=3)["ru"]
    post.delete()

    assert client.get(where).status_code == 410


def test_a_link_ceases_when_the_text_is_withdrawn(client, db):
    post = create_post(status="draft")
    where = addresses_for_friends(post, days=3)["ru"]
    Post.objects.update(status="withdrawn")

    assert client.get(where).status_code == 410
    assert see_as(client, staff.NEWS_EDITOR).get(addresses_for_staff(post)["ru"]).status_code == 200


def test_a_link_leads_to_the_public_page_as_soon_as_there_is_one(client, db):
    post = create_post(status="draft")
    where = addresses_for_friends(post, days=3)["uk"]
    Post.objects.update(status="published")

    assert client.get(where).url == address(post, "uk")


def test_a_preview_hides_what_the_page_would_hide(client, db):
    post = create_post(
        status="draft", image=picture(), image_alt_ru="Дети", image_alt_uk="Діти", image_shows_children=True
    )

    assert elements_of(client.get(addresses_for_friends(post, days=3)["ru"]), "figure") == []


# The sections of a festival


def test_the_tabs_of_a_festival_lead_from_preview_to_preview(client, db):
    edition = create_edition(status="draft")
    create_document(edition=edition, body_ru="<p>Приглашаются все.</p>")
    where = addresses_for_friends(edition, days=3)["ru"]

    links = links_of(main_of(client.get(where)))
    page = client.get(f"{where}regulations/")

    assert [link for link in links if "/preview/" in link] == [where, f"{where}regulations/"]
    assert "Приглашаются все." in text_of(main_of(page))
    assert [link for link in links_of(main_of(page)) if "/preview/" in link] == [where, where, f"{where}regulations/"]
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"


def test_results_wait_for_their_moment_in_a_preview_too(client, db, at):
    edition = create_edition(status="draft", results_at=moment(2026, 11, 18, 11))
    award = create_nomination(edition=edition).awards.create(person_ru="Анна", person_uk="Ганна")
    where = addresses_for_friends(edition, days=3)["ru"]

    assert (client.get(f"{where}results/").status_code, award.person_ru) == (404, "Анна")
    at("2026-11-18 11:00")
    assert client.get(f"{where}results/").status_code == 200


@pytest.mark.parametrize("section", ["programme", "nothing"])
def test_a_section_that_is_not_there_is_not_found(client, db, section):
    where = addresses_for_friends(create_edition(status="draft"), days=3)["ru"]

    assert client.get(f"{where}{section}/").status_code == 404


def test_other_pages_have_no_sections(client, db):
    where = addresses_for_friends(create_post(status="draft"), days=3)["ru"]

    assert client.get(f"{where}results/").status_code == 404


# Making a link


def link_page(row):
    return admin_url(row).replace("change/", "preview-link/")


@each_maker
def test_a_link_is_made_at_the_press_of_a_button(client, db, create):
    row = create(status="draft")
    see_as(client, staff.CHIEF_EDITOR)
    assert link_page(row) in links_of(client.get(admin_url(row)))

    page = client.post(link_page(row), {"days": "1"})
    client.logout()

    links = [field.get("value") for field in elements_of(page, "input", type="text", readonly="")]
    pages = zip(["ru", "uk"], map(client.get, links), strict=True)
    assert [name_of(row, language) in texts_of(page, "h1")[0] for language, page in pages] == [True, True]


def test_three_days_are_proposed_and_the_log_knows_who_made_a_link(client, db):
    post = create_post(status="draft")
    see_as(client, staff.NEWS_EDITOR)
    assert "3" in [option.get("value") for option in elements_of(client.get(link_page(post)), "option", selected="")]

    client.post(link_page(post), {"days": "14"})

    entry = LogEntry.objects.get(object_id=post.pk)
    assert entry.user.pk == int(client.session["_auth_user_id"])
    assert entry.get_change_message() == "Создана ссылка для предпросмотра на 14 дней"


@pytest.mark.parametrize("days", ["", "0", "2", "365", "-1", "x"])
def test_other_lengths_are_refused_with_a_sentence(client, db, days):
    post = create_post(status="draft")
    see_as(client, staff.NEWS_EDITOR)

    page = client.post(link_page(post), {"days": days})

    assert page.status_code == 400
    assert len(elements_of(page, "ul", class_="errorlist")) == 1


def test_no_link_is_made_by_who_may_not_view_or_for_what_is_withdrawn_or_lost(client, db):
    post, withdrawn = create_post(status="draft"), create_post(status="withdrawn")
    assert see_as(client, staff.BOX_OFFICE).get(link_page(post)).status_code == 403
    see_as(client, staff.NEWS_EDITOR)
    assert client.get(link_page(withdrawn)).status_code == 403
    assert link_page(withdrawn) not in links_of(client.get(admin_url(withdrawn)))
    assert client.get(link_page(post).replace(str(post.pk), "4711")).status_code == 404


# A banner has no page of its own


def test_a_banner_is_previewed_where_it_will_stand(client, db):
    create_banner(title_ru="Уже висит")
    draft = create_banner(title_ru="Скоро премьера", status="draft")
    see_as(client, staff.CHIEF_EDITOR)

    words = text_of(main_of(client.get(addresses_for_staff(draft)["ru"])))
    assert ("Скоро премьера" in words, "Уже висит" in words) == (True, False)
    assert "Скоро премьера" not in text_of(main_of(client.get("/ru/")))

    link = addresses_for_friends(draft, days=3)["ru"]
    Banner.objects.filter(pk=draft.pk).update(status="published")
    assert client.get(link)["Location"] == "/ru/"
