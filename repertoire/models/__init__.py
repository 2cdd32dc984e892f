from .gap import Gap
from .performance import Performance
from .person import Person
from .production import Credit, Production, ProductionPhoto, ProductionVideo
from .season import Season
from .slot import WeeklySlot

__all__ = [
    "Credit",
    "Gap",
    "Performance",
    "Person",
    "Production",
    "ProductionPhoto",
    "ProductionVideo",
    "Season",
    "WeeklySlot",
]
