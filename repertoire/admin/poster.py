"""The poster in the form of a production: drawn from what the form says, and leafed through with a click."""

from dataclasses import dataclass, replace

from django import forms
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from repertoire.models import Production
from repertoire.models.audience import Audience
from repertoire.models.motif import Motif
from theatre_site.admin import thumbnail
from theatre_site.images import rendition
from theatre_site.posters import MOTIFS, Photo, is_on_top, motif_of, palette_of, poster_svg
from theatre_site.posters.palettes import PALETTES

VARIANTS, THUMBNAILS = 100, 8
ON_TOP = {"unknown": None, "true": True, "false": False}


@dataclass(frozen=True)
class PosterChoice:
    """What a poster is made of, and what it would become by the next click."""

    title: str
    slug: str
    audience: str
    motif: str = ""
    palette: int | None = None
    variant: int = 0
    title_on_top: bool | None = None
    age_mark: str = ""
    photo: Photo | None = None

    def draw(self):
        return mark_safe(
            poster_svg(
                self.title,
                self.slug,
                self.audience,
                motif=self.motif,
                palette=self.palette,
                variant=self.variant,
                title_on_top=self.title_on_top,
                age_mark=self.age_mark,
                photo=self.photo,
                standalone=True,
            )
        )

    @property
    def words(self):
        """For those who cannot see which one it is."""
        if self.photo:
            return _("The photo takes the place of the drawing.")
        return _("%(motif)s, drawing %(drawing)d, colours %(colours)d") % {
            "motif": Motif(motif_of(self.slug, self.motif)).label.capitalize(),
            "drawing": self.variant,
            "colours": palette_of(self.slug, self.audience, self.palette) + 1,
        }

    @property
    def steps(self):
        """[(what the button says, field, the value it puts there), …]"""
        on_top = is_on_top(self.slug, self.title_on_top)
        drawings = [
            (_("Previous drawing"), "poster_variant", (self.variant - 1) % VARIANTS),
            (_("Another drawing"), "poster_variant", (self.variant + 1) % VARIANTS),
            (_("Another motif"), "poster_motif", after(motif_of(self.slug, self.motif), sorted(MOTIFS))),
        ]
        return [
            *([] if self.photo else drawings),
            (_("Other colours"), "poster_palette", self.next_palette),
            (_("Title below") if on_top else _("Title above"), "poster_title_on_top", "false" if on_top else "true"),
        ]

    @property
    def next_palette(self):
        return (palette_of(self.slug, self.audience, self.palette) + 1) % len(PALETTES[self.audience])

    @property
    def thumbnails(self):
        """[(number of the drawing, poster), …]: the neighbours of this one, itself among them."""
        if self.photo:
            return []
        first = self.variant - self.variant % THUMBNAILS
        numbers = range(first, min(first + THUMBNAILS, VARIANTS))
        return [(number, replace(self, variant=number, age_mark="").draw()) for number in numbers]


def after(thing, things):
    """The next one, and the first after the last."""
    return things[(things.index(thing) + 1) % len(things)]


def choice_of(production):
    """As it is saved."""
    return PosterChoice(
        title=production.title,
        slug=production.slug or "new",
        audience=production.audience or Audience.ADULTS,
        motif=production.poster_motif,
        palette=production.poster_palette,
        variant=production.poster_variant,
        title_on_top=production.poster_title_on_top,
        age_mark=production.age_mark,
        photo=photo_of(production),
    )


def photo_of(production):
    """Whether visitors may see it or not: the editor chooses."""
    if not production.photo:
        return None
    photo = rendition(production.photo, "poster")
    return Photo(photo.url, photo.width, photo.height, photo.focus)


def poster_thumbnail(production):
    """For lists: the photo or the drawing, too small for its age mark to be read."""
    if production.photo:
        return thumbnail(production.photo, is_public=production.public_photo is not None)
    drawn = replace(choice_of(production), age_mark="").draw()
    return format_html('<span class="thumbnail thumbnail--poster">{}</span>', drawn)


def photo_in_form(said, production):
    """The saved photo, none if it is to be removed, or room for one that only the editor's browser has yet."""
    if "photo-chosen" in said:
        return Photo("data:,")
    return None if "photo-clear" in said else photo_of(production)


class PosterForm(forms.Form):
    """The fields of the production's form that its poster is made of, by the same names, saved or not."""

    title_ru = forms.CharField(max_length=150, required=False)
    title_uk = forms.CharField(max_length=150, required=False)
    slug = forms.SlugField(max_length=80, required=False)
    audience = forms.ChoiceField(choices=Audience, required=False)
    age_rating = forms.TypedChoiceField(
        choices=Production.age_rating.field.choices, coerce=int, empty_value=None, required=False
    )
    poster_motif = forms.ChoiceField(choices=Motif, required=False)
    poster_palette = forms.TypedChoiceField(
        choices=Production.poster_palette.field.choices, coerce=int, empty_value=None, required=False
    )
    poster_variant = forms.IntegerField(min_value=0, max_value=VARIANTS - 1, required=False)
    poster_title_on_top = forms.TypedChoiceField(
        choices=[(word, word) for word in ON_TOP], coerce=ON_TOP.get, empty_value=None, required=False
    )

    @property
    def complaint(self):
        """A sentence for whoever sent nonsense."""
        field, errors = next(iter(self.errors.items()))
        label = Production._meta.get_field(field).verbose_name
        return _("The poster cannot be drawn, check the field “%(field)s”. %(error)s") % {
            "field": label,
            "error": errors[0],
        }

    def choice(self, photo=None):
        said = self.cleaned_data | {"poster_variant": self.cleaned_data["poster_variant"] or 0}
        return replace(choice_of(Production(**said)), photo=photo)
