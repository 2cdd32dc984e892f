import pytest

from theatre_site.richtext import cleaned, with_sponsored_links


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<p>Да</p><script>alert(1)</script>", "<p>Да</p>"),
        ('<p onclick="x()" style="color:red" class="MsoNormal">Да</p>', "<p>Да</p>"),
        ('<a href="javascript:alert(1)">Да</a>', '<a rel="noopener">Да</a>'),
        ('<img src="x" onerror="alert(1)" alt="Сцена">', '<img src="x" alt="Сцена">'),
        ("<h1>Да</h1>", "Да"),
        ("<iframe src='https://example.org'></iframe>", ""),
        ("<svg><script>1</script></svg>", ""),
    ],
)
def test_what_the_allow_list_does_not_keep_is_gone(dirty, clean):
    assert cleaned(dirty) == clean


def test_what_editors_write_stays_as_it_is():
    text = (
        "<h2>Когда</h2><ul><li>суббота</li></ul><table><tbody><tr><th>День</th><td>15:00</td></tr></tbody></table>"
        "<blockquote><p>Цитата</p></blockquote>"
    )

    assert cleaned(text) == text


def test_a_partners_links_are_marked_as_paid_for():
    html = with_sponsored_links('<p><a href="https://artmisto.net" rel="noopener">artMisto</a></p>')

    assert html == '<p><a href="https://artmisto.net" rel="sponsored noopener">artMisto</a></p>'
