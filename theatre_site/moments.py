"""Moments at which time alone changes what visitors see, without anybody saving anything.

A model that knows such moments has a class method `moments()`: a list of queries for one moment each.
"""

from django.utils import timezone


def soonest(queryset, *names):
    """For each of these columns a query for the next moment that is still to come."""
    now = timezone.now()
    return [queryset.filter(**{f"{name}__gt": now}).order_by(name).values_list(name)[:1] for name in names]
