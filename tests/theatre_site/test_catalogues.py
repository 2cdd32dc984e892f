import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import django
import polib
import pytest
from django.conf import settings
from django.urls import reverse

DJANGO = Path(django.__file__).parent
LANGUAGES = [language for language, _ in settings.LANGUAGES]
CATALOGUES = [Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po" for language in LANGUAGES]
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")

each_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])


@each_catalogue
def test_every_message_is_translated_and_none_is_a_guess(path):
    catalogue = polib.pofile(path)

    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []


@each_catalogue
def test_plural_messages_have_every_form(path):
    catalogue = polib.pofile(path)
    forms = int(re.search(r"nplurals=(\d)", catalogue.metadata["Plural-Forms"])[1])

    incomplete = [
        entry.msgid
        for entry in translations(catalogue)
        if entry.msgid_plural and [bool(entry.msgstr_plural.get(form)) for form in range(forms)] != [True] * forms
    ]

    assert incomplete == []


@each_catalogue
def test_translations_keep_their_placeholders(path):
    changed = [
        (entry.msgid, text)
        for entry in translations(polib.pofile(path))
        for text in entry.msgstr_plural.values() or [entry.msgstr]
        if placeholders(text) != placeholders(entry.msgid_plural or entry.msgid)
    ]

    assert changed == []


@each_catalogue
def test_compiled_catalogue_says_the_same(path):
    assert meanings(polib.mofile(path.with_suffix(".mo"))) == meanings(polib.pofile(path))


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_what_django_says_in_russian_is_said_in_ukrainian(domain):
    """Otherwise Russian, the language of the site, would step in."""
    ours = Path(settings.LOCALE_PATHS[0])
    russian = said_by(domain, "ru", DJANGO / "conf", *DJANGO.glob("contrib/*"))
    ukrainian = said_by(domain, "uk", DJANGO / "conf", *DJANGO.glob("contrib/*"), ours.parent)

    assert russian - ukrainian == set()


def test_scripts_of_the_office_are_told_our_words_too(admin_client):
    admin_client.cookies["django_language"] = "uk"

    page = admin_client.get(reverse("admin:jsi18n"))

    words = json.loads(re.search(r"newcatalog = (\{.*?\n  \});", page.content.decode(), re.DOTALL)[1])
    assert words["(click to clear)"] == "(натисніть, щоб очистити)"


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="needs xgettext (on Debian: apt install gettext)")
def test_catalogues_hold_exactly_the_messages_of_the_site(tmp_path):
    copy = tmp_path / "site"
    left_out = shutil.ignore_patterns(".*", "var", "tests", "__pycache__", "static")
    shutil.copytree(settings.BASE_DIR, copy, ignore=left_out)

    makemessages(copy)

    for path in CATALOGUES:
        fresh = polib.pofile(copy / path.relative_to(settings.BASE_DIR))
        assert identities(fresh) == identities(polib.pofile(path))


def makemessages(folder):
    languages = [f"--locale={language}" for language in LANGUAGES]
    command = [sys.executable, "manage.py", "makemessages", *languages]
    environment = os.environ | {"VAR_DIR": str(folder / "var")}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


def said_by(domain, language, *folders):
    files = [folder / "locale" / language / "LC_MESSAGES" / f"{domain}.mo" for folder in folders]
    return {identity for path in files if path.exists() for identity in identities(polib.mofile(path))}


def translations(catalogue):
    return [entry for entry in catalogue if entry.msgstr or entry.msgstr_plural]


def identities(catalogue):
    return {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in catalogue if not entry.obsolete}


def meanings(catalogue):
    return {(entry.msgctxt, entry.msgid): entry.msgstr_plural or entry.msgstr for entry in translations(catalogue)}


def placeholders(text):
    return sorted(PLACEHOLDER.findall(text))
