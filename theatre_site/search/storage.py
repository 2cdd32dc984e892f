"""How PostgreSQL stores the vectors: as they are, because to unpack one takes longer than to look into it."""

from django.contrib.postgres.search import SearchVectorField

# A row that was written before keeps its packed vector until it is written as if it were new.
STORE = """
ALTER TABLE {table} ALTER COLUMN {column} SET STORAGE EXTERNAL;
UPDATE {table} SET {column} = {column}::text::tsvector WHERE pg_column_compression({column}) IS NOT NULL;
"""
LEAVE = "ALTER TABLE {table} ALTER COLUMN {column} SET STORAGE EXTENDED;"


def vectors(apps):
    """[(table, column), …]"""
    fields = [field for model in apps.get_models() for field in model._meta.local_fields]
    return [(each.model._meta.db_table, each.column) for each in fields if isinstance(each, SearchVectorField)]


def store_vectors_as_they_are(apps, schema_editor):
    """For a migration. One that makes a new table with a vector runs it again; a test says so."""
    run(STORE, apps, schema_editor)


def leave_vectors(apps, schema_editor):
    run(LEAVE, apps, schema_editor)


def run(sql, apps, schema_editor):
    for table, column in vectors(apps):
        schema_editor.execute(
            sql.format(table=schema_editor.quote_name(table), column=schema_editor.quote_name(column))
        )
