"""The week planner: the coming weeks on one page, made from the weekly rhythm and saved at once (A8)."""

from .view import PlansWeeks

__all__ = ["PlansWeeks"]
