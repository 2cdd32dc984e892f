"""What the text editor asks for when it inserts a picture, a video or a link: small forms in a dialog of its own.

The answer to a form that was sent has CKEditor's own shape, {"uploaded": 1, …} or {"uploaded": 0, "error":
{"message": …}}, with the HTML to insert, or with the errors of each field.
"""

from django import forms
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from theatre_site.images.fields import PictureFormField
from theatre_site.models import TextPicture
from theatre_site.richtext.allowed import picture_address
from theatre_site.videos import validate_video

NO_CONSENT = _("Visitors may not see this child. Insert the picture when the parents agree.")


class PictureWordsForm(forms.Form):
    """For a picture that is in the text already."""

    src = forms.CharField(required=False, widget=forms.HiddenInput)
    alt = forms.CharField(
        label=_("What does it show?"),
        required=False,
        max_length=300,
        help_text=_("For those who cannot see it, in the language of the text."),
    )
    decorative = forms.BooleanField(
        label=_("Decorative"),
        required=False,
        help_text=_("It says nothing that the text does not say. Screen readers pass over it."),
    )
    caption = forms.CharField(
        label=_("Caption"),
        required=False,
        max_length=300,
        help_text=_("Children by first name or role, never by their full name."),
    )

    def clean(self):
        data = super().clean()
        if not data.get("alt") and not data["decorative"]:
            self.add_error("alt", _("Say what the picture shows, or tick “decorative”."))
        return data

    def as_html(self):
        data = self.cleaned_data
        alt = "" if data["decorative"] else data["alt"]
        caption = format_html("<figcaption>{}</figcaption>", data["caption"]) if data["caption"] else ""
        return format_html('<figure><img src="{}" alt="{}">{}</figure>', self.source(), alt, caption)

    def source(self):
        return picture_address(self.cleaned_data["src"]) or ""


class PictureForm(PictureWordsForm):
    image = PictureFormField(
        label=pgettext_lazy("in a text", "Picture"),
        help_text=_("JPEG, PNG, WebP, AVIF or HEIC."),
        error_messages={"required": _("Choose a picture.")},
        widget=forms.FileInput(attrs={"accept": "image/*,.heic,.heif"}),
    )
    shows_children = TextPicture._meta.get_field("shows_children").formfield()
    has_consent = TextPicture._meta.get_field("has_consent").formfield(help_text=_("In writing."))
    field_order = ["image", "alt", "decorative", "caption", "shows_children", "has_consent"]

    def clean(self):
        data = super().clean()
        if data["shows_children"] and not data["has_consent"]:
            self.add_error("has_consent", NO_CONSENT)
        return data

    def source(self):
        names = ["image", "shows_children", "has_consent"]
        return TextPicture.objects.create(**{name: self.cleaned_data[name] for name in names}).image.url


class VideoForm(forms.Form):
    url = forms.CharField(
        label=_("Address of the video"),
        help_text=_("YouTube or Vimeo. Nothing loads from there until a visitor asks for it."),
        validators=[validate_video],
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )
    title = forms.CharField(label=_("Title"), max_length=200)

    def as_html(self):
        return format_html('<figure><a href="{url}">{title}</a></figure>', **self.cleaned_data)


def insert(request, form_class, template):
    """Shows the form, filled in from the address, or answers to one that was sent."""
    if request.method != "POST":
        form = form_class(initial=request.GET.dict(), label_suffix="", auto_id="insert-%s")
        return render(request, template, {"form": form})
    form = form_class(request.POST, request.FILES)
    if form.is_valid():
        return JsonResponse({"uploaded": 1, "html": form.as_html()})
    errors = {name: [str(words) for words in found] for name, found in form.errors.items()}
    message = next(words for found in errors.values() for words in found)
    return JsonResponse({"uploaded": 0, "error": {"message": message}, "errors": errors}, status=400)
