import pytest

PASSWORD = "tr4pd00r-sesame"
NGINX = "127.0.0.1"


@pytest.fixture
def olena(db):
    from tests.factories import create_editor  # pytest reads this file before the apps are loaded

    user = create_editor(username="olena")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def log_in(client):
    """log_in("olena", address="203.0.113.7", …): as it comes through the proxy."""

    def log_in(username, password=PASSWORD, address="203.0.113.7", next="/admin/", **headers):
        return client.post(
            f"/admin/login/?next={next}",
            {"username": username, "password": password},
            REMOTE_ADDR=NGINX,
            headers={"x-forwarded-for": address, **headers},
        )

    return log_in
