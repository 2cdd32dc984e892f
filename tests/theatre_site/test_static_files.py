import gzip
import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.templatetags.static import static
from django.test import override_settings

from theatre_site.static_files import joined_stylesheet, without_comments_and_spaces


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """STATIC_ROOT after collectstatic with the storage of production."""
    root = tmp_path_factory.mktemp("static")
    storages = settings.STORAGES | {"staticfiles": {"BACKEND": "theatre_site.static_files.SiteStaticFilesStorage"}}
    with override_settings(STATIC_ROOT=root, STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield root


@pytest.fixture(scope="module")
def stylesheet(collected):
    return collected / static("css/site.css").removeprefix(settings.STATIC_URL)


def names(folder, pattern):
    """Of visitors' files: the office loads small ones of its own."""
    return [path.name for path in folder.rglob(pattern) if path.parent.name != "admin"]


def test_the_look_is_one_stylesheet_and_so_is_the_version_for_the_visually_impaired(collected, stylesheet):
    others = [static(f"css/{name}.css").rpartition("/")[2] for name in ("admin", "vision")]

    assert sorted(path.name for path in (collected / "css").glob("*.css")) == sorted([*others, stylesheet.name])
    assert re.fullmatch(r"site\.[0-9a-f]{12}\.css", stylesheet.name)
    assert [path.name for path in collected.glob("css/*.css") if "@import" in path.read_text()] == []


def test_every_part_is_in_it_in_the_order_of_the_layers(stylesheet):
    source = (settings.BASE_DIR / "static/css/site.css").read_text()
    layers = re.findall(r"@layer (\w+) ?{", stylesheet.read_text())

    assert layers == re.findall(r"layer\((\w+)\)", source)
    assert stylesheet.read_text().startswith("@layer reset,tokens,base,")


def test_no_part_is_forgotten():
    folder = settings.BASE_DIR / "static/css"
    whole = {"admin.css", "site.css", "vision.css"}
    imported = {part for name in whole for part in re.findall(r'@import url\("(.+?)"\)', (folder / name).read_text())}

    parts = {str(path.relative_to(folder)) for path in folder.rglob("*.css")} - whole
    forgotten = {part for part in parts - imported if not is_named_by_a_page_of_the_office(part)}

    assert imported <= parts
    assert forgotten == set()


def is_named_by_a_page_of_the_office(part):
    """Some of its pages, and the text editor, bring a stylesheet of their own."""
    code = ["templates/admin/**/*.html", "*/admin/**/*.py", "*/richtext/*.py"]
    sources = [path for pattern in code for path in settings.BASE_DIR.glob(pattern)]
    return part.startswith("admin/") and any(f"css/{part}" in source.read_text() for source in sources)


def test_fonts_and_pictures_of_the_stylesheet_exist_under_hashed_names(stylesheet):
    addresses = re.findall(r'url\("(.+?)"\)', stylesheet.read_text())

    assert len(addresses) == 4
    for address in addresses:
        assert re.search(r"\.[0-9a-f]{12}\.(woff2|svg)$", address)
        assert (stylesheet.parent / address).is_file()


def test_the_stylesheet_stays_small(stylesheet):
    compressed = stylesheet.with_name(stylesheet.name + ".gz")

    assert gzip.decompress(compressed.read_bytes()) == stylesheet.read_bytes()
    assert stylesheet.with_name(stylesheet.name + ".br").is_file()
    assert len(compressed.read_bytes()) <= 16 * 1024


def test_the_editor_keeps_its_addresses_and_our_languages(collected):
    assert static("ckeditor/ckeditor-init.js") == "/static/ckeditor/ckeditor-init.js"
    assert static("ckeditor/ckeditor/") == "/static/ckeditor/ckeditor/"
    assert (collected / "ckeditor/ckeditor/ckeditor.js").is_file()
    assert sorted(names(collected / "ckeditor/ckeditor/lang", "*")) == ["en.js", "ru.js", "uk.js"]
    assert not (collected / "ckeditor/ckeditor/samples").exists()
    assert not (collected / "ckeditor/ckeditor/plugins/preview").exists()


def test_other_stylesheets_get_hashed_names(collected):
    assert re.fullmatch(r"/static/admin/css/base\.[0-9a-f]{12}\.css", static("admin/css/base.css"))


def test_an_import_becomes_its_layer_and_its_addresses_follow():
    sources = {
        "css/site.css": '@layer a, b;\n@import url("f.css");\n@import url("parts/x.css") layer(b) print;\n',
        "css/f.css": "p { color: red; }\n",
        "css/parts/x.css": 'i { background: url("../../img/x.svg"), url("data:,"); }\n',
    }
    css, parts = joined_stylesheet("css/site.css", sources.get)

    assert parts == ["css/f.css", "css/parts/x.css"]
    assert without_comments_and_spaces(css) == (
        '@layer a,b;p{color: red}@media print{@layer b{i{background: url("../img/x.svg"),url("data:,")}}}'
    )


def test_what_a_space_means_is_kept():
    css = """/* a */ a :hover > b { content: "a  /* ; */ b"; inline-size: calc(1px + 2 * var(--a)); }
    @media (min-width: 2em) and (a) { }"""

    assert without_comments_and_spaces(css) == (
        'a :hover > b{content: "a  /* ; */ b";inline-size: calc(1px + 2 * var(--a))}@media (min-width: 2em) and (a){}'
    )
