"""Pages of the sample site: what every reader must be able to read."""

from repertoire.models import Performance, Person
from tests.pages import address

MAIN_PATHS = [
    *("", "afisha/", "afisha/2026/11/", "repertoire/lisova-pisnya/", "news/otkrylsya-44-teatralnyj-sezon/"),
    *("festival/", "festival/2011/programme/", "festival/2009/participants/", "festival/2013/results/"),
    *("box-office/", "accessibility/", "no-such-page/", "search/?q=фестиваль"),
]
OTHER_PATHS = [
    *("afisha/children/", "afisha/2029/01/", "afisha/2026/w47/", "repertoire/", "repertoire/archive/"),
    *("repertoire/konek-gorbunok/", "news/", "news/2026/", "news/dlya-lgotnikov/", "festival/2011/"),
    *("news/yak-pracyuvaty-operatorom-call-centru/", "festival/2013/regulations/", "festival/2013/press/"),
    *("festival/2011/photos/", "news/rubric/press-about-us/", "pages/visiting-rules/"),
    *("search/", "search/?q=", "search/?q=абракадабра", "search/?q=ntfnh&kind=people"),
]


def main_pages(language):
    """The addresses of those that most visitors see."""
    shown = Performance.objects.upcoming().first()
    return [*(f"/{language}/{path}" for path in MAIN_PATHS), address(shown, language)]


def sample_pages(language):
    """One page of every kind, and in every state that looks different."""
    cancelled = Performance.objects.upcoming().filter(state="cancelled").first()
    person = Person.objects.published().first()
    return [
        *main_pages(language),
        *(f"/{language}/{path}" for path in OTHER_PATHS),
        *(address(row, language) for row in (cancelled, person)),
    ]
