from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from theatre_site.images import ConsentedPhoto, PictureField
from theatre_site.in_step import InStep
from theatre_site.languages import Translated, columns, said, translated
from theatre_site.models import Addressed
from theatre_site.publishing import Publishable, PublishableQuerySet
from theatre_site.richtext import RichTextField
from theatre_site.search import SearchField
from theatre_site.slugs import AddressField


class Person(Addressed, Publishable, ConsentedPhoto, InStep, Translated):
    said_in_some_language = ["name"]

    name = translated(models.CharField(pgettext_lazy("person", "name"), max_length=150))
    slug = AddressField(_("address"), max_length=80, made_from="name")
    position = translated(models.CharField(_("position"), max_length=150))
    bio = translated(RichTextField(_("about the person")))
    photo = PictureField(_("photo"), upload_to="people/", blank=True, auto_add_fields=True, uses=["portrait"])
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)
    search = SearchField(title=columns("name"), lead=columns("position"), body=columns("bio"))

    objects = PublishableQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name_ru", "name_uk", "pk"]
        constraints = [*Publishable.Meta.constraints, said("name")]
        indexes = [GinIndex(fields=["search"], name="person_search")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("repertoire:person", args=[self.slug])
