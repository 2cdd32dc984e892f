"""200 edits, four workers: is what a visitor sees ever older than a second?"""

import time

from .. import serving
from ..figures import Figure
from ..watching import Editor, Visitor, too_old

POSTS, WORKERS, EDITS, VISITORS = 1_000, 4, 200, 3
PAUSE = 0.37  # seconds between two edits: no multiple of the second in which every worker looks


def measure(options):
    with serving.gunicorn(POSTS, workers=WORKERS) as served:
        editor, visitors = Editor(POSTS, pause=PAUSE, times=EDITS), [Visitor(served) for _ in range(VISITORS)]
        while not editor.commits:
            time.sleep(0.1)
        for visitor in visitors:
            visitor.start()
        while editor.is_working:
            time.sleep(0.5)
        time.sleep(1.5)
        for visitor in visitors:
            visitor.stop()
        editor.stop()
    late = too_old(visitors, editor.commits)
    seen = [number for visitor in visitors for _, number, _ in visitor.seen]
    yield Figure("Edits saved and looked for, 4 workers", len(editor.commits), at_least=EDITS)
    yield Figure("Pages looked at meanwhile", len(seen))
    yield Figure("Pages older than a second", len(late), at_most=0)
    yield Figure("… by how much at most", max(late, default=0) * 1000, "ms")
    yield Figure("Errors meanwhile", sum(len(visitor.statuses) for visitor in visitors), at_most=0)
    yield Figure("The last page shows the last edit (1: yes)", int(seen[-1] == EDITS), at_least=1)
