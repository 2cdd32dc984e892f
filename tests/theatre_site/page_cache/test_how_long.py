"""How long a page is kept, and in how much memory."""

from .visitor import ask, made

# How long


def test_a_change_is_seen_a_second_later_and_the_database_asked_no_more_often(site, database, clock):
    ask(site, "/ru/")
    database.generation = 2
    clock.now += 0.999
    before = made(ask(site, "/ru/"))
    looks = database.looks
    clock.now += 0.001

    assert (before, looks) == (1, 1)
    assert [made(ask(site, "/ru/")), made(ask(site, "/ru/")), database.looks] == [2, 2, 2]


def test_what_is_older_than_a_change_leaves_the_memory(site, database, clock):
    for path in ("/ru/", "/uk/", "/ru/news/"):
        ask(site, path)
    database.generation, clock.now = 2, clock.now + 1
    ask(site, "/ru/")

    assert [address.path for address in site.pages] == ["/ru/"]


def test_a_page_that_was_begun_before_a_change_does_not_outlive_it(site, application, database, clock):
    """Its words were read before the change, and it is finished after somebody has seen the change."""

    def meanwhile(environ):
        application.before_it_answers = lambda environ: None
        database.generation, clock.now = 2, clock.now + 1
        ask(site, "/ru/news/")

    application.before_it_answers = meanwhile
    late = ask(site, "/ru/")

    assert [made(late), made(ask(site, "/ru/"))] == [1, 3]


def test_a_moment_ends_a_page_to_the_second(site, database, clock):
    database.moment = clock.now + 0.5
    ask(site, "/ru/")
    clock.now += 0.49
    before = made(ask(site, "/ru/"))
    clock.now += 0.01

    assert [before, made(ask(site, "/ru/")), made(ask(site, "/ru/"))] == [1, 2, 2]


def test_a_minute_ends_it_in_any_case(site, clock):
    ask(site, "/ru/")
    clock.now += 59.9
    before = made(ask(site, "/ru/"))
    clock.now += 0.1

    assert [before, made(ask(site, "/ru/"))] == [1, 2]


# Memory


def test_the_least_recently_used_page_goes(site, application, clock):
    application.length = 5_000  # 220 kB, twice that at most with its compressed forms: two have room
    for path in ("/ru/", "/uk/", "/ru/", "/ru/news/"):
        clock.now += 1  # that a page is in use is noted once a second
        ask(site, path)

    assert [address.path for address in site.pages] == ["/ru/", "/ru/news/"]
    assert site.pages.currsize <= site.pages.maxsize
