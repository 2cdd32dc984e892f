from django.apps import apps
from django.db import connection

from theatre_site.search.storage import vectors

STORAGE = "SELECT attstorage FROM pg_attribute WHERE attrelid = %s::regclass AND attname = %s"


def test_no_vector_has_to_be_unpacked_to_be_looked_into(db):
    found = vectors(apps)
    assert ("news_post", "search") in found

    with connection.cursor() as cursor:
        for table, column in found:
            cursor.execute(STORAGE, [table, column])
            assert cursor.fetchone() == ("e",), f"{table}: run store_vectors_as_they_are in its migration"
