"""What each ready-made group can open in the office, address by address, and that none can raise its own rights.

After a change of rights or addresses the failing test prints its table as it is now: read it before copying it.
"""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from repertoire.models import Performance
from tests import factories
from tests.admin_forms import admin_url
from tests.factories import create_editor, create_member_of
from tests.pages import links_of
from tests.theatre_site.rows import ROWS
from theatre_site import staff
from theatre_site.models import FailedSignIn, SignIn

# L list · A add · C change · V look only · D delete · H history · a dash: 403. The theatre's list leads to its form.
MODELS = """
                           News   Repertoire  Festival  Box    Chief
auth.group                 -----  -----       -----     -----  -----
auth.user                  -----  -----       -----     -----  -----
festivals.company          -----  -----       LACDH     -----  LACDH
festivals.edition          L-V-H  -----       LACDH     -----  LACDH
festivals.nomination       -----  -----       LACDH     -----  LACDH
festivals.participant      -----  -----       LACDH     -----  LACDH
festivals.programmeitem    -----  -----       LACDH     -----  LACDH
news.post                  LAV-H  -----       -----     -----  LACDH
news.rubric                L-V-H  -----       -----     -----  LACDH
repertoire.gap             -----  LACDH       -----     -----  LACDH
repertoire.performance     L-V-H  LACDH       L-V-H     L-C-H  LACDH
repertoire.person          -----  LACDH       -----     -----  LACDH
repertoire.production      L-V-H  LACDH       -----     -----  LACDH
repertoire.season          -----  LACDH       -----     -----  LACDH
repertoire.weeklyslot      -----  LACDH       -----     -----  LACDH
theatre_site.banner        -----  -----       -----     -----  LACDH
theatre_site.concession    -----  -----       -----     LACDH  LACDH
theatre_site.failedsignin  -----  -----       -----     -----  -----
theatre_site.notice        -----  -----       -----     LACDH  LACDH
theatre_site.page          -----  -----       -----     -----  LACDH
theatre_site.partner       L-V-H  -----       LACDH     -----  LACDH
theatre_site.redirect      -----  -----       -----     -----  LACDH
theatre_site.signin        -----  -----       -----     -----  -----
theatre_site.textpicture   L-CDH  L-CDH       L-CDH     L-V-H  L-CDH
theatre_site.theatre       -----  -----       -----     L-C-H  L-C-H
theatre_site.venue         -----  LACDH       LACDH     -----  LACDH
"""

