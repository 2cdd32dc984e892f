"""One import is one revision in the history of texts. A preview is none, nor is an import that was refused: so rows
are added by hand, once it is sure that they stay."""

from contextlib import contextmanager

import reversion


@contextmanager
def one_revision(user, comment):
    with reversion.create_revision(manage_manually=True):
        reversion.set_user(user)
        reversion.set_comment(comment)
        yield


def add(rows):
    """To the revision that is open."""
    for row in rows:
        if reversion.is_registered(type(row)):
            reversion.add_to_revision(row)


def no_revision():
    """Even if the whole request is one."""
    return reversion.create_revision(manage_manually=True)
