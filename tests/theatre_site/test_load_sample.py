import re
from datetime import date, datetime, timedelta

import pytest
import yaml
from django.apps import apps
from django.core.management import CommandError, call_command
from django.urls import resolve
from django.utils import timezone, translation

from festivals.models import Edition
from news.models import MonthOfPosts, Post
from repertoire.models import Performance, Production, Season
from theatre_site.languages import columns
from theatre_site.models import Banner, ContentChange, Partner
from theatre_site.richtext import RichTextField, cleaned
from theatre_site.sample import loader, moments
from theatre_site.views import first_on

SATURDAY, SUNDAY = 6, 7
OUR_MODELS = [
    model
    for label in ("theatre_site", "repertoire", "news", "festivals")
    for model in apps.get_app_config(label).get_models()
    if model not in {ContentChange, MonthOfPosts}  # which the database writes itself
]
MONDAY_MORNING = "2026-11-16 09:00"
SUNDAY_EVENING = "2026-11-22 18:00"
MOMENTS = [
    MONDAY_MORNING,
    "2026-11-21 14:59",  # a Saturday, just before the show
    "2026-11-21 23:00",
    SUNDAY_EVENING,
    "2026-12-31 23:59",
    "2027-03-28 02:30",  # the clocks go forward
    "2027-07-15 10:00",
]


@pytest.fixture
def at(monkeypatch):
    """Stops the clocks of the theatre at a moment written like "2026-11-21 14:59"."""

    def stop(words):
        moment = datetime.fromisoformat(words).replace(tzinfo=timezone.get_default_timezone())
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return stop


def load():
    call_command("load_sample", verbosity=0)


def counts():
    return {model._meta.label: model._base_manager.count() for model in OUR_MODELS}


def contents():
    """Every row of every model but for the moment of its last change."""
    return {
        model._meta.label: list(
            model._base_manager.order_by("pk").values(
                *(field.attname for field in model._meta.concrete_fields if field.name != "updated_at")
            )
        )
        for model in OUR_MODELS
    }


def test_loading_twice_changes_nothing(db, at):
    at("2026-11-19 12:30")
    load()
    first = contents()
    load()

    assert contents() == first


@pytest.mark.parametrize("days", [1, 7, 400])
def test_loading_again_later_repeats_only_dates(db, at, days):
    at("2026-11-19 12:30")
    load()
    before = counts()
    at((datetime(2026, 11, 19, 12, 30) + timedelta(days=days)).isoformat())
    load()
    after = counts()

    assert {label for label in after if after[label] != before[label]} <= {"repertoire.Performance"}
    upcoming = list(Performance.objects.upcoming())
    assert len(upcoming) == len({shown.starts_at for shown in upcoming})
    assert sorted(shown.state for shown in upcoming if shown.state != "scheduled") == [
        "cancelled",
        "postponed",
        "rescheduled",
    ]


def test_a_day_without_a_performance_is_among_the_coming_weeks(db, at):
    at("2026-11-19 12:30")
    load()
    today = timezone.localdate()

    [gap] = apps.get_model("repertoire.Gap").objects.announced(today, today + timedelta(weeks=4))

    assert not Performance.objects.between(gap.day, gap.day).exists()
    assert gap.next_performance is not None


def test_loading_again_restores_a_changed_row_and_leaves_others_alone(db):
    load()
    Production.objects.filter(slug="revizor").update(title_ru="Не ревизор")
    own = Production.objects.create(title_ru="Наш спектакль", slug="own", audience="adults")
    load()

    assert Production.objects.get(slug="revizor").title_ru == "Ревизор"
    assert Production.objects.get(pk=own.pk).title_ru == "Наш спектакль"


def test_a_mistake_in_a_file_is_named_and_nothing_is_loaded(db, monkeypatch):
    original = loader.tables
    broken = {"model": "news.Rubric", "key": ["slug"], "rows": [{"slug": "fine", "name": "Fine"}, {"slug": "bad"}]}
    monkeypatch.setattr(loader, "tables", lambda name: [broken] if name == "posts" else original(name))

    with pytest.raises(CommandError, match=r"posts\.yaml, news\.Rubric number 2: "):
        load()

    assert set(counts().values()) == {0}


