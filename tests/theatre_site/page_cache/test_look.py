"""What is older than a second is shown to nobody, not even while the database is being asked."""

import threading

from theatre_site.page_cache.era import Era, Eras


class SlowEras(Eras):
    """Answers when it may."""

    def __init__(self):
        super().__init__(on_change=lambda: None)
        self.is_asking, self.may_answer = threading.Event(), threading.Event()

    def ask(self):
        self.is_asking.set()
        self.may_answer.wait(5)
        self.present = Era(("new",), float("inf"))


def test_whoever_comes_while_the_content_is_looked_at_waits_for_the_answer():
    eras, seen = SlowEras(), []
    visitors = [threading.Thread(target=lambda: seen.append(eras.now().generation)) for _ in range(2)]
    visitors[0].start()
    assert eras.is_asking.wait(5)
    visitors[1].start()
    visitors[1].join(0.2)
    eras.may_answer.set()
    for visitor in visitors:
        visitor.join()

    assert seen == [("new",), ("new",)]