# What else there is: GET, or POST where nothing is to be got.
PAGES = """
                                                                           News  Repertoire  Festival  Box  Chief
admin/me/                                                                  200   200         200       200  200
admin/sent-too-late/                                                       302   302         302       302  302
admin/second-factor/                                                       200   200         200       200  200
admin/                                                                     200   200         200       200  200
admin/password_change/done/                                                200   200         200       200  200
admin/autocomplete/                                                        403   403         403       403  403
admin/jsi18n/                                                              200   200         200       200  200
admin/theatre_site/banner/<int:pk>/preview-link/                           403   403         403       403  200
admin/theatre_site/banner/deleted/                                         403   403         403       403  200
admin/theatre_site/banner/deleted/<int:version_id>/                        403   403         403       403  404
admin/theatre_site/banner/<path:object_id>/history/<int:version_id>/       403   403         403       403  404
admin/theatre_site/page/<int:pk>/preview-link/                             403   403         403       403  200
admin/theatre_site/page/deleted/                                           403   403         403       403  200
admin/theatre_site/page/deleted/<int:version_id>/                          403   403         403       403  404
admin/theatre_site/page/<path:object_id>/history/<int:version_id>/         403   403         403       403  404
admin/theatre_site/notice/deleted/                                         403   403         403       200  200
admin/theatre_site/notice/deleted/<int:version_id>/                        403   403         403       404  404
admin/theatre_site/notice/<path:object_id>/history/<int:version_id>/       403   403         403       404  404
admin/theatre_site/redirect/deleted/                                       403   403         403       403  200
admin/theatre_site/redirect/deleted/<int:version_id>/                      403   403         403       403  404
admin/theatre_site/redirect/<path:object_id>/history/<int:version_id>/     403   403         403       403  404
admin/theatre_site/textpicture/insert/picture/                             200   200         200       200  200
admin/theatre_site/textpicture/insert/video/                               200   200         200       200  200
admin/theatre_site/textpicture/insert/link/                                200   200         200       200  200
admin/theatre_site/textpicture/deleted/                                    403   403         403       403  403
admin/theatre_site/textpicture/deleted/<int:version_id>/                   403   403         403       403  403
admin/theatre_site/textpicture/<path:object_id>/history/<int:version_id>/  404   404         404       403  404
admin/theatre_site/theatre/deleted/                                        403   403         403       403  403
admin/theatre_site/theatre/deleted/<int:version_id>/                       403   403         403       403  403
admin/theatre_site/theatre/<path:object_id>/history/<int:version_id>/      403   403         403       404  404
admin/theatre_site/venue/deleted/                                          403   200         200       403  200
admin/theatre_site/venue/deleted/<int:version_id>/                         403   404         404       403  404
admin/theatre_site/venue/<path:object_id>/history/<int:version_id>/        403   404         404       403  404
admin/theatre_site/concession/deleted/                                     403   403         403       200  200
admin/theatre_site/concession/deleted/<int:version_id>/                    403   403         403       404  404
admin/theatre_site/concession/<path:object_id>/history/<int:version_id>/   403   403         403       404  404
admin/theatre_site/partner/deleted/                                        403   403         200       403  200
admin/theatre_site/partner/deleted/<int:version_id>/                       403   403         404       403  404
admin/theatre_site/partner/<path:object_id>/history/<int:version_id>/      403   403         404       403  404
admin/news/rubric/deleted/                                                 403   403         403       403  200
admin/news/rubric/deleted/<int:version_id>/                                403   403         403       403  404
admin/news/rubric/<path:object_id>/history/<int:version_id>/               403   403         403       403  404
admin/news/post/<int:pk>/duplicate/                                        302   403         403       403  302
admin/news/post/import/                                                    200   403         403       403  200
admin/news/post/import/confirm/                                            302   403         403       403  302
admin/news/post/import/report/                                             302   403         403       403  302
admin/news/post/import/template/<str:kind>/                                404   403         403       403  404
admin/news/post/export/                                                    200   403         403       403  200
admin/news/post/export/<str:kind>/                                         404   403         403       403  404
admin/news/post/<int:pk>/preview-link/                                     200   403         403       403  200
admin/news/post/deleted/                                                   200   403         403       403  200
admin/news/post/deleted/<int:version_id>/                                  404   403         403       403  404
admin/news/post/<path:object_id>/history/<int:version_id>/                 403   403         403       403  404
admin/repertoire/performance/make-dates/                                   403   302         403       403  302
admin/repertoire/performance/<int:pk>/duplicate/                           403   302         403       403  302
admin/repertoire/performance/planner/                                      403   200         403       403  200
admin/repertoire/performance/run/                                          403   200         403       403  200
admin/repertoire/performance/<int:pk>/sale/                                403   400         403       400  400
admin/repertoire/performance/import/                                       403   200         403       403  200
admin/repertoire/performance/import/confirm/                               403   302         403       403  302
admin/repertoire/performance/import/report/                                403   302         403       403  302
admin/repertoire/performance/import/template/<str:kind>/                   403   404         403       403  404
admin/repertoire/performance/export/                                       200   200         200       200  200
admin/repertoire/performance/export/<str:kind>/                            404   404         404       404  404
admin/repertoire/performance/deleted/                                      403   200         403       403  200
admin/repertoire/performance/deleted/<int:version_id>/                     403   404         403       403  404
admin/repertoire/performance/<path:object_id>/history/<int:version_id>/    403   404         403       403  404
admin/repertoire/production/add/poster/                                    403   200         403       403  200
admin/repertoire/production/<int:pk>/poster/                               403   200         403       403  200
admin/repertoire/production/import/                                        403   200         403       403  200
admin/repertoire/production/import/confirm/                                403   302         403       403  302
admin/repertoire/production/import/report/                                 403   302         403       403  302
admin/repertoire/production/import/template/<str:kind>/                    403   404         403       403  404
admin/repertoire/production/export/                                        200   200         403       403  200
admin/repertoire/production/export/<str:kind>/                             404   404         403       403  404
admin/repertoire/production/<int:pk>/duplicate/                            403   302         403       403  302
admin/repertoire/production/<int:pk>/preview-link/                         200   200         403       403  200
admin/repertoire/production/deleted/                                       403   200         403       403  200
admin/repertoire/production/deleted/<int:version_id>/                      403   404         403       403  404
admin/repertoire/production/<path:object_id>/history/<int:version_id>/     403   404         403       403  404
admin/repertoire/person/<int:pk>/preview-link/                             403   200         403       403  200
admin/repertoire/person/deleted/                                           403   200         403       403  200
admin/repertoire/person/deleted/<int:version_id>/                          403   404         403       403  404
admin/repertoire/person/<path:object_id>/history/<int:version_id>/         403   404         403       403  404
admin/repertoire/season/deleted/                                           403   200         403       403  200
admin/repertoire/season/deleted/<int:version_id>/                          403   404         403       403  404
admin/repertoire/season/<path:object_id>/history/<int:version_id>/         403   404         403       403  404
admin/repertoire/weeklyslot/deleted/                                       403   200         403       403  200
admin/repertoire/weeklyslot/deleted/<int:version_id>/                      403   404         403       403  404
admin/repertoire/weeklyslot/<path:object_id>/history/<int:version_id>/     403   404         403       403  404
admin/repertoire/gap/deleted/                                              403   200         403       403  200
admin/repertoire/gap/deleted/<int:version_id>/                             403   404         403       403  404
admin/repertoire/gap/<path:object_id>/history/<int:version_id>/            403   404         403       403  404
admin/festivals/nomination/deleted/                                        403   403         200       403  200
admin/festivals/nomination/deleted/<int:version_id>/                       403   403         404       403  404
admin/festivals/nomination/<path:object_id>/history/<int:version_id>/      403   403         404       403  404
admin/festivals/edition/<int:pk>/desk/                                     403   403         200       403  200
admin/festivals/edition/<int:pk>/programme/                                403   403         200       403  200
admin/festivals/edition/<int:pk>/confirm/                                  403   403         302       403  302
admin/festivals/edition/<int:pk>/results/                                  403   403         200       403  200
admin/festivals/edition/<int:pk>/copy/                                     403   403         200       403  200
admin/festivals/edition/<int:pk>/preview-link/                             200   403         200       403  200
admin/festivals/edition/deleted/                                           403   403         200       403  200
admin/festivals/edition/deleted/<int:version_id>/                          403   403         404       403  404
admin/festivals/edition/<path:object_id>/history/<int:version_id>/         403   403         404       403  404
admin/festivals/company/import/                                            403   403         200       403  200
admin/festivals/company/import/confirm/                                    403   403         302       403  302
admin/festivals/company/import/report/                                     403   403         302       403  302
admin/festivals/company/import/template/<str:kind>/                        403   403         404       403  404
admin/festivals/company/export/                                            403   403         200       403  200
admin/festivals/company/export/<str:kind>/                                 403   403         404       403  404
admin/festivals/company/deleted/                                           403   403         200       403  200
admin/festivals/company/deleted/<int:version_id>/                          403   403         404       403  404
admin/festivals/company/<path:object_id>/history/<int:version_id>/         403   403         404       403  404
admin/festivals/participant/import/                                        403   403         200       403  200
admin/festivals/participant/import/confirm/                                403   403         302       403  302
admin/festivals/participant/import/report/                                 403   403         302       403  302
admin/festivals/participant/import/template/<str:kind>/                    403   403         404       403  404
admin/festivals/participant/export/                                        403   403         200       403  200
admin/festivals/participant/export/<str:kind>/                             403   403         404       403  404
admin/festivals/participant/deleted/                                       403   403         200       403  200
admin/festivals/participant/deleted/<int:version_id>/                      403   403         404       403  404
admin/festivals/participant/<path:object_id>/history/<int:version_id>/     403   403         404       403  404
admin/festivals/programmeitem/import/                                      403   403         200       403  200
admin/festivals/programmeitem/import/confirm/                              403   403         302       403  302
admin/festivals/programmeitem/import/report/                               403   403         302       403  302
admin/festivals/programmeitem/import/template/<str:kind>/                  403   403         404       403  404
admin/festivals/programmeitem/export/                                      403   403         200       403  200
admin/festivals/programmeitem/export/<str:kind>/                           403   403         404       403  404
admin/festivals/programmeitem/deleted/                                     403   403         200       403  200
admin/festivals/programmeitem/deleted/<int:version_id>/                    403   403         404       403  404
admin/festivals/programmeitem/<path:object_id>/history/<int:version_id>/   403   403         404       403  404
"""

