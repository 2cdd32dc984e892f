"""Two machines with one database and one store of uploads: whatever is done on one is seen on the other in a second.

Each has a folder and, where the kernel allows it, a network of its own, so that nothing else can be shared.
"""

import re
import time
from pathlib import Path

import pytest

from tests.admin_forms import form_data
from tests.bucket import served_bucket
from tests.factories import picture
from tests.machines import apart, machine, visitor_of
from tests.nginx import NAME
from tests.running_site import said
from theatre_site.embedded_postgres import PrivatePostgres

POST = "/ru/news/otkrylsya-44-teatralnyj-sezon/"


@pytest.fixture(scope="module")
def shared(site, var):
    """What every machine is told: the database and the key."""
    return {
        "ALLOWED_HOSTS": NAME,
        "DATABASE_URL": PrivatePostgres(var / "postgres").url,
        "SECRET_KEY": (var / "secret_key").read_text(),
        "STATIC_ROOT": str(var / "static"),
        "WEB_CONCURRENCY": "1",
    }


@pytest.fixture(scope="module", params=["a common disk", "a bucket"])
def machines(request, shared, var, tmp_path_factory):
    """A browser for each of two, and the bucket if there is one."""
    folders = [tmp_path_factory.mktemp("machine") for _ in range(2)]
    if request.param == "a bucket":
        with served_bucket() as where:
            told = {
                "MEDIA_S3_BUCKET": where["bucket_name"],
                "MEDIA_S3_ENDPOINT": where["endpoint_url"],
                "MEDIA_S3_REGION": where["region_name"],
                "MEDIA_S3_ACCESS_KEY": where["access_key"],
                "MEDIA_S3_SECRET_KEY": where["secret_key"],
            }
            yield from two(folders, shared | told, network=())  # the bucket is on this machine's own network
    else:
        store = tmp_path_factory.mktemp("store")
        told = {"MEDIA_ROOT": str(store / "media"), "BIN_ROOT": str(store / "bin")}
        yield from two(folders, shared | told, network=apart())


def two(folders, environment, *, network):
    first, second = folders
    with (
        machine(first, network=network, **environment) as one,
        machine(second, network=network, **environment) as other,
        visitor_of(one) as here,
        visitor_of(other) as there,
    ):
        yield here, there


@pytest.fixture
def editors(machines, var):
    """Signed in on the first machine; the second knows the session."""
    here, there = machines
    here.cookies.clear()
    password = re.search(r"Password: (\S+)", said(var))[1]
    form = form_data(here.get("/admin/login/"), form_id="login-form")
    answer = here.post("/admin/login/", data=form | {"username": "admin", "password": password})
    assert answer.status_code == 302
    there.cookies = here.cookies
    return here, there


def visit(machine, path):
    """As somebody who has not signed in, and so may get a page that is kept."""
    return machine.get(path, headers={"Cookie": ""})


def title_of(page):
    return re.search(r"<h1[^>]*>\s*(.*?)\s*</h1>", page.text, re.DOTALL)[1]


def change(editor, **changes):
    """The form of the post, with this typed into it; where the form is."""
    files = {name: changes.pop(name) for name in list(changes) if isinstance(changes[name], tuple)}
    address = form_of_the_post(editor)
    data = form_data(editor.get(address), form_id="post_form") | changes
    answer = editor.post(address, data={**data, "_save": "1"}, files=files or None)
    assert answer.status_code == 302, answer.text
    return address


def form_of_the_post(editor):
    page = editor.get("/admin/news/post/?q=44")
    return re.search(r"/admin/news/post/\d+/change/", page.text)[0]


def a_second_later():
    time.sleep(1)


def test_an_edit_on_one_is_read_on_the_other_a_second_later(editors):
    for number, (editor, other) in enumerate([editors, editors[::-1]] * 2):
        visit(other, POST)
        change(editor, title_ru=f"Название {number}")
        a_second_later()

        assert title_of(visit(other, POST)) == f"Название {number}"
        assert title_of(visit(editor, POST)) == f"Название {number}"


def test_a_session_is_known_on_both_and_ends_on_both(editors):
    here, there = editors
    assert there.get("/admin/news/post/").status_code == 200
    form = form_data(there.get("/admin/"), form_id="logout-form")
    assert there.post("/admin/logout/", data=form).status_code in {200, 302}

    assert here.get("/admin/news/post/").status_code == 302


def test_an_upload_on_one_is_shown_by_the_other_and_leaves_and_comes_back(editors):
    here, there = editors
    address = change(here, image=("hall.png", picture(size=(900, 600)).read(), "image/png"), image_is_decorative="on")
    a_second_later()
    [original] = set(re.findall(r'"(/media/news/[^"]+)"', there.get(address).text))
    sizes = set(re.findall(rf'/media/__processed__/[^ "]+{Path(original).stem}[^ "]+', visit(there, POST).text))
    assert len(sizes) > 1
    assert {visit(there, each).status_code for each in (original, *sizes)} == {200}

    assert there.post(address.replace("change", "delete"), data=confirmed(there, address)).status_code == 302
    a_second_later()
    assert [visit(here, each).status_code for each in (POST, original)] == [404, 404]

    [way] = set(re.findall(r"/admin/news/post/deleted/\d+/", bin_of(here)))
    assert here.post(way, data=token_of(here.get(way))).status_code == 302
    a_second_later()
    assert [visit(there, each).status_code for each in (POST, original)] == [200, 200]


def confirmed(editor, address):
    return token_of(editor.get(address.replace("change", "delete"))) | {"post": "yes"}


def bin_of(editor):
    return editor.get("/admin/news/post/deleted/").text


def token_of(page):
    return {"csrfmiddlewaretoken": re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)[1]}


def test_both_draw_the_same_picture_for_friends(machines):
    address = re.search(r'property="og:image" content="http://[^/]+([^"]+)"', visit(machines[0], "/ru/").text)[1]
    here, there = (visit(each, address) for each in machines)

    assert (here.status_code, there.status_code) == (200, 200)
    assert here.content == there.content
    assert here.headers["ETag"] == there.headers["ETag"]
