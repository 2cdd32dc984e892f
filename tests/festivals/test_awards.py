"""Prizes and who received them."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import translation

from festivals.models import Award
from tests.factories import (
    create_award,
    create_company,
    create_edition,
    create_edition_partner,
    create_nomination,
    create_participant,
    create_partner,
)
from tests.rules import refused


def test_a_prize_has_degrees_is_shared_or_is_not_awarded(db):
    nomination = create_nomination()
    for degree in ("laureate", "laureate", "diploma", "not_awarded"):
        create_award(nomination=nomination, degree=degree).full_clean()

    assert [award.degree for award in nomination.awards.all()] == ["laureate", "laureate", "diploma", "not_awarded"]


def test_somebody_received_the_prize_or_nobody_did(db):
    nomination = create_nomination()
    participant = create_participant(edition=nomination.edition)
    for wrong in (
        {"degree": "not_awarded", "participant": participant},
        {"degree": "not_awarded", "person_uk": "Анна"},
        {"degree": "laureate"},
        {"degree": ""},
    ):
        award = Award(nomination=nomination, **wrong)
        with pytest.raises(ValidationError):
            award.full_clean()
        with refused("award_has_a_winner_or_none"), transaction.atomic():
            award.save()

    for right in ({"participant": participant}, {"person_uk": "Анна"}, {"degree": "not_awarded"}):
        Award.objects.create(nomination=nomination, **right)


def test_the_winner_is_a_person_else_a_company(db):
    with translation.override("ru"):
        nomination = create_nomination()
        maska = create_participant(edition=nomination.edition, company=create_company(name_ru="Маска"))
        assert create_award(nomination=nomination, participant=maska).winner == "Маска"
        assert create_award(nomination=nomination, participant=maska, person_ru="Анна").winner == "Анна"
        assert create_award(nomination=nomination, degree="not_awarded").winner == ""


def test_an_edition_has_one_grand_prix_and_it_comes_first(db):
    edition = create_edition()
    create_nomination(edition=edition, title_ru="Режиссура")
    create_nomination(edition=edition, title_ru="Гран-при", is_grand_prix=True, order=9)
    create_nomination(is_grand_prix=True)

    assert [nomination.title_ru for nomination in edition.nominations.all()] == ["Гран-при", "Режиссура"]
    with refused("one_grand_prix_an_edition"):
        create_nomination(edition=edition, is_grand_prix=True)


def test_a_partner_who_gives_a_special_prize_or_helps_an_edition_cannot_be_deleted(db):
    for partner in (create_nomination(presented_by=create_partner()).presented_by, create_edition_partner().partner):
        with pytest.raises(ProtectedError):
            partner.delete()
