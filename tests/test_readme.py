"""README's table of settings has every one that is read, and no other."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
READERS = ("theatre_site/settings.py", "deploy/gunicorn.conf.py")
OWN_WAYS = {"required", "switched_on", "listed"}  # of settings.py, to read one


def names_read_in(path):
    """The names of environment variables, in whatever way they are read."""
    for node in ast.walk(ast.parse((ROOT / path).read_text())):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            way = ast.unparse(node.func)
            if way in OWN_WAYS or way in {"os.environ.get", "os.getenv"}:
                yield node.args[0].value
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            yield from [node.slice.value] if isinstance(node.slice, ast.Constant) else []


def names_in_the_table():
    section = (ROOT / "README.md").read_text().partition("\n## Settings\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`(\w+)`", row)]


def test_the_table_has_every_setting_once():
    read = {name for path in READERS for name in names_read_in(path)}

    assert sorted(names_in_the_table()) == sorted(read)
    assert {"SECRET_KEY", "DATABASE_URL", "HTTPS", "BIND"} < read


def test_nothing_else_reads_the_environment():
    """But for what prepares a laptop, before there are settings, and what settings say of Django itself."""
    early = {"theatre_site/local_defaults.py", "theatre_site/management/commands/run.py", "theatre_site/wsgi.py"}
    folders = ["theatre_site", "news", "repertoire", "festivals", "deploy"]
    found = {
        str(path.relative_to(ROOT))
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        if re.search(r"os\.(environ|getenv)", path.read_text())
    }

    assert found <= early | set(READERS)


def test_the_examples_of_deploy_name_only_settings_that_there_are():
    of_compose = {"SITE_NAME", "POSTGRES_PASSWORD", "WEB_REPLICAS"}
    for example in ("env.example", "compose.env.example"):
        named = re.findall(r"^(\w+)=", (ROOT / "deploy" / example).read_text(), re.MULTILINE)

        assert set(named) <= set(names_in_the_table()) | of_compose
        assert named
