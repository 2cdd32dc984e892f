import pytest


@pytest.fixture
def manager(client):
    """Somebody has logged in who has the rights of a repertoire manager and no others."""
    from tests.factories import create_member_of  # Django is not yet open when pytest reads this file
    from theatre_site import staff

    user = create_member_of(staff.REPERTOIRE_MANAGER, first_name="Ирина")
    client.force_login(user)
    return user
