"""One import is one revision in the history of texts, where the site keeps one; a preview is none."""

from contextlib import contextmanager, nullcontext

from django.apps import apps


def one_revision(user, comment):
    return recorded(user, comment) if apps.is_installed("reversion") else nullcontext()


@contextmanager
def recorded(user, comment):
    import reversion

    with reversion.create_revision():
        reversion.set_user(user)
        reversion.set_comment(comment)
        yield


def no_revision():
    if not apps.is_installed("reversion"):
        return nullcontext()
    import reversion

    return reversion.create_revision(manage_manually=True)
