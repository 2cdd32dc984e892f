from tests.admin_forms import admin_url
from tests.factories import create_post
from tests.pages import html_of
from theatre_site import staff


def test_a_text_that_may_only_be_read_is_shown_as_it_reads(member):
    post = create_post(body_ru="<h2>Кто играет</h2>\n<p>Анна &lt;Петрова&gt;</p>")
    page = member(staff.NEWS_EDITOR).get(admin_url(post))

    assert '<div class="readonly"><h2>Кто играет</h2><p>Анна &lt;Петрова&gt;</p></div>' in html_of(page)


def test_a_plain_text_that_may_only_be_read_keeps_its_signs(member):
    post = create_post(lead_ru="Играем <b>весь</b> день")
    page = member(staff.NEWS_EDITOR).get(admin_url(post))

    assert '<div class="readonly">Играем &lt;b&gt;весь&lt;/b&gt; день</div>' in html_of(page)


def test_a_text_that_may_be_changed_is_written_as_html(member):
    post = create_post(body_ru="<p>Анна &lt;Петрова&gt;</p>")
    page = member(staff.CHIEF_EDITOR).get(admin_url(post))

    assert "&lt;p&gt;Анна &amp;lt;Петрова&amp;gt;&lt;/p&gt;</textarea>" in html_of(page)
