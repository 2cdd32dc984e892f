from django.utils.translation import gettext as _

from theatre_site.checklist import check, consent, filled_in, gallery, translation


def before_publishing(post):
    yield check(
        _("Something to read"),
        is_fine=post.source or post.languages_of("lead", "body"),
        missing=_("Neither lead nor text is written, in any language."),
        anchor="id_body_ru",
        blocks=True,
    )
    yield filled_in(post, "lead", _("Lead"), _("Lists and search engines have nothing but the title to show."))
    yield translation(post, "title", "lead", "body", "image_caption")
    yield check(
        _("Main picture"),
        is_fine=post.image,
        missing=_("There is none; lists show the title alone."),
        anchor="id_image",
    )
    if post.image:
        yield description_of_picture(post)
        yield consent(post, "image")
    yield gallery(post, post.photos)


def description_of_picture(post):
    said = post.languages_of("image_alt")
    return check(
        _("Description of the picture"),
        is_fine=post.image_is_decorative or len(said) == 2,
        missing=_("Who cannot see the picture does not know what it shows."),
        anchor=f"id_image_alt_{'uk' if 'ru' in said else 'ru'}",
    )
