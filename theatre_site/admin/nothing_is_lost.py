"""All that keeps an editor's work, for the ModelAdmin of every model."""

from .drafts import ForgetsSavedDrafts
from .stale_lists import MergesLists


class NothingIsLost(ForgetsSavedDrafts, MergesLists):
    pass
