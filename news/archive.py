"""Any number of posts, page by page and month by month, at a price that does not grow with them."""

from collections import Counter
from datetime import date, datetime, time

from django.db.models import Q, Sum
from django.utils import timezone
from django.utils.functional import cached_property

from theatre_site.parts import part_of_the_era

from .models import MonthOfPosts, Post


class Archive:
    """What visitors may see of all posts, of a rubric, or of a year or month. For a paginator: a list, the latest
    first, of which parts are asked for."""

    def __init__(self, *, rubric=None, year=None, month=None):
        self.rubric, self.year, self.month = rubric, year, month

    def __len__(self):
        return sum(self.counts.values())

    def __getitem__(self, part):
        first, number = part.start or 0, part.stop - (part.start or 0)
        return part_of_the_era(("posts", self.which, first, number), lambda: self.read(first, number))

    def read(self, first, number):
        pinned = self.pinned[first : first + number]
        return pinned + self.others(max(first - len(self.pinned), 0), number - len(pinned))

    def months(self):
        """[{"year": 2026, "month": 11, "posts": 3}, …], the newest first."""
        return [
            {"year": month.year, "month": month.month, "posts": posts}
            for month, posts in sorted(self.counts.items(), reverse=True)
        ]

    @property
    def which(self):
        return self.rubric and self.rubric.pk, self.year, self.month

    @cached_property
    def counts(self):
        return part_of_the_era(("numbers of posts", self.which), self.counted)

    def counted(self):
        """{month: how many posts}: what the database has counted, without what waits for its moment, and with what
        has an end and has not come to it."""
        counted = self.within(MonthOfPosts.objects, "month").order_by().values_list("month")
        counts = Counter(dict(counted.annotate(Sum("posts"))))
        now = timezone.now()
        for publish_at, unpublish_at in self.with_moments(now):
            if unpublish_at is None:
                counts[month_of(publish_at)] -= 1
            elif publish_at <= now < unpublish_at:
                counts[month_of(publish_at)] += 1
        return +counts

    def with_moments(self, now):
        posts = self.within(Post.objects.filter(status=Post.Status.PUBLISHED), "publish_at").order_by()
        moved = Q(publish_at__gt=now) | Q(unpublish_at__isnull=False)
        return posts.filter(moved).values_list("publish_at", "unpublish_at")

    def within(self, rows, column):
        found = rows.filter(rubric=self.rubric) if self.rubric else rows.all()
        if self.year:
            found = found.filter(**{f"{column}__year": self.year})
        return found.filter(**{f"{column}__month": self.month}) if self.month else found

    @property
    def posts(self):
        return self.within(Post.objects.published(), "publish_at")

    @cached_property
    def pinned(self):
        return part_of_the_era(("pinned posts", self.which), lambda: list(self.posts.pinned().for_list()))

    def others(self, first, number):
        """So many of those that are not pinned, after the first so many."""
        if number <= 0:
            return []
        others = self.posts.exclude(pk__in=[post.pk for post in self.pinned])
        if first:
            month, first = self.month_with(first)
            others = others.filter(publish_at__lt=start_of(next_month(month))) if month else others.none()
        return list(others.for_list().order_by("-publish_at", "-pk")[first : first + number])

    def month_with(self, place):
        """(month, place in it) of the post at this place, so that no more than a month has to be passed over; None
        for the month after the last post."""
        not_pinned = self.counts - Counter(month_of(post.publish_at) for post in self.pinned)
        for month, posts in sorted(not_pinned.items(), reverse=True):
            if place < posts:
                return month, place
            place -= posts
        return None, 0


def month_of(moment):
    return timezone.localdate(moment).replace(day=1)


def next_month(month):
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def start_of(day):
    return datetime.combine(day, time.min, timezone.get_default_timezone())
