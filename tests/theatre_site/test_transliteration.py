import pytest

from theatre_site.transliteration import slug_of


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        # the examples of the order of 2010
        ("Алушта", "alushta"),
        ("Борщагівка", "borshchahivka"),
        ("Вишгород", "vyshhorod"),
        ("Гадяч Згорани", "hadiach-zghorany"),
        ("Ґалаґан Ґорґани", "galagan-gorgany"),
        ("Єнакієве Гаєвич Короп’є", "yenakiieve-haievych-koropie"),
        ("Житомир", "zhytomyr"),
        ("Їжакевич Кадиївка Марʼїне", "yizhakevych-kadyivka-marine"),
        ("Йосипівка Стрий Олексій", "yosypivka-stryi-oleksii"),
        ("Розгін", "rozghin"),
        ("Феодосія Щербухи", "feodosiia-shcherbukhy"),
        ("Юрій Корюківка", "yurii-koriukivka"),
        ("Яготин Ярошенко Костянтин", "yahotyn-yaroshenko-kostiantyn"),
        ("Знам'янка Русь", "znamianka-rus"),
    ],
)
def test_ukrainian_is_written_as_the_order_of_2010_has_it(text, slug):
    assert slug_of(text, "uk") == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Щедрый вечер", "shchedry-vecher"),
        ("Синий, красный!", "siny-krasny"),
        ("Ёлка и подъезд", "yolka-i-podezd"),
        ("Царь Салтан: эхо, чай, хлеб", "tsar-saltan-ekho-chay-khleb"),
        ("Конёк-Горбунок", "konyok-gorbunok"),
        ("Юбилей. Яблоко. Жизнь", "yubiley-yabloko-zhizn"),
    ],
)
def test_russian_is_written_as_on_signs(text, slug):
    assert slug_of(text, "ru") == slug


def test_letters_of_the_other_language_are_not_lost():
    assert slug_of("Київ и Ґудзик", "ru") == "kiiv-i-gudzik"
    assert slug_of("Мышка ёжика", "uk") == "myshka-yozhyka"


def test_what_has_neither_letters_nor_digits_gives_nothing():
    assert slug_of("«!?»", "ru") == ""
