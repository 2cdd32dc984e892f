import secrets

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from theatre_site.attachments import PdfField, size_of
from theatre_site.languages import Translated, columns, said, translated
from theatre_site.richtext import RichTextField
from theatre_site.search import SearchField


def random_name(document, name):
    """A web server may serve uploads by itself and knows no moments: so nobody can guess where a PDF lies.

    Visitors get it from `pdf_address`, which asks whether its section is public.
    """
    return f"festival/{secrets.token_hex(16)}.pdf"


class Document(Translated):
    """The regulations or the press release of an edition: to read on the page, and signed as PDF."""

    class Kind(models.TextChoices):
        REGULATIONS = "regulations", _("Regulations")
        PRESS_RELEASE = "press", _("Press release")

    said_in_some_language = ["title", "body"]

    edition = models.ForeignKey("festivals.Edition", on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    title = translated(models.CharField(_("title"), max_length=250))
    body = translated(RichTextField(_("text"), help_text=_("Whoever cannot open the PDF reads this.")))
    pdf = translated(PdfField(_("signed PDF"), upload_to=random_name))
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    contact = translated(
        models.CharField(_("contact for the press"), max_length=250, help_text=_("Name, telephone, e-mail."))
    )
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)
    search = SearchField(title=columns("title"), lead=columns("contact"), body=columns("body"))

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("regulations and press release")
        ordering = ["-kind"]
        indexes = [GinIndex(fields=["search"], name="document_search")]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "kind"],
                name="one_document_of_a_kind",
                violation_error_message=_("This edition has such a document already."),
            ),
            said("title"),
            said("body"),
        ]

    def __str__(self):
        return self.title

    @property
    def files(self):
        """[(language, address, size in bytes or None), …]: the signed versions that exist."""
        return [
            (language, self.pdf_address(language), size_of(getattr(self, f"pdf_{language}")))
            for language in self.languages_of("pdf")
        ]

    def pdf_address(self, language):
        return reverse("festivals:pdf", args=[self.edition.year, self.kind, language])
