"""The part of an address that names one thing: made from its title where nobody has written one."""

from itertools import chain, count

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from translated_fields import to_attribute

from theatre_site.languages import LANGUAGE_CODES
from theatre_site.transliteration import slug_of

LEAVE_EMPTY = _("Leave it empty and it is made from the title. If you change it later, the old address leads here.")


class AddressField(models.SlugField):
    """Unique and never empty: `made_from` names the translated text that it is made from, whatever the door."""

    def __init__(self, *args, made_from="title", **kwargs):
        self.made_from = made_from
        super().__init__(*args, **{"unique": True, "blank": True, "help_text": LEAVE_EMPTY, **kwargs})

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "made_from": self.made_from, "blank": True}

    def pre_save(self, instance, add):
        if not getattr(instance, self.attname):
            setattr(instance, self.attname, self.free_slug(instance))
        return super().pre_save(instance, add)

    def free_slug(self, instance):
        """The first one that this field allows and no other row has: premiere, premiere-2, premiere-3 …"""
        wish = self.slug_from_text(instance)
        others = instance._meta.base_manager.exclude(pk=instance.pk)
        numbered = (self.shortened(wish, f"-{number}") for number in count(2))
        return next(
            slug
            for slug in chain([self.shortened(wish)], numbered)
            if self.allows(slug) and not others.filter(**{self.attname: slug}).exists()
        )

    def slug_from_text(self, instance):
        """From the text in the first language that has one; from the word for the thing if none has a letter."""
        texts = {code: getattr(instance, to_attribute(self.made_from, code)) for code in self.languages}
        slugs = (slug_of(text, code) for code, text in texts.items())
        return next(filter(None, slugs), instance._meta.model_name)

    @property
    def languages(self):
        return dict.fromkeys([settings.LANGUAGE_CODE, *LANGUAGE_CODES])

    def shortened(self, slug, ending=""):
        """Between two words if possible."""
        room = self.max_length - len(ending)
        if len(slug) > room:
            slug = slug[: room + 1].rpartition("-")[0] or slug[:room]
        return slug + ending

    def allows(self, slug):
        """A post cannot be called 2026: the archive of that year has this address."""
        try:
            self.run_validators(slug)
        except ValidationError:
            return False
        return True
