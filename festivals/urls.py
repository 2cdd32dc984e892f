from django.urls import path

from . import feeds, views

app_name = "festivals"

urlpatterns = [
    path("", views.festival, name="festival"),
    path("<year:year>/", views.edition, name="edition"),
    path("<year:year>/regulations/", views.regulations, name="regulations"),
    path("<year:year>/programme/", views.programme, name="programme"),
    path("<year:year>/participants/", views.participants, name="participants"),
    path("<year:year>/results/", views.results, name="results"),
    path("<year:year>/press/", views.press, name="press"),
    path("<year:year>/photos/", views.photos, name="photos"),
    path("<year:year>/<slug:kind>/<slug:language>.pdf", views.pdf, name="pdf"),
    path("<year:year>/calendar.ics", views.calendar, name="calendar"),
    path("<year:year>/feed/", feeds.EditionFeed.as_view(), name="feed"),
    path("<year:year>/picture.png", views.picture, name="picture"),
]
