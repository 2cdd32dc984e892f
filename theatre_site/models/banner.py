from django.db import models
from django.utils.translation import gettext_lazy as _

from theatre_site.images import ConsentedPhoto, PictureField, check_described, decorative_tick, description
from theatre_site.in_step import InStep
from theatre_site.languages import Translated, in_language, page_language, said, translated
from theatre_site.publishing import Publishable, PublishableQuerySet

from .page import LINK_BEGINS


class BannerQuerySet(PublishableQuerySet):
    def shown(self):
        """What the home page has room for, in the editor's order."""
        return self.published().order_by("order", "pk")[: Banner.AT_MOST]


class Banner(Publishable, ConsentedPhoto, InStep, Translated):
    """What the home page puts before everything else for some time: a premiere, a subscription, a holiday."""

    AT_MOST = 3

    said_in_some_language = ["title"]

    title = translated(models.CharField(_("title"), max_length=80))
    text = translated(
        models.CharField(_("text"), max_length=200, help_text=_("One or two sentences, or nothing at all."))
    )
    link = models.CharField(
        _("link"),
        max_length=200,
        blank=True,
        validators=[LINK_BEGINS],
        help_text=_("Where a click leads. A page of this site opens in the visitor's language."),
    )
    photo = PictureField(_("picture"), upload_to="banners/", blank=True, auto_add_fields=True, uses=["banner"])
    photo_alt = description(_("description of the picture"))
    photo_is_decorative = decorative_tick()
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = BannerQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("banner")
        verbose_name_plural = _("banners on the home page")
        ordering = ["order", "pk"]
        constraints = [*Publishable.Meta.constraints, said("title")]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if self.photo:
            check_described(self, "photo_alt", self.photo_is_decorative)

    @property
    def photo_alt_text(self):
        return "" if self.photo_is_decorative else self.photo_alt

    @property
    def address(self):
        """Of this site in the language of the page that shows it."""
        is_own = self.link.startswith(("/ru/", "/uk/"))
        return in_language(self.link, page_language()) if is_own else self.link