VIEWS = {"L": "changelist", "A": "add", "C": "change", "D": "delete", "H": "history"}
GROUPS = list(staff.GROUPS)
FIRST_WORDS = [group.split()[0] for group in GROUPS]
OPENS = {200, 302}


@pytest.fixture
def clients(db):
    """{group: the client of somebody who is in it and in no other}"""
    members = {group: create_member_of(group, username=group) for group in GROUPS}
    clients = {group: Client() for group in GROUPS}
    for group, client in clients.items():
        client.force_login(members[group])
    return clients


@pytest.fixture
def rows(db):
    """One row of each model that has its own list."""
    for make in ROWS.values():
        make(0)
    rows = {model: model._default_manager.first() for model in ROWS}
    came = {model: model.objects.create(username="olena", user_agent="Firefox") for model in (SignIn, FailedSignIn)}
    return {**rows, **came, User: create_editor(), Group: Group.objects.first()}


def table(lines):
    """As it stands above: one column a group, in the order of staff.GROUPS."""
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]


def lines_of(text):
    return [line for line in text.splitlines() if line]


def test_each_group_opens_what_is_its_own_and_nothing_else(clients, rows):
    lines = [["", *FIRST_WORDS]]
    for model in sorted(admin.site._registry, key=lambda each: each._meta.label_lower):
        letters = ["".join(letter_of(client, rows[model], letter) for letter in VIEWS) for client in clients.values()]
        lines.append([model._meta.label_lower, *letters])

    assert table(lines) == lines_of(MODELS), "\n".join(["", *table(lines)])


