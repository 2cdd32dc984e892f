import pytest

from tests.clock import at

__all__ = ["at"]


@pytest.fixture
def member(client, db):
    """member(staff.CHIEF_EDITOR): a browser with which somebody of this group has logged in."""
    from tests.factories import create_member_of  # Django is not yet open when pytest reads this file

    def member(group, **fields):
        client.force_login(create_member_of(group, **fields))
        return client

    return member


@pytest.fixture
def editor(member):
    from theatre_site import staff

    return member(staff.CHIEF_EDITOR, first_name="Ольга", last_name="Шевченко")


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    """`with commits():` what is asked to happen after the transaction happens at the end of the block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
