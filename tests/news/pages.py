"""Lists of posts, as tests read them."""

from tests.pages import elements_of, words_in


def titles_on(page):
    """The titles of the posts in the list of a page."""
    return [words_in(item.find("*[1]")) for item in elements_of(page, "li") if "nitem" in item.get("class", "")]
