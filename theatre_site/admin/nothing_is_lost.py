"""All that keeps an editor's work, for the ModelAdmin of every model."""

from .drafts import ForgetsSavedDrafts
from .files_from_bin import TakesFilesFromBin
from .stale_lists import MergesLists


class NothingIsLost(ForgetsSavedDrafts, TakesFilesFromBin, MergesLists):
    pass
