"""People at the desk."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from .numbers import numbers


def create_editor(**fields):
    """Somebody who may do everything in the admin."""
    return get_user_model().objects.create_user(
        **{"username": f"editor-{next(numbers)}", "is_staff": True, "is_superuser": True, **fields}
    )


def create_member_of(*groups, **fields):
    """Somebody of the staff who has the rights of these groups and no others: create_member_of(staff.NEWS_EDITOR)."""
    user = create_editor(is_superuser=False, **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user
