"""One page of every kind of the sample site: what every reader must be able to read."""

from repertoire.models import Performance, Person
from tests.pages import address


def sample_pages(language):
    """Their addresses in a language."""
    coming = Performance.objects.upcoming()
    paths = [
        *("", "afisha/", "afisha/children/", "afisha/2026/11/", "afisha/2029/01/", "afisha/2026/w47/"),
        *("repertoire/", "repertoire/archive/", "repertoire/konek-gorbunok/", "repertoire/lisova-pisnya/"),
        *("news/", "news/2026/", "news/otkrylsya-44-teatralnyj-sezon/", "news/dlya-lgotnikov/"),
        *("news/yak-pracyuvaty-operatorom-call-centru/", "festival/", "festival/2011/", "festival/2011/programme/"),
        *("festival/2009/participants/", "festival/2013/results/", "festival/2013/regulations/"),
        *("festival/2013/press/", "box-office/", "pages/visiting-rules/", "accessibility/", "no-such-page/"),
    ]
    rows = [coming.first(), coming.filter(state="cancelled").first(), Person.objects.published().first()]
    return [f"/{language}/{path}" for path in paths] + [address(row, language) for row in rows]
