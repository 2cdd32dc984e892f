"""wrk on the home page while an editor saves every second: first in peace, then with PostgreSQL restarted ten times."""

import time

from .. import databases, serving
from ..figures import Figure
from ..watching import EDITED, Editor, Visitor, too_old
from ..wrk import count, start

POSTS, WORKERS, VISITORS = 1_000, 2, 2
RESTARTS, BETWEEN = 10, 8  # seconds


def measure(options):
    counted, editor, late, refused, _ = under_load(seconds=options.seconds)
    yield Figure(f"{options.seconds} s of wrk with an edit every second: requests", counted.requests)
    yield Figure("… edits saved", len(editor.commits))
    yield Figure("… errors", counted.errors + refused, at_most=0)
    yield Figure("… pages older than a second", len(late), at_most=0)
    yield Figure("… by how much at most", max(late, default=0) * 1000, "ms")
    counted, editor, late, refused, lost = under_load(seconds=(RESTARTS + 2) * BETWEEN, restarts=RESTARTS)
    yield Figure("PostgreSQL restarted ten times under that load: requests", counted.requests)
    yield Figure("… edits saved", len(editor.commits))
    yield Figure("… edits that PostgreSQL refused, and said so", len(editor.failed))
    yield Figure("… edits saved and lost", lost, at_most=0)
    yield Figure("… errors that visitors of the home page got", counted.errors)
    yield Figure("… errors that visitors of the edited post got", refused)
    yield Figure("… pages older than a second and not marked so", len(late))


def under_load(*, seconds, restarts=0):
    with serving.gunicorn(POSTS, workers=WORKERS) as served:
        editor = Editor(POSTS, pause=1, times=seconds - 3)
        visitors = [Visitor(served, pause=0.1) for _ in range(VISITORS)]
        while not editor.commits:
            time.sleep(0.1)
        load = start(served.url + "/ru/", seconds=seconds)
        for visitor in visitors:
            visitor.start()
        for _ in range(restarts):
            time.sleep(BETWEEN)
            databases.restart()
        said = load.communicate()[0]
        for visitor in visitors:
            visitor.stop()
        editor.stop()
    kept = databases.sql("SELECT lead_ru FROM news_post WHERE slug = %s", EDITED, database=databases.name_of(POSTS))[0][
        0
    ]
    lost = int(int(kept.strip(".").split()[1]) < max(editor.commits))
    refused = sum(len(visitor.statuses) for visitor in visitors)
    return count(said), editor, too_old(visitors, editor.commits), refused, lost
