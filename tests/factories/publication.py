"""What the public may see, and what not."""

from .moments import days_from_now, moment


def published():
    return {"status": "published", "publish_at": days_from_now(-1)}


# What nobody may see on the morning of 18 November 2026, when the fixture `at` stops the clocks.
NOT_PUBLIC = {
    "draft": {"status": "draft"},
    "for review": {"status": "review"},
    "withdrawn": {"status": "withdrawn"},
    "published in a minute": {"publish_at": moment(2026, 11, 18, 10, 1)},
    "taken down right now": {"publish_at": moment(2026, 11, 1), "unpublish_at": moment(2026, 11, 18, 10)},
}