@pytest.mark.parametrize("words", MOMENTS)
def test_there_is_always_something_to_come(db, at, words):
    at(words)
    load()
    upcoming = list(Performance.objects.upcoming())

    for shown in (first_on(SATURDAY, upcoming), first_on(SUNDAY, upcoming)):
        assert shown.production
        assert shown.starts_at - timezone.now() < timedelta(days=8)
    assert {shown.state for shown in upcoming} == set(Performance.State)
    assert {"few_left", "sold_out", "box_office"} <= {shown.sale for shown in upcoming}
    assert [shown.production.slug for shown in upcoming if shown.remark == "premiere"] == ["snezhnaya-koroleva"]
    assert [shown.instead_of.slug for shown in upcoming if shown.instead_of] == ["revizor"]
    assert any(shown.is_to_be_announced for shown in upcoming)
    assert any(shown.venue for shown in upcoming)


@pytest.mark.parametrize("words", [MONDAY_MORNING, SUNDAY_EVENING])
def test_adults_come_on_saturday_and_children_on_sunday(db, at, words):
    at(words)
    load()
    rhythm = {
        (timezone.localtime(shown.starts_at).strftime("%a %H:%M"), shown.for_audience)
        for shown in Performance.objects.public()
    }

    assert rhythm == {("Sat 15:00", "adults"), ("Sun 11:00", "children")}


@pytest.mark.parametrize("words", [MONDAY_MORNING, SUNDAY_EVENING])
def test_seasons_have_past_dates_and_today(db, at, words):
    at(words)
    load()

    current, last = Season.objects.current_or_next(), Season.objects.get(number=43)
    assert current.number == 44
    past = Performance.objects.public().filter(ends_at__lte=timezone.now())
    assert past.between(current.starts_on, current.ends_on).count() >= 24
    assert past.between(last.starts_on, last.ends_on).count() == 17
    opened = Post.objects.get(slug="otkrylsya-44-teatralnyj-sezon")
    assert timezone.localdate(opened.publish_at) == current.starts_on


@pytest.mark.parametrize("words", [MONDAY_MORNING, SUNDAY_EVENING])
def test_every_post_is_out_and_their_order_is_that_of_the_events(db, at, words):
    at(words)
    load()

    assert list(Post.objects.published().latest_first().values_list("title_ru", flat=True)) == [
        "ТЮЗ остается в Макеевке",
        "Ко Дню Святого Валентина",
        "Театральные встречи",
        "Для льготников!",
        "Гуманитарная помощь",
        "С Новым годом",
        "",
        "Открылся 44 театральный сезон!!!",
        "Образец: газета о фестивале",
    ]


def test_all_that_is_published_is_public(db):
    load()

    for model in OUR_MODELS:
        if hasattr(model, "published_condition") and model is not Banner:
            assert model.objects.exists()
            assert model.objects.published().count() == model.objects.count(), model


def test_productions_are_current_but_for_the_archive(db):
    load()

    assert Production.objects.playing().count() == 12
    assert set(Production.objects.archived().values_list("slug", flat=True)) == {"gadkij-utyonok", "sluga-dvuh-gospod"}
    assert [production.slug for production in Production.objects.premieres()] == ["snezhnaya-koroleva"]
    assert Production.objects.for_list().first().slug == "snezhnaya-koroleva"
    assert not Production.objects.filter(credits=None).exists()


def test_editions_have_the_sections_that_the_theatre_has_texts_for(db):
    load()

    assert {
        edition.year: [word for word, label, address in edition.sections]
        for edition in Edition.objects.published().with_sections()
    } == {
        2007: [],
        2009: ["participants"],
        2011: ["programme", "results", "photos"],
        2013: ["regulations", "results", "press"],
    }


def test_the_partners_article_is_in_ukrainian_and_its_links_are_paid_for(db):
    load()
    partner = Partner.objects.shown().get()
    article = partner.posts.get()

    assert (partner.url, partner.link_rel) == ("https://artmisto.net", "sponsored noopener")
    assert article.languages_of("title", "lead", "body") == ["uk"]
    assert '<a href="https://artmisto.net" rel="sponsored noopener">artMisto.net</a>' in article.body_html


# What stays in one language on purpose: the row and its column
IN_ONE_LANGUAGE = {
    ("repertoire.Production", "lisova-pisnya", "title"),
    ("news.Post", "yak-pracyuvaty-operatorom-call-centru", "title"),
    ("news.Post", "yak-pracyuvaty-operatorom-call-centru", "lead"),
    ("news.Post", "yak-pracyuvaty-operatorom-call-centru", "body"),
    ("festivals.Edition", 2011, "programme_title"),
    ("festivals.Document", "Положение о фестивале", "body"),
}


def test_all_texts_are_in_both_languages_but_for_those_that_are_not_on_purpose(db):
    load()
    in_one = set()
    for model in OUR_MODELS:
        for name in translated_names(model):
            for row in model._base_manager.all():
                if len({bool(getattr(row, column)) for column in columns(name)}) == 2:
                    word = getattr(row, "slug", None) or getattr(row, "year", None) or row.title_ru
                    in_one.add((model._meta.label, word, name))

    assert in_one == IN_ONE_LANGUAGE


