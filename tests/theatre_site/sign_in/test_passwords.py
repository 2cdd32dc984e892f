"""Rules for passwords, said in words."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from tests.pages import text_of

WEAK = {
    "short": ("kn1ga-zh4", {"ru": "10 символ", "uk": "10 символ"}),
    "common": ("qwertyuiop", {"ru": "распростран", "uk": "поширен"}),
    "like the name": ("olena.koval1", {"ru": "похож", "uk": "схожий"}),
    "digits": ("8203948571", {"ru": "цифр", "uk": "цифр"}),
}


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize("weakness", WEAK)
def test_a_weak_password_is_refused_in_words(olena, weakness, language):
    password, words = WEAK[weakness]
    olena.last_name = "olena.koval"
    with translation.override(language), pytest.raises(ValidationError) as refused:
        validate_password(password, olena)

    assert len(refused.value.messages) == 1
    assert words[language] in refused.value.messages[0]


def test_ten_characters_of_ones_own_are_fine(olena):
    assert validate_password("kn1ga-zh4lob", olena) is None


def test_the_form_says_the_rules_beforehand(client, olena):
    client.force_login(olena)
    assert "10 символов" in text_of(client.get(reverse("admin:password_change"), headers={"accept-language": "ru"}))
