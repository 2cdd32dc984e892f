"""The ready-made groups of a theatre's staff and what each may do. A migration makes them; an administrator may
change them afterwards. Nobody but a superuser opens people and groups, so nobody can raise their own rights.

Groups are kept under their English names and shown through gettext.
"""

from django.utils.translation import gettext_lazy, gettext_noop

NEWS_EDITOR = gettext_noop("News editor")
REPERTOIRE_MANAGER = gettext_noop("Repertoire manager")
FESTIVAL_ORGANISER = gettext_noop("Festival organiser")
BOX_OFFICE = gettext_noop("Box office")
CHIEF_EDITOR = gettext_noop("Chief editor")

# For whoever gives somebody a group.
WORDS = {
    NEWS_EDITOR: gettext_lazy("Writes posts with pictures and files, and sends them for approval."),
    REPERTOIRE_MANAGER: gettext_lazy("Productions, people, seasons, the weekly rhythm and every date."),
    FESTIVAL_ORGANISER: gettext_lazy("Editions with participants, programme, jury and results; partners and venues."),
    BOX_OFFICE: gettext_lazy("Opening hours, concessions and notices; says what is sold out."),
    CHIEF_EDITOR: gettext_lazy("Edits and publishes everything; does not manage people."),
}

EVERYTHING = ["add", "change", "delete", "view"]
PUBLISHING = [*EVERYTHING, "publish"]
LOOKING = ["view"]

NEWS = {
    "news.rubric": LOOKING,
    "news.post": EVERYTHING,
    "news.postphoto": EVERYTHING,
    "news.postvideo": EVERYTHING,
    "news.attachment": EVERYTHING,
}
REPERTOIRE = {
    "repertoire.person": PUBLISHING,
    "repertoire.production": PUBLISHING,
    "repertoire.productionphoto": EVERYTHING,
    "repertoire.productionvideo": EVERYTHING,
    "repertoire.credit": EVERYTHING,
    "repertoire.season": EVERYTHING,
    "repertoire.weeklyslot": EVERYTHING,
    "repertoire.performance": EVERYTHING,
    "repertoire.gap": EVERYTHING,
}
FESTIVAL = {
    "festivals.edition": PUBLISHING,
    "festivals.document": EVERYTHING,
    "festivals.jurymember": EVERYTHING,
    "festivals.editionpartner": EVERYTHING,
    "festivals.editionphoto": EVERYTHING,
    "festivals.editionvideo": EVERYTHING,
    "festivals.company": EVERYTHING,
    "festivals.participant": EVERYTHING,
    "festivals.programmeitem": EVERYTHING,
    "festivals.nomination": EVERYTHING,
    "festivals.award": EVERYTHING,
}
TEXT_PICTURES = {"theatre_site.textpicture": EVERYTHING}
HOUSE = {
    "theatre_site.theatre": ["change", "view", "set_up"],
    "theatre_site.openinghours": EVERYTHING,
    "theatre_site.hoursexception": EVERYTHING,
    "theatre_site.sociallink": EVERYTHING,
    "theatre_site.concession": EVERYTHING,
    "theatre_site.notice": EVERYTHING,
    "theatre_site.banner": PUBLISHING,
    "theatre_site.page": PUBLISHING,
    "theatre_site.redirect": EVERYTHING,
    "theatre_site.partner": EVERYTHING,
    "theatre_site.venue": EVERYTHING,
}

GROUPS = {
    NEWS_EDITOR: {
        **NEWS,
        **TEXT_PICTURES,
        "repertoire.production": LOOKING,
        "repertoire.performance": LOOKING,
        "festivals.edition": LOOKING,
        "theatre_site.partner": LOOKING,
    },
    REPERTOIRE_MANAGER: {
        **REPERTOIRE,
        **TEXT_PICTURES,
        "theatre_site.venue": EVERYTHING,
    },
    FESTIVAL_ORGANISER: {
        **FESTIVAL,
        **TEXT_PICTURES,
        "repertoire.performance": LOOKING,
        "theatre_site.venue": EVERYTHING,
        "theatre_site.partner": EVERYTHING,
    },
    BOX_OFFICE: {
        "repertoire.performance": ["view", "sell"],
        "theatre_site.theatre": ["change", "view"],
        "theatre_site.openinghours": EVERYTHING,
        "theatre_site.hoursexception": EVERYTHING,
        "theatre_site.concession": EVERYTHING,
        "theatre_site.notice": EVERYTHING,
        "theatre_site.textpicture": ["add", "view"],
    },
    CHIEF_EDITOR: {
        **REPERTOIRE,
        **FESTIVAL,
        **HOUSE,
        **TEXT_PICTURES,
        "news.rubric": EVERYTHING,
        "news.post": PUBLISHING,
        "news.postphoto": EVERYTHING,
        "news.postvideo": EVERYTHING,
        "news.attachment": EVERYTHING,
    },
}


def make_groups(apps):
    """Makes each group and gives it what is written above, taking nothing away; `apps` may be a migration's.

    Django makes content types and permissions only after the last migration, so those that are missing are made here.
    """
    for name, rights in GROUPS.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.add(*permissions(apps, rights))


def permissions(apps, rights):
    for label, actions in rights.items():
        app_label, model = label.split(".")
        content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label=app_label, model=model
        )
        for action in actions:
            permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
                content_type=content_type, codename=f"{action}_{model}", defaults={"name": f"Can {action} {model}"}
            )
            yield permission
