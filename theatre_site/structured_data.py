"""What a page tells search engines in the words of schema.org, as JSON-LD. Each app says in its `structured_data.py`
what its pages are about: functions of the request and the theatre, which a view puts into its context. Here is what
the theatre says of itself, and how it is written."""

import json

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from theatre_site.models import Venue

CONTEXT = "https://schema.org"
COUNTRY = "UA"
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
# A title that holds </script> must not end the element; JSON reads the same letters out of these.
ESCAPES = {letter: f"\\u{ord(letter):04X}" for letter in "<>&\u2028\u2029"}


def json_ld(data):
    """One <script> of JSON-LD, without what is empty."""
    words = json.dumps(filled({"@context": CONTEXT, **data}), ensure_ascii=False, default=str)
    for letter, escape in ESCAPES.items():
        words = words.replace(letter, escape)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(words))


def filled(data):
    """The same without empty values; 0 and False say something and stay."""
    if isinstance(data, dict):
        return {name: filled(value) for name, value in data.items() if value not in (None, "", [], {})}
    return [filled(each) for each in data] if isinstance(data, list) else data


def theatre_id(request):
    """The same in both languages: it is one theatre."""
    return request.build_absolute_uri("/#theatre")


def theatre_in_short(request, theatre):
    """For a page about something else: whose it is."""
    return {"@type": "PerformingArtsTheater", "@id": theatre_id(request), "name": theatre.name, "url": home(request)}


def theatre_in_full(request, theatre):
    """I11: telephones, address, opening hours of the box office with their exceptions."""
    venue = Venue.objects.home()
    return {
        **theatre_in_short(request, theatre),
        "alternateName": theatre.short_name,
        "description": theatre.about,
        "telephone": [dialled for number, dialled in theatre.telephones],
        "email": theatre.email,
        "address": postal_address(venue, theatre.town),
        "hasMap": venue and venue.map_url,
        "sameAs": [link.url for link in theatre.social_links],
        "openingHoursSpecification": [
            {"dayOfWeek": f"{CONTEXT}/{DAYS[day.weekday - 1]}", **hours}
            for day in theatre.hours
            for hours in spans(day)
        ],
        "specialOpeningHoursSpecification": [
            {"validFrom": days.first_day, "validThrough": days.last_day, **hours}
            for days in theatre.exceptions
            for hours in spans(days)
        ],
    }


def iso(moment):
    """With the offset of the theatre's clocks on that day."""
    return timezone.localtime(moment).isoformat()


def spans(hours):
    """A day with a break has two. Midnight to midnight is how schema.org says closed."""
    return [
        {"@type": "OpeningHoursSpecification", "opens": f"{opens:%H:%M}", "closes": f"{closes:%H:%M}"}
        for opens, closes in hours.spans
    ] or [{"@type": "OpeningHoursSpecification", "opens": "00:00", "closes": "00:00"}]


def website(request, theatre):
    return {
        "@type": "WebSite",
        "@id": request.build_absolute_uri("/#website"),
        "url": home(request),
        "name": theatre.name,
        "inLanguage": request.LANGUAGE_CODE,
        "publisher": {"@id": theatre_id(request)},
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{request.build_absolute_uri(reverse('search'))}?q={{search_term_string}}",
            "query-input": "required name=search_term_string",
        },
    }


def home(request):
    return request.build_absolute_uri(reverse("home"))


def place(venue, theatre):
    """Where something takes place; the theatre's own name where no venue is known."""
    return {
        "@type": "PerformingArtsTheater" if venue is None or venue.is_home else "Place",
        "name": venue.name if venue else theatre.name,
        "address": postal_address(venue, theatre.town),
        "hasMap": venue and venue.map_url,
    }


def postal_address(venue, town):
    return {
        "@type": "PostalAddress",
        "streetAddress": venue and venue.address,
        "addressLocality": (venue and venue.town) or town,
        "addressCountry": COUNTRY,
    }


def picture_address(request, picture, theatre):
    """The whole address of a SharingPicture; changes when the picture does."""
    signed = picture.signed(theatre)
    return request.build_absolute_uri(f"{signed.address}?v={signed.digest}")


def breadcrumbs(request, crumbs):
    """[(words, path or ""), …] of the line at the top of a page; the last one is the page itself."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": words,
                "item": request.build_absolute_uri(path or request.path),
            }
            for position, (words, path) in enumerate(crumbs, 1)
        ],
    }