def translated_names(model):
    found = {field.name for field in model._meta.concrete_fields}
    return {name[:-3] for name in found if name.endswith("_ru") and f"{name[:-3]}_uk" in found}


def rich_texts():
    """(file, text) for every rich text, as it is written."""
    for name in loader.FILES:
        for table in loader.tables(name):
            model = apps.get_model(table["model"])
            for row in [table.get("every_row", {}), *table["rows"]]:
                yield from ((name, text) for text in rich(model, row))


def rich(model, row):
    fields = {field.name: field for field in model._meta.get_fields()}
    for name, written in row.items():
        if isinstance(fields.get(columns(name)[0]), RichTextField):
            yield from written.values()
        elif name in fields and fields[name].one_to_many:
            for part in written:
                yield from rich(fields[name].related_model, part)


def test_rich_text_is_written_as_it_is_kept():
    for name, text in rich_texts():
        kept = cleaned(text).replace(' rel="noopener"', "")
        assert without_breaks(kept) == without_breaks(text), name


def without_breaks(html):
    return re.sub(r"(?<=>)\s+(?=<)", "", " ".join(html.split()))


def test_links_of_the_texts_lead_somewhere():
    addresses = {address for name, text in rich_texts() for address in re.findall(r'href="(/[^"]*)"', text)}

    assert len(addresses) > 10
    for address in addresses:
        with translation.override(translation.get_language_from_path(address)):
            resolve(address)


def test_ukrainian_has_its_own_apostrophe_and_no_russian_letters():
    for path in loader.FOLDER.rglob("*.yaml"):
        for text in ukrainian(list(yaml.safe_load_all(path.read_text("utf-8")))):
            assert not re.search("[ыэъёЫЭЪЁ]|[а-яіїєґ]['’][а-яіїєґ]", text), text


def ukrainian(written):
    if isinstance(written, dict):
        for key, inner in written.items():
            yield from [inner] if key == "uk" and isinstance(inner, str) else ukrainian(inner)
    elif isinstance(written, list):
        for inner in written:
            yield from ukrainian(inner)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("today", date(2026, 11, 22)),
        ("today-22", date(2026, 10, 31)),
        ("monday", date(2026, 11, 16)),
        ("sunday", date(2026, 11, 22)),
        ("saturday+2", date(2026, 12, 5)),
        ("next 01-01", date(2027, 1, 1)),
        ("next 11-22", date(2026, 11, 22)),
        ("2011-10-21", date(2011, 10, 21)),
    ],
)
def test_words_that_mean_a_day(at, words, meant):
    at("2026-11-22 23:30")

    assert moments.day(words) == meant


def test_a_moment_is_by_the_clocks_of_the_theatre(at):
    at("2026-11-22 23:30")

    assert moments.moment("saturday-8 15:00").isoformat() == "2026-09-26T15:00:00+03:00"
    assert moments.moment("saturday 15:00").isoformat() == "2026-11-21T15:00:00+02:00"
    assert moments.moment("today").isoformat() == "2026-11-22T00:00:00+02:00"


@pytest.mark.parametrize("words", ["", "tomorrow", "saturday + 2", "next week", "2011-13-01"])
def test_words_that_mean_no_day(words):
    with pytest.raises(ValueError, match=r"isoformat|month must be"):
        moments.day(words)


def test_prices_in_the_list_are_the_theatres(db):
    load()

    assert {
        (shown.for_audience, shown.lowest_price, shown.highest_price) for shown in Performance.objects.upcoming()
    } == {("adults", 30, 45), ("children", 15, 20)}


def test_every_row_has_a_copy_of_its_own_and_loading_again_makes_no_more(db, media_root):
    load()
    photos = [
        photo
        for name in ("repertoire.ProductionPhoto", "news.PostPhoto", "festivals.EditionPhoto")
        for photo in apps.get_model(name).objects.values_list("image", "width", "height")
    ]
    copies = sorted(path.name for path in (media_root / "sample").iterdir())
    load()

    assert len({name for name, _width, _height in photos}) == len(photos) == 15
    assert photos[0][1:] == (720, 480)
    assert copies == sorted(path.name for path in (media_root / "sample").iterdir())
    assert len(copies) == len(photos) + 1  # and the picture of a post


def test_a_lost_copy_is_made_anew(db, media_root):
    load()
    photo = apps.get_model("news.PostPhoto").objects.first()
    photo.image.storage.delete(photo.image.name)
    load()
    photo.refresh_from_db()

    assert photo.image.storage.exists(photo.image.name)
