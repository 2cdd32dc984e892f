from django.utils.translation import gettext as _

from theatre_site.checklist import check, filled_in, gallery, translation


def before_publishing(edition):
    yield check(
        _("Days"), is_fine=edition.starts_on, missing=_("Visitors do not learn when it is."), anchor="id_starts_on"
    )
    yield filled_in(edition, "title", _("Full title"), _("There is only the short name."))
    yield filled_in(edition, "about", _("About this edition"), _("There is no text yet."))
    yield translation(edition, "name", "title", "about", "programme_note", "results_note")
    yield gallery(edition, edition.photos)
