"""What's on for other people's programs: read-only JSON, described on its own page (I12)."""

from django.http import JsonResponse
from django.views.decorators.http import conditional_page

from theatre_site.structured_data import iso

from .models import Performance


@conditional_page
def whats_on_json(request):
    """Upcoming dates, soonest first. Anybody may ask from anywhere: there is nothing in it that is not public."""
    performances = [as_data(request, performance) for performance in Performance.objects.upcoming()]
    response = JsonResponse(
        {"language": request.LANGUAGE_CODE, "performances": performances}, json_dumps_params={"ensure_ascii": False}
    )
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def as_data(request, performance):
    production = performance.production
    return {
        "id": str(performance.uid),
        "url": request.build_absolute_uri(performance.get_absolute_url()),
        "title": performance.name,
        "title_language": getattr(performance.name, "language", request.LANGUAGE_CODE) if performance.name else None,
        "genre": str(performance.genre),
        "production": request.build_absolute_uri(production.get_absolute_url()) if production else None,
        "starts_at": iso(performance.starts_at),
        "ends_at": iso(performance.ends_at) if performance.length else None,
        "state": performance.state,
        "state_reason": str(performance.state_reason),
        "moved_from": iso(performance.moved_from) if performance.moved_from else None,
        "instead_of": str(performance.replaced.title) if performance.replaced else None,
        "sale": performance.sale,
        "remark": performance.remark,
        "audience": performance.for_audience,
        "age_mark": performance.age_mark,
        "price_min": performance.lowest_price,
        "price_max": performance.highest_price,
        "venue": str(performance.venue.name) if performance.venue else None,
        "changed_at": iso(performance.changed_at),
    }
