"""The clocks of the theatre, stopped: for tests of what time alone changes."""

from datetime import datetime

import pytest
from django.utils import timezone

WEDNESDAY = "2026-11-18 10:00"


@pytest.fixture
def at(monkeypatch):
    """It is Wednesday morning, 18 November 2026, until a test says otherwise: `at("2026-11-21 15:30")`."""

    def stop(words):
        moment = datetime.fromisoformat(words).replace(tzinfo=timezone.get_default_timezone())
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    stop(WEDNESDAY)
    return stop
