"""Who may know whom: see README, “How the code is laid out”."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = {"news", "repertoire", "festivals"}
ASSEMBLY = {"theatre_site/urls.py", "theatre_site/views.py"}


def modules(package):
    return [path for path in sorted((ROOT / package).rglob("*.py")) if "migrations" not in path.parts]


def imported(path):
    """The top-level packages that a module imports, and for its own package the modules, as dotted names."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")
            yield from ("." * node.level + f"{node.module or ''}.{name.name}".lstrip(".") for name in node.names)


def packages(path):
    return {name.split(".")[0] for name in imported(path) if not name.startswith(".")}


@pytest.mark.parametrize("app", sorted(APPS))
def test_apps_never_import_each_other(app):
    guilty = [str(path) for path in modules(app) if packages(path) & (APPS - {app})]

    assert guilty == []


def test_only_the_assembly_of_the_project_imports_the_apps():
    importers = {path.relative_to(ROOT).as_posix() for path in modules("theatre_site") if packages(path) & APPS}

    assert importers == ASSEMBLY


@pytest.mark.parametrize("app", sorted(APPS))
def test_models_import_nothing_of_their_app_that_shows_or_edits_them(app):
    outer = {"views", "urls", "admin", "feeds", "sitemaps", "structured_data"}
    models = [path for path in modules(app) if path.stem == "models" or "models" in path.parts]
    own = {path: [name for name in imported(path) if name.startswith((".", app))] for path in models}
    guilty = [str(path) for path in models if {word for name in own[path] for word in name.split(".")} & outer]

    assert models
    assert guilty == []


def test_every_address_of_the_public_site_is_reversed_by_name():
    """Nobody writes an address by hand: no href that begins with a language."""
    guilty = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "templates").rglob("*.html")
        if 'href="/' in path.read_text() and "admin" not in path.parts
    ]

    assert guilty == []
