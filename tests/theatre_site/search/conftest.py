import pytest

from tests.clock import at

__all__ = ["at"]


@pytest.fixture(autouse=True)
def _nothing_seen():
    """The words of another test are rolled back with its database."""
    from theatre_site.search import known_words

    known_words.seen.clear()


@pytest.fixture
def committed(db, django_capture_on_commit_callbacks):
    """with committed(): what happens after a commit happens, so the search knows the words."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def texts(db, committed):
    from .texts import create_texts

    with committed():
        return create_texts()