def letter_of(client, row, letter):
    response = client.get(admin_url(row, VIEWS[letter]))
    if response.status_code == 403:
        return "-"
    assert response.status_code in OPENS
    may_change = letter != "C" or response.context["has_change_permission"]
    return letter if may_change else "V"


def test_each_group_opens_these_other_pages(clients, rows):
    lines = [["", *FIRST_WORDS]]
    for name, address in other_pages(rows):
        lines.append([name, *(str(status_of(client, address)) for client in clients.values())])

    assert table(lines) == lines_of(PAGES), "\n".join(["", *table(lines)])


def other_pages(rows):
    """[(address as it is written, an address), …]: all of the office that do not belong to every model."""
    by_label = {model._meta.label_lower: row for model, row in rows.items()}
    for route, pattern in walk(get_resolver().url_patterns):
        if route.startswith("admin/") and is_special(pattern):
            label = ".".join(route.split("/")[1:3])
            number = str(by_label[label].pk) if label in by_label else "1"
            yield route, "/" + re.sub(r"<[^>]+>", number, route)


def walk(patterns, prefix=""):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns, route)
        else:
            yield route, pattern


def is_special(pattern):
    of_every_model = re.search("_(changelist|add|change|delete|history)$", pattern.name or "_change")
    return not of_every_model and pattern.name not in {"login", "logout", "app_list", "view_on_site", "set_language"}


def status_of(client, address):
    response = client.get(address)
    return client.post(address).status_code if response.status_code == 405 else response.status_code


def test_nobody_without_an_account_opens_anything(client, rows):
    addresses = [admin_url(row, view) for row in rows.values() for view in VIEWS.values()]
    addresses += [address for _, address in other_pages(rows)]

    opened = {address for address in addresses if status_of(client, address) == 200}

    assert opened == set()


def test_somebody_with_an_account_and_no_group_sees_the_start_page_only(client, rows):
    client.force_login(create_member_of())

    statuses = {client.get(admin_url(row, view)).status_code for row in rows.values() for view in VIEWS.values()}

    assert statuses == {403}
    assert client.get(reverse("admin:index")).status_code == 200


@pytest.mark.parametrize("group", GROUPS)
def test_no_list_and_no_form_leads_where_its_reader_is_refused(group, clients, rows):
    client = clients[group]
    Performance.objects.update(instead_of=factories.create_production())
    addresses = [admin_url(row, view) for row in rows.values() for view in ("changelist", "change")]
    pages = {address: client.get(address) for address in addresses}

    ways = {link.split("?")[0] for page in pages.values() if page.status_code == 200 for link in links_of(page)}
    unseen = {way for way in ways - set(addresses) if way.startswith("/admin/")}
    refusing = {address for address, page in pages.items() if page.status_code == 403}
    refusing |= {way for way in unseen if client.get(way).status_code == 403}

    assert ways & refusing == set()


# Nobody raises their own rights


@pytest.mark.parametrize("group", GROUPS)
def test_no_group_can_raise_its_own_rights(group, client, db):
    member = create_member_of(group)
    other = create_editor()
    client.force_login(member)
    before = rights_of(member)
    forged = {
        "username": member.username,
        "is_superuser": "on",
        "is_staff": "on",
        "is_active": "on",
        "groups": [each.pk for each in Group.objects.all()],
        "user_permissions": [each.pk for each in Permission.objects.all()],
        "permissions": [each.pk for each in Permission.objects.all()],
        "name": group,
        "password1": "tr4pd00r-sesame",
        "password2": "tr4pd00r-sesame",
        "usable_password": "true",
        "language": "uk",
        "last_login_0": "2026-01-01",
        "date_joined_0": "2026-01-01",
    }
    doors = [
        *(admin_url(row, "change") for row in [member, other, Group.objects.get(name=group)]),
        *(admin_url(model, "add") for model in [User, Group]),
        *(reverse("admin:auth_user_password_change", args=[each.pk]) for each in [member, other]),
    ]

    assert {door: client.post(door, forged).status_code for door in doors} == dict.fromkeys(doors, 403)
    assert client.post(reverse("admin:own_settings"), forged).status_code == 302
    assert client.post(reverse("set_language"), forged).status_code == 302
    assert rights_of(member) == before
    assert not User.objects.get(pk=other.pk).check_password("tr4pd00r-sesame")


def rights_of(member):
    member = User.objects.get(pk=member.pk)
    return member.is_superuser, member.get_all_permissions(), {*member.groups.all()}, User.objects.count()
