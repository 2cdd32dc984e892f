from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from theatre_site.posters import art_svg, hero_width_class, poster_svg

register = template.Library()


@register.simple_tag
def poster(production, seed="", age=""):
    """The poster; `seed` decides the drawing of a production that has no address yet."""
    return mark_safe(
        poster_svg(
            production.title,
            seed_of(production, seed),
            production.audience,
            motif=production.poster_motif,
            palette=production.poster_palette,
            variant=production.poster_variant,
            title_on_top=production.poster_title_on_top,
            photo=production.poster_photo,
            age_mark=age,
        )
    )


@register.simple_tag
def drawing(production, seed=""):
    """The same drawing as on the poster, square and without the title."""
    return art(
        seed_of(production, seed),
        production.audience,
        motif=production.poster_motif,
        palette=production.poster_palette,
        variant=production.poster_variant,
    )


@register.simple_tag
def art(seed, audience="children", *, motif="", palette=None, variant=0):
    """A drawing for a place without a production: an empty state, a date whose play is not announced."""
    return mark_safe(art_svg(seed, audience, motif=motif, palette=palette, variant=variant))


def seed_of(production, seed):
    return production.slug or seed or "new"


@register.filter
def hero_width(title, audience):
    """{{ title|hero_width:audience }}: the class that sets a hero title to its measure."""
    return hero_width_class(title, audience)


@register.filter
def line_breaks(title):
    """Lets a line end after a hyphen, and nowhere else inside a word: Конёк-/Горбунок."""
    return mark_safe(conditional_escape(title).replace("-", "-<wbr>"))
