"""The plays to choose from, asked for once and offered in every row: first those for its audience."""

from django.utils.translation import gettext as _

from repertoire.models import Production
from repertoire.models.audience import Audience


class Plays:
    def __init__(self):
        found = Production.objects.to_plan()
        self.shelf = sorted(found, key=lambda play: play.title.casefold())
        self.by_number = {str(play.pk): play for play in self.shelf}

    def choices(self, audience, *, nothing, chosen=None):
        """For a select: what an empty choice means, then the plays by audience, then a chosen one of the archive."""
        first = Audience.CHILDREN if audience == Audience.CHILDREN else Audience.ADULTS
        others = [each for each in Audience if each != first]
        groups = [(each.label, self.for_audience(each)) for each in [first, *others]]
        if chosen and str(chosen.pk) not in self.by_number:
            groups.append((_("no longer played"), [chosen]))
        return [("", nothing), *((name, [(play.pk, words(play)) for play in plays]) for name, plays in groups if plays)]

    def for_audience(self, audience):
        return [play for play in self.shelf if play.audience == audience]

    @property
    def shelves(self):
        """[(audience, its plays), …] for the page."""
        return [(audience, self.for_audience(audience)) for audience in reversed(Audience)]


def words(play):
    return play.title if play.is_public else _("%(title)s (not on the site yet)") % {"title": play.title}
