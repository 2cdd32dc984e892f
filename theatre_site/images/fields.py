import re
import secrets

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from imagefield.fields import IMAGEFIELDS, ImageField, ImageFieldFile, PPOIField

from theatre_site.attachments import CheckedOnce

from .checks import validate_picture
from .masters import cleaned
from .renditions import formats, needed

MIDDLE = "0.5x0.5"
TWO_NUMBERS = re.compile(r"\s*([01](?:[.,]\d*)?|[.,]\d+)\s*[xх×;/ ]\s*([01](?:[.,]\d*)?|[.,]\d+)\s*", re.IGNORECASE)


class FocalPointInput(forms.TextInput):
    """Two numbers to type; with JavaScript also a point to set on the picture."""

    class Media:
        css = {"screen": ["imagefield/ppoi.css"]}
        js = ["js/focal-point.js"]


class FocalPointFormField(forms.CharField):
    widget = FocalPointInput(attrs={"size": 12, "autocomplete": "off"})

    def clean(self, value):
        value = super().clean(value)
        found = TWO_NUMBERS.fullmatch(value or MIDDLE)
        numbers = [float(number.replace(",", ".")) for number in found.groups()] if found else []
        if not found or max(numbers) > 1:
            raise ValidationError(_("Write two numbers from 0 to 1, such as 0.5x0.3."))
        return "x".join(f"{number:.3g}" for number in numbers)


class FocalPointField(PPOIField):
    def formfield(self, **kwargs):
        return models.CharField.formfield(
            self,
            **{**kwargs, "form_class": FocalPointFormField, "required": False, "widget": FocalPointFormField.widget},
        )


class PictureFormField(forms.ImageField):
    """Our check speaks before Django's and imagefield's, and decodes nothing that is too large."""

    default_validators = []

    def to_python(self, data):
        file = forms.FileField.to_python(self, data)
        if file is not None:
            validate_picture(file)
        return file


class PictureFile(ImageFieldFile):
    def save(self, name, content, save=True):
        """Keeps a clean copy under a name that nobody can guess: not every picture here is public."""
        validate_picture(content)
        copy, ending = cleaned(content)
        copy.name = f"{secrets.token_hex(8)}{ending}"  # Django measures only what has a name
        super().save(copy.name, copy, save=save)

    @property
    def focus(self):
        """What must stay when edges are cut off, from the left and from the top: “0.5x0.3”."""
        return getattr(self.instance, self.field.ppoi_field)

    @property
    def dimensions(self):
        """(width, height) as its row knows them."""
        return tuple(getattr(self.instance, name) or 0 for name in (self.field.width_field, self.field.height_field))


class PictureField(CheckedOnce, ImageField):
    """Give it `auto_add_fields=True` for the columns of size and focal point, and its `uses` (see renditions.py)."""

    attr_class = PictureFile
    default_validators = [validate_picture]

    def __init__(self, *args, uses=(), **kwargs):
        self.uses = ["preview", *uses]
        super().__init__(*args, formats=formats(uses), **kwargs)

    def contribute_to_class(self, cls, name, **kwargs):
        if self._auto_add_fields and not self.ppoi_field:
            self.ppoi_field = f"{name}_ppoi"
            point = FocalPointField(
                _("focal point"),
                default=MIDDLE,
                help_text=_(
                    "What must stay when edges are cut off: click on it in the picture, or write how far it "
                    "is from the left and from the top. 0.5x0.5 is the middle, 0x0 the top left corner."
                ),
            )
            point.contribute_to_class(cls, self.ppoi_field)
        super().contribute_to_class(cls, name, **kwargs)
        if cls.__module__ == "__fake__":
            # a model as a migration knows it: `process_imagefields` would save it without the code of ours
            IMAGEFIELDS[:] = [field for field in IMAGEFIELDS if field is not self]

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PictureFormField, **kwargs})

    def save_form_data(self, instance, data):
        """As Django does it: imagefield would decode the upload once more here, and it has been checked."""
        models.ImageField.save_form_data(self, instance, data)
        if data is False and self.ppoi_field:
            setattr(instance, self.ppoi_field, MIDDLE)

    def update_dimension_fields(self, instance, *args, **kwargs):
        """A row whose file is lost still opens."""
        try:
            super().update_dimension_fields(instance, *args, **kwargs)
        except OSError:
            return

    def _generate_files(self, instance, **kwargs):
        """After a save: only the sizes that pages ask for, and none if the file is lost."""
        file = getattr(instance, self.name)
        if getattr(instance, "_skip_generate_files", False) or not file or not file.storage.exists(file.name):
            return
        for use in self.uses:
            for name, *_size in needed(use, *file.dimensions):
                file.process(name)
