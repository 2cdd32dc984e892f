"""One import is one revision in the history of texts, where the site keeps one. A preview is none, nor is an import
that was refused: so rows are added by hand, once it is sure that they stay."""

from contextlib import contextmanager, nullcontext

from django.apps import apps


def kept():
    return apps.is_installed("reversion")


@contextmanager
def one_revision(user, comment):
    if not kept():
        yield
        return
    import reversion

    with reversion.create_revision(manage_manually=True):
        reversion.set_user(user)
        reversion.set_comment(comment)
        yield


def add(rows):
    """To the revision that is open."""
    if not kept():
        return
    import reversion

    for row in rows:
        if reversion.is_registered(type(row)):
            reversion.add_to_revision(row)


def no_revision():
    """Even if the whole request is one."""
    if not kept():
        return nullcontext()
    import reversion

    return reversion.create_revision(manage_manually=True)
