import pytest

from tests.clock import at

__all__ = ["at", "kept_files"]


@pytest.fixture
def kept_files(media_root):
    """kept_files(): the names of all files on the disk; kept_files("__processed__"): of those in this folder."""

    def names(folder=""):
        return sorted(str(path.relative_to(media_root)) for path in (media_root / folder).rglob("*") if path.is_file())

    return names
