from theatre_site.templatetags.rich_text import article, with_clocks


def test_times_are_set_as_on_posters_but_not_inside_markup():
    html = with_clocks('<p><a href="/x?t=15:00">В 11:00</a></p>')

    assert html.startswith('<p><a href="/x?t=15:00">В <time class="hm" datetime="11:00">')
    assert html.count("<time") == 1


def test_a_table_scrolls_in_a_frame_of_its_own():
    html = article("<p>До</p><table><tbody><tr><td>1</td></tr></tbody></table>")

    assert html.startswith('<p>До</p><div class="tbl" role="region" tabindex="0"')
    assert html.endswith("</table></div>")
