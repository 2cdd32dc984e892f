"""The pages that are judged: one of each kind, in both languages."""

import re
import urllib.error
import urllib.request

PATHS = [
    "/",
    "/afisha/",
    "/afisha/children/",
    "/repertoire/",
    "/repertoire/konek-gorbunok/",
    "/news/",
    "/news/otkrylsya-44-teatralnyj-sezon/",
    "/news/yak-pracyuvaty-operatorom-call-centru/",
    "/news/rubric/press-about-us/",
    "/festival/",
    "/festival/2013/",
    "/festival/2013/regulations/",
    "/festival/2011/programme/",
    "/festival/2009/participants/",
    "/festival/2013/results/",
    "/festival/2013/press/",
    "/box-office/",
    "/no-such-page/",
]
MEASURED = ["/ru/", "/ru/repertoire/konek-gorbunok/", "/ru/news/otkrylsya-44-teatralnyj-sezon/"]
A_DATE = re.compile(r'href="/\w\w(/performances/\d+/)"')
THIS_MONTH = re.compile(r'href="/\w\w(/afisha/\d{4}/\d\d/)"')


def all_pages(site):
    """{path: HTML}; the path of a date and of this month are known only to the site itself."""
    whats_on = fetched(f"{site}/ru/afisha/")
    paths = [*PATHS, A_DATE.search(whats_on)[1], THIS_MONTH.search(whats_on)[1]]
    return {f"/{language}{path}": fetched(f"{site}/{language}{path}") for language in ("ru", "uk") for path in paths}


def fetched(url):
    try:
        with urllib.request.urlopen(url) as response:
            return response.read().decode()
    except urllib.error.HTTPError as page:
        return page.read().decode()
