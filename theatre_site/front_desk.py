"""The theatre's facts for every template, read when a template first asks for them and not before."""

from django.utils.functional import SimpleLazyObject

from theatre_site.models import Theatre


def front_desk(request):
    return {"theatre": SimpleLazyObject(Theatre.objects.current)}
