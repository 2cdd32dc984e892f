"""A post as a NewsArticle (schema.org)."""

from theatre_site.structured_data import iso, picture_address, theatre_in_short

from .sharing import picture_of_post


def news_article(request, theatre, *, post):
    address = request.build_absolute_uri(post.get_absolute_url())
    ours = theatre_in_short(request, theatre)
    return {
        "@type": "AdvertiserContentArticle" if post.partner else "NewsArticle",
        "@id": address,
        "mainEntityOfPage": address,
        "headline": post.title,
        "description": post.lead,
        "image": picture_address(request, picture_of_post(post), theatre),
        "datePublished": iso(post.publish_at),
        "dateModified": iso(max(post.publish_at, post.updated_at)),
        "inLanguage": getattr(post.title, "language", request.LANGUAGE_CODE),
        "articleSection": post.rubric.name,
        "author": partner(post.partner) if post.partner else ours,
        "publisher": ours,
        "isBasedOn": post.source_url,
        "sponsor": partner(post.partner),
    }


def partner(partner):
    return {"@type": "Organization", "name": partner.name, "url": partner.url} if partner else None
