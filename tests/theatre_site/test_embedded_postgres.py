import os
import signal
from pathlib import Path

import psycopg2
import pytest

from theatre_site.embedded_postgres import PrivatePostgres


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A folder whose name no shell would like, in one that other users cannot enter."""
    return tmp_path_factory.mktemp("мой театр", numbered=False) / "it's $HOME" / "postgres"


@pytest.fixture
def join(data):
    joined = []

    def join():
        joined.append(PrivatePostgres(data))
        joined[-1].join()
        return joined[-1]

    yield join
    for server in joined:
        server.leave()


def test_the_last_to_leave_stops_the_server(join):
    first, second = join(), join()
    url, (_, socket_folder) = first.url, first.postmaster()
    assert second.url == url

    first.leave()
    assert ask(url, "SELECT 1") == 1

    second.leave()
    with pytest.raises(psycopg2.OperationalError):
        ask(url, "SELECT 1")
    assert not Path(socket_folder).exists()


def test_upper_case_knows_both_languages(join):
    assert ask(join().url, "SELECT upper('ёжик і їжак')") == "ЁЖИК І ЇЖАК"


def test_data_outlives_a_killed_server(join):
    killed = join()
    ask(killed.url, "CREATE TABLE IF NOT EXISTS kept AS SELECT 44 AS season; SELECT 1")
    pid, socket_folder = killed.postmaster()
    os.kill(pid, signal.SIGKILL)

    assert ask(join().url, "SELECT season FROM kept") == 44
    assert not Path(socket_folder).exists()


def test_a_stale_pid_that_now_belongs_to_another_process_is_ignored(join, data):
    join().leave()
    (data / "postmaster.pid").write_text(f"{os.getpid()}\n{data}\n1\n5432\n/tmp/theatre-gone\n\n1 1\nready\n")

    assert ask(join().url, "SELECT 1") == 1


def ask(url, question):
    connection = psycopg2.connect(url)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchone()[0]
    finally:
        connection.close()
