"""The database notes every transaction that changes content, whatever door it came through: a form, an import, a
shell, a bulk write or psql. The note appears with the commit, neither before nor without it.
"""

APPS = {"theatre_site", "news", "repertoire", "festivals"}
# Nothing that a visitor sees: who works here and how, what an import remembers, what the database counts and the search
# learns, these notes
NO_CONTENT = {
    "news_importedtext",
    "news_monthofposts",
    "theatre_site_contentchange",
    "theatre_site_knownword",
    "theatre_site_preference",
    "theatre_site_signinrule",
}
KEPT_NOTES = 50

# An xid can come a second time where a database was restored into another server: then its moment tells them apart.
NOTE_IT = f"""
CREATE OR REPLACE FUNCTION content_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    mine bigint := pg_current_xact_id()::text::bigint;
BEGIN
    INSERT INTO theatre_site_contentchange AS note (xid, at) VALUES (mine, clock_timestamp())
        ON CONFLICT (xid) DO UPDATE SET at = excluded.at WHERE note.at < transaction_timestamp();
    IF FOUND THEN
        DELETE FROM theatre_site_contentchange WHERE xid IN (
            SELECT xid FROM theatre_site_contentchange WHERE xid <> mine
            ORDER BY xid DESC OFFSET {KEPT_NOTES} FOR UPDATE SKIP LOCKED
        );
    END IF;
    RETURN NULL;
END $$;
"""  # nosec B608
WATCH = """
CREATE OR REPLACE TRIGGER content_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION content_changed();
"""


def content_tables(apps):
    models = apps.get_models(include_auto_created=True)
    ours = [model._meta for model in models if model._meta.app_label in APPS]
    tables = {meta.db_table for meta in ours if meta.managed and not meta.proxy}  # a proxy's may be a library's
    return sorted(tables - NO_CONTENT)


def watch_content(apps, schema_editor):
    """For a migration. One that makes a new table of content runs it again; a test says so."""
    schema_editor.execute(NOTE_IT)
    for table in content_tables(apps):
        schema_editor.execute(WATCH.format(table=schema_editor.quote_name(table)))


def leave_content_alone(apps, schema_editor):
    schema_editor.execute("DROP FUNCTION content_changed() CASCADE")
