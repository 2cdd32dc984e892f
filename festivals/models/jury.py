from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from theatre_site.images import ConsentedPhoto, PictureField
from theatre_site.languages import Translated, said, translated
from theatre_site.richtext import RichTextField


class JuryMember(ConsentedPhoto, Translated):
    """Who judges or organises an edition."""

    class Board(models.TextChoices):
        JURY = "jury", _("Jury")
        COMMITTEE = "committee", _("Organising committee")

    said_in_some_language = ["name"]

    edition = models.ForeignKey("festivals.Edition", on_delete=models.CASCADE, related_name="jury")
    board = models.CharField(_("board"), max_length=10, choices=Board, default=Board.JURY)
    name = translated(models.CharField(pgettext_lazy("person", "name"), max_length=150))
    role = translated(
        models.CharField(pgettext_lazy("jury", "role"), max_length=200, help_text=_("Chairperson; critic, Kyiv."))
    )
    bio = translated(RichTextField(_("about the person")))
    photo = PictureField(_("photo"), upload_to="people/", blank=True, auto_add_fields=True, uses=["face"])
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("member of the jury or committee")
        verbose_name_plural = _("jury and organising committee")
        ordering = ["-board", "order", "pk"]
        constraints = [said("name")]

    def __str__(self):
        return self.name
