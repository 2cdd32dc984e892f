"""Text with headings, lists, tables and links. It is cleaned on every write, whatever the door (form, import,
shell, bulk_create), so a template may write `|safe` and a reader may believe it.

The editor is CKEditor 4 for now; only this module and settings.CKEDITOR_CONFIGS know.
"""

import nh3
from ckeditor.fields import RichTextField as EditorField

HEADINGS = {"h2", "h3"}
TEXT = {"p", "br", "strong", "b", "em", "i", "sub", "sup", "span", "a", "hr"}
BLOCKS = {"ul", "ol", "li", "blockquote", "footer", "figure", "figcaption", "img"}
TABLES = {"table", "caption", "thead", "tbody", "tr", "th", "td"}

ALLOWED = {
    "tags": HEADINGS | TEXT | BLOCKS | TABLES,
    "attributes": {
        "*": {"lang"},
        "a": {"href", "title", "hreflang"},
        "img": {"src", "alt", "width", "height"},
        "ol": {"start"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan", "scope"},
    },
    "url_schemes": {"http", "https", "mailto", "tel"},
    "clean_content_tags": {"script", "style"},
}


def cleaned(html):
    """Only what the allow-list keeps; links cannot reach back to this window."""
    return nh3.clean(html, **ALLOWED, link_rel="noopener").strip()


def with_sponsored_links(html):
    """For a partner's text: tells search engines that its links are paid for (B9)."""
    return nh3.clean(html, **ALLOWED, link_rel="sponsored noopener")


class RichTextField(EditorField):
    def formfield(self, **kwargs):
        """Tells the editor which language is written in it."""
        field = super().formfield(**kwargs)
        field.widget.config["contentsLanguage"] = getattr(self, "_translated_field_language_code", None)
        return field

    def pre_save(self, model_instance, add):
        html = cleaned(getattr(model_instance, self.attname) or "")
        setattr(model_instance, self.attname, html)
        return html
