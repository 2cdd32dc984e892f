from django.http import HttpResponse
from django.urls import re_path

from . import recorded

status, headers, body = recorded()


def constant(request):
    return HttpResponse(body)


urlpatterns = [re_path("", constant)]
