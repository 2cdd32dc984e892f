"""The start page of the office: what waits, for whoever may mend it, each line on its way to the right field."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.urls import reverse

from news.models import Post
from repertoire.models import Performance
from tests import factories
from tests.admin_forms import admin_url, submit
from tests.factories import create_member_of, create_performance, create_post, create_production, moment
from tests.pages import elements_of, links_of, texts_of, words_in
from tests.queries import queries_for
from theatre_site import staff
from theatre_site.models import Notice, Theatre

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

START = reverse("admin:index")
SATURDAY = moment(2026, 11, 21, 15)


@pytest.fixture
def start(client):
    """start(staff.BOX_OFFICE): the start page as somebody of this group sees it."""

    def start(*groups):
        client.force_login(create_member_of(*groups))
        return client.get(START)

    return start


def sections(page):
    """{heading: [line, …]} of the page."""
    found = {}
    for section in elements_of(page, "section"):
        [heading] = section.iter("h2")
        lines = [*section.iter("li"), *(each for each in section.iter("p") if each.get("class") == "start__calm")]
        found[words_in(heading)] = [words_in(line) for line in lines if "start__problems" not in line.get("class", "")]
    return found


def to_mend(page):
    """Where the lines and the marks of the dates lead to, those of the list of everything left out."""
    return [link for section in elements_of(page, "section") for link in links_of(section)]


def problems(page):
    return {
        words_in(link).split(":")[0]: link.get("href")
        for each in elements_of(page, "ul", class_="start__problems")
        for link in each.iter("a")
    }


# Where one works most

WRITE = ("Написать новость", "/admin/news/post/add/")
PLAN = ("План по неделям", "/admin/repertoire/performance/planner/")


@pytest.mark.parametrize(
    ("group", "ways"),
    [
        (staff.NEWS_EDITOR, [WRITE]),
        (staff.REPERTOIRE_MANAGER, [PLAN]),
        (staff.FESTIVAL_ORGANISER, ["desk"]),
        (staff.BOX_OFFICE, []),
        (staff.CHIEF_EDITOR, [WRITE, PLAN, "desk"]),
    ],
)
def test_one_click_leads_to_ones_own_work(start, group, ways):
    factories.create_edition(year=2011)
    newest = factories.create_edition(year=2013, name_ru="ТЮЗ-2013")
    desk = ("ТЮЗ-2013", f"/admin/festivals/edition/{newest.pk}/desk/")
    found = elements_of(start(group), "a", class_="button")
    shortcuts = [(words_in(link), link.get("href")) for link in found]
    assert sorted(shortcuts) == sorted(desk if way == "desk" else way for way in ways)


# The next two weeks


def test_a_date_that_lacks_nothing_says_nothing(start):
    factories.create_theatre()
    create_performance(starts_at=SATURDAY, production=create_production(age_rating=12))

    page = start(staff.REPERTOIRE_MANAGER)

    assert texts_of(page, "a.start__name") == ["Ревизор"]
    assert problems(page) == {}


def test_what_a_date_lacks_leads_to_the_field_that_mends_it(start):
    play = create_production(title_uk="", status="draft")
    date = create_performance(starts_at=SATURDAY, production=play)

    assert problems(start(staff.REPERTOIRE_MANAGER)) == {
        "нет цены": f"{admin_url(date)}#id_price_min",
        "спектакля нет на сайте": f"{admin_url(play)}#id_status",
        "нет возраста": f"{admin_url(play)}#id_age_rating",
        "нет названия по-украински": f"{admin_url(play)}#id_title_uk",
    }


def test_a_date_without_a_play_says_so(start):
    factories.create_theatre()
    date = create_performance(starts_at=SATURDAY, production=None)

    assert problems(start(staff.REPERTOIRE_MANAGER)) == {"нет спектакля": f"{admin_url(date)}#id_production"}


def test_a_guest_show_is_mended_in_its_own_date(start):
    factories.create_theatre()
    date = create_performance(starts_at=SATURDAY, production=None, title_ru="Гости")

    assert problems(start(staff.REPERTOIRE_MANAGER)) == {
        "нет возраста": f"{admin_url(date)}#id_age_rating",
        "нет названия по-украински": f"{admin_url(date)}#id_title_uk",
    }


def test_a_cancelled_date_is_asked_for_its_reason_only(start):
    play = create_production(title_uk="")
    date = create_performance(starts_at=SATURDAY, production=play, state="cancelled")

    assert problems(start(staff.REPERTOIRE_MANAGER)) == {
        "нет причины на двух языках": f"{admin_url(date)}#id_state_reason_ru"
    }


@pytest.mark.parametrize(
    ("starts_at", "titles"),
    [
        (moment(2026, 11, 18, 7), []),
        (moment(2026, 11, 18, 9), ["Ревизор"]),
        (moment(2026, 12, 1, 23), ["Ревизор"]),
        (moment(2026, 12, 2, 0), []),
    ],
)
def test_the_next_fourteen_days_begin_today(start, starts_at, titles):
    create_performance(starts_at=starts_at)

    assert texts_of(start(staff.REPERTOIRE_MANAGER), "a.start__name") == titles


def test_the_box_office_sees_the_dates_and_nothing_that_it_cannot_mend(start):
    create_performance(starts_at=SATURDAY, sale=Performance.Sale.SOLD_OUT, production=create_production(title_uk=""))

    page = start(staff.BOX_OFFICE)

    assert problems(page) == {}
    assert [words_in(line) for line in elements_of(page, "span", class_="badge")] == ["Билетов нет"]


def test_whoever_sees_no_dates_has_no_such_part(start):
    assert [*sections(start())] == ["Последние изменения"]


# Drafts and texts that wait


def test_a_text_for_review_waits_for_those_who_publish(start):
    post = create_post(status="review", title_ru="Премьера")

    assert sections(start(staff.CHIEF_EDITOR))["Ждут вашего решения 1"] == ["Премьера На проверке новость, 18 ноября"]
    assert to_mend(start(staff.CHIEF_EDITOR)) == [admin_url(post)]


def test_the_author_cannot_approve_and_is_not_asked(start):
    create_post(status="review")

    assert [*sections(start(staff.NEWS_EDITOR))] == [
        "Ближайшие 14 дней",
        "Черновики",
        "Переводы",
        "Последние изменения",
    ]
    assert to_mend(start(staff.NEWS_EDITOR)) == []


def test_each_sees_the_drafts_of_their_own_field(start):
    post, play = create_post(status="draft"), create_production(status="draft")
    edition = factories.create_edition(status="draft")

    assert to_mend(start(staff.NEWS_EDITOR)) == [admin_url(post)]
    assert to_mend(start(staff.REPERTOIRE_MANAGER)) == [admin_url(play)]
    assert to_mend(start(staff.FESTIVAL_ORGANISER)) == [admin_url(edition)]
    assert to_mend(start(staff.BOX_OFFICE)) == []
    assert {*to_mend(start(staff.CHIEF_EDITOR))} == {admin_url(post), admin_url(play), admin_url(edition)}


def test_the_first_few_are_named_and_the_others_counted(start):
    rubric = factories.create_rubric()
    for _ in range(10):
        create_post(status="draft", rubric=rubric)

    page = start(staff.NEWS_EDITOR)

    assert sections(page)["Черновики 10"][4:] == ["и ещё 6: новости, черновик"]
    assert to_mend(page)[4:] == [admin_url(Post, "changelist") + "?status__exact=draft"]


# Translations


def test_a_missing_translation_leads_to_its_field(start):
    post = create_post(body_ru="<p>Ждём вас.</p>", status="review")

    page = start(staff.NEWS_EDITOR)

    assert sections(page)["Переводы 1"] == ["Открылся сезон Нет по-украински: текст новость, 18 ноября"]
    assert to_mend(page) == [f"{admin_url(post)}#id_body_uk"]


def test_a_translation_that_is_older_leads_to_its_field(start):
    post = create_post(status="review")
    post.title_uk = "Сезон закрито"
    post.save()

    page = start(staff.NEWS_EDITOR)

    assert sections(page)["Переводы 1"] == ["Открылся сезон Русский текст отстал: название новость, 18 ноября"]
    assert to_mend(page) == [f"{admin_url(post)}#id_title_ru"]


def test_only_whoever_may_change_what_is_on_the_site_is_asked_to_translate_it(start):
    post = create_post(title_uk="", lead_uk="")

    assert sections(start(staff.NEWS_EDITOR))["Переводы"] == ["Всё переведено, оба языка говорят одно и то же."]
    assert to_mend(start(staff.CHIEF_EDITOR)) == [f"{admin_url(post)}#id_title_uk"]


def test_what_nobody_reads_needs_no_translation_yet(start):
    create_post(title_uk="", lead_uk="", status="withdrawn")

    assert sections(start(staff.NEWS_EDITOR))["Переводы"] == ["Всё переведено, оба языка говорят одно и то же."]


def test_the_box_office_translates_its_notices_and_concessions(start):
    notice = factories.create_notice(text_uk="")
    factories.create_notice(text_uk="", ends_at=moment(2026, 11, 18, 9), starts_at=moment(2026, 11, 17))
    concession = factories.create_concession(document_ru="Удостоверение")
    factories.create_theatre(invitation_ru="<p>Ждём вас.</p>")

    assert {*to_mend(start(staff.BOX_OFFICE))} == {
        f"{admin_url(notice)}#id_text_uk",
        f"{admin_url(concession)}#id_document_uk",
    }


def test_those_who_set_the_theatre_up_translate_it(start):
    theatre = factories.create_theatre(invitation_ru="<p>Ждём вас.</p>")

    assert to_mend(start(staff.CHIEF_EDITOR)) == [f"{admin_url(theatre)}#id_invitation_uk"]


# Who has changed what


def test_the_last_changes_say_who_made_them(start, client):
    olga = create_member_of(staff.CHIEF_EDITOR, first_name="Ольга", last_name="Мороз")
    notice = factories.create_notice()
    client.force_login(olga)
    submit(client, admin_url(notice), text_ru="Касса переехала снова", text_uk="Каса знову переїхала")

    page = start(staff.BOX_OFFICE)

    [line] = sections(page)["Последние изменения"]
    assert line.startswith("Касса переехала снова Ольга Мороз изменено, ")
    assert to_mend(page) == [admin_url(Notice.objects.get())]


def test_nobody_reads_of_changes_that_they_may_not_look_at(start):
    factories.create_theatre()
    chief = factories.create_editor()
    for row in [chief, create_post(), Theatre.objects.get()]:
        LogEntry.objects.log_actions(chief.pk, [row], CHANGE)

    assert [line.split()[0] for line in sections(start(staff.BOX_OFFICE))["Последние изменения"]] == ["ТЮЗ"]


# The rest of the page


def test_all_that_can_be_edited_stands_below_in_the_order_of_the_work(start):
    page = start(staff.CHIEF_EDITOR)

    assert [app["app_label"] for app in page.context["app_list"]] == ["repertoire", "news", "festivals", "theatre_site"]
    assert [model["name"] for model in page.context["app_list"][0]["models"]] == [
        *("Показы", "Спектакли", "Люди", "Постоянные показы", "Дни без показов", "Театральные сезоны"),
    ]


def test_the_page_is_there_before_anybody_has_entered_anything(start):
    assert sections(start(staff.CHIEF_EDITOR)) == {
        "Ближайшие 14 дней": ["На эти дни показов нет."],
        "Ждут вашего решения": ["Ничего не ждёт."],
        "Черновики": ["Недописанного нет."],
        "Переводы": ["Всё переведено, оба языка говорят одно и то же."],
        "Последние изменения": ["Пока никто ничего не менял."],
    }


def test_it_speaks_ukrainian_too(start, client):
    client.cookies["django_language"] = "uk"
    create_post(status="draft", title_uk="Премʼєра")

    page = start(staff.NEWS_EDITOR)

    assert sections(page)["Чернетки 1"] == ["Премʼєра Чернетка новина, 18 листопада"]
    assert [element.get("lang") for element in elements_of(page, "html")] == ["uk"]
    assert [words_in(heading) for heading in elements_of(page, "h1")] == ["Сьогодні, середа, 18 листопада"]


def test_it_costs_few_queries_and_no_more_with_many_rows(client):
    client.force_login(create_member_of(staff.CHIEF_EDITOR))
    client.get(START)
    empty = queries_for(client, START)
    rubric = factories.create_rubric()
    for day in range(12):
        create_performance(starts_at=moment(2026, 11, 19 + day, 15), venue=factories.create_venue())
        create_post(status="draft", rubric=rubric, title_uk="")
        factories.create_page(title_uk="")

    full = queries_for(client, START)

    assert full == empty <= 15
