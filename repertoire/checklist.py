from django.utils.translation import gettext as _

from theatre_site.checklist import check, consent, filled_in, gallery, translation, usual_prices


def before_publishing_production(production):
    yield filled_in(production, "lead", _("In one sentence"), _("Lists and search engines have nothing to say of it."))
    yield filled_in(production, "description", _("About the production"), _("There is no text yet."))
    yield translation(production, "title", "genre", "author", "lead", "description", "content_note")
    yield check(
        _("Age mark"),
        is_fine=production.age_rating is not None,
        missing=_("Parents look for it first."),
        anchor="id_age_rating",
    )
    yield check(
        _("Running time"),
        is_fine=production.running_time,
        missing=_("Visitors cannot know when it ends."),
        anchor="id_running_time",
    )
    yield check(
        _("Price"),
        is_fine=production.price_min is not None or usual_prices(production.audience),
        missing=_("Neither this play nor the theatre says what a ticket costs."),
        anchor="id_price_min",
    )
    yield check(
        _("What to know beforehand"),
        is_fine=production.content_note_state,
        missing=_("Visitors read that nothing was declared. Say “nothing to warn of” or what there is to know."),
        anchor="id_content_note_state",
    )
    yield check(
        _("Team and cast"),
        is_fine=production.pk and production.credits.exists(),
        missing=_("Nobody is named."),
        anchor="credit-group",
    )
    yield consent(production, "photo")
    yield gallery(production, production.photos)


def before_publishing_person(person):
    yield filled_in(person, "position", _("Position"), _("Visitors do not learn what this person does."))
    yield translation(person, "name", "position", "bio")
    yield consent(person, "photo")
