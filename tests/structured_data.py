"""The JSON-LD of a page, read as search engines read it."""

import json

from tests.pages import elements_of


def said_by(page, kind=None):
    """[data, …] of every block; of one kind only: the one block of that @type."""
    blocks = [json.loads(script.text) for script in elements_of(page, "script", type="application/ld+json")]
    assert all(block.pop("@context") == "https://schema.org" for block in blocks)
    if kind is None:
        return blocks
    [block] = [block for block in blocks if block["@type"] == kind]
    return block
