"""A run: one play on many dates by a rule, looked at before it is saved (E9)."""

from .view import AddsRuns

__all__ = ["AddsRuns"]
