"""What a page costs."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_for(client, address):
    """How often the database is asked for a page that is there."""
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 200
    return len(queries)
