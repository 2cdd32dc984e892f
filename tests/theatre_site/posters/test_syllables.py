import pytest

from theatre_site.posters.syllables import syllables


@pytest.mark.parametrize(
    "word",
    [
        "при-клю-че-ния",
        "ПРИ-КЛЮ-ЧЕ-НИЯ",
        "до-сто-при-ме-ча-тель-но-сти",
        "рас-смот-ре-ние",
        "трёх-сот-пя-ти-де-ся-ти-ле-тие",
        "подъ-езд",
        "се-мья",
        "при-го-ди",
        "пре-мʼє-ра",
        "пре-м’є-ра",
        "най-зво-ру-шли-ві-ший",
        "не-на-сит-ниц-тво",
        "мі-льйо-нів",
        "роз-по-віда-ти",
        "the-atri-cal",
        "взбзднуть",
        "Ю",
    ],
)
def test_a_word_is_broken_between_syllables_only(word):
    assert "-".join(syllables(word.replace("-", ""))) == word


def test_every_syllable_has_a_vowel():
    for word in ("перехрещування", "найнепередбачуваніша", "превысокомногорассмотрительствующий"):
        for syllable in syllables(word):
            assert set(syllable) & set("аеёиоуыэюяіїє")
