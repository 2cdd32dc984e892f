"""The database counts the posts itself, month by month, whatever door they come through: counting 100,000 rows for
each page of the news would cost more than the page.

Counted are posts that are published and have no end; what appears or goes by itself is asked for (archive.py). Months
are those of the theatre's clocks, TIME_ZONE, as they were when `count_posts` ran last.
"""

from django.conf import settings

COUNT = """
CREATE OR REPLACE FUNCTION count_posts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM news_monthofposts;
    ELSIF TG_OP = 'INSERT' THEN
        {add} FROM (SELECT *, 1 AS number FROM after) AS post {month_by_month};
    ELSIF TG_OP = 'DELETE' THEN
        {add} FROM (SELECT *, -1 AS number FROM before) AS post {month_by_month};
    ELSE
        {add} FROM (SELECT *, 1 AS number FROM after UNION ALL SELECT *, -1 FROM before) AS post {month_by_month};
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER count_new AFTER INSERT ON news_post REFERENCING NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION count_posts();
CREATE OR REPLACE TRIGGER count_changed AFTER UPDATE ON news_post REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION count_posts();
CREATE OR REPLACE TRIGGER count_gone AFTER DELETE ON news_post REFERENCING OLD TABLE AS before
    FOR EACH STATEMENT EXECUTE FUNCTION count_posts();
CREATE OR REPLACE TRIGGER count_none AFTER TRUNCATE ON news_post
    FOR EACH STATEMENT EXECUTE FUNCTION count_posts();
"""
ADD = """
INSERT INTO news_monthofposts AS known (rubric_id, month, posts)
SELECT rubric_id, date_trunc('month', publish_at AT TIME ZONE '{zone}')::date, sum(number)
"""
# in one order, so that two writers cannot block each other
MONTH_BY_MONTH = """
WHERE status = 'published' AND unpublish_at IS NULL GROUP BY 1, 2 HAVING sum(number) <> 0 ORDER BY 1, 2
ON CONFLICT (rubric_id, month) DO UPDATE SET posts = known.posts + excluded.posts
"""
ANEW = "LOCK TABLE news_post IN SHARE MODE; DELETE FROM news_monthofposts;"
NO_MORE = """
DROP TRIGGER count_new ON news_post; DROP TRIGGER count_changed ON news_post;
DROP TRIGGER count_gone ON news_post; DROP TRIGGER count_none ON news_post; DROP FUNCTION count_posts();
"""


def count_posts(execute, *, zone=settings.TIME_ZONE):
    """Begins to count, or counts anew, in one transaction."""
    add = ADD.format(zone=zone)
    execute(COUNT.format(add=add, month_by_month=MONTH_BY_MONTH))
    execute(ANEW)
    execute(f"{add} FROM (SELECT *, 1 AS number FROM news_post) AS post {MONTH_BY_MONTH}")  # nosec B608


def begin(apps, schema_editor):
    """For a migration."""
    count_posts(schema_editor.execute)


def end(apps, schema_editor):
    schema_editor.execute(NO_MORE)
