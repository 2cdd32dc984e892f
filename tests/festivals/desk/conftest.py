import pytest

from tests.clock import at

__all__ = ["at"]


@pytest.fixture
def organiser(client, db):
    """A browser in which somebody has logged in who has the rights of a festival organiser and no others."""
    from tests.factories import create_member_of
    from theatre_site import staff

    client.force_login(create_member_of(staff.FESTIVAL_ORGANISER))
    return client


@pytest.fixture
def edition(db):
    from tests.factories import create_edition

    return create_edition(year=2013, number=4)
