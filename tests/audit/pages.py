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
    "/festival/2011/photos/",
    "/box-office/",
    "/accessibility/",
    "/pages/visiting-rules/",
    "/search/",
    "/search/?q=ntfnh",
    "/no-such-page/",
]
VERSIONS = {"": "", "(visually impaired)": "vision=150.white.normal.normal.off"}
MEASURED = ["/ru/", "/ru/repertoire/konek-gorbunok/", "/ru/news/otkrylsya-44-teatralnyj-sezon/"]
A_DATE = re.compile(r'href="/\w\w(/performances/\d+/)"')
THIS_MONTH = re.compile(r'href="/\w\w(/afisha/\d{4}/\d\d/)"')


def all_pages(site):
    """{name: HTML}, each page as it is and in the version for the visually impaired.

    The paths of a date and of this month are known only to the site itself.
    """
    whats_on = fetched(f"{site}/ru/afisha/")
    paths = [*PATHS, A_DATE.search(whats_on)[1], THIS_MONTH.search(whats_on)[1]]
    return {
        f"/{language}{path} {version}".strip(): fetched(f"{site}/{language}{path}", cookie)
        for language in ("ru", "uk")
        for path in paths
        for version, cookie in VERSIONS.items()
    }


def fetched(url, cookie=""):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers={"Cookie": cookie})) as response:
            return response.read().decode()
    except urllib.error.HTTPError as page:
        return page.read().decode()
