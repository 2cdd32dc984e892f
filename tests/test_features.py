"""docs/features.md names the proof of each row: every named test must be there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROOF = re.compile(r"`(?P<path>tests/[\w/]+\.py)::(?P<name>\w+)`")


def test_every_test_that_proves_a_feature_exists():
    proofs = PROOF.findall((ROOT / "docs" / "features.md").read_text())
    tests = {path: names_of_tests(ROOT / path) for path, _name in proofs if (ROOT / path).exists()}

    assert len(proofs) > 100
    assert [f"{path}::{name}" for path, name in proofs if name not in tests.get(path, ())] == []


def names_of_tests(path):
    return {node.name for node in ast.parse(path.read_text()).body if isinstance(node, ast.FunctionDef)}
