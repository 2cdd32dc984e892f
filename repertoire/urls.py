from django.urls import path

from . import feeds, open_data, views

app_name = "repertoire"

urlpatterns = [
    path("afisha/", views.whats_on, name="whats_on"),
    path("afisha/adults/", views.whats_on, {"audience": "adults"}, name="whats_on_for_adults"),
    path("afisha/children/", views.whats_on, {"audience": "children"}, name="whats_on_for_children"),
    path("afisha/calendar.ics", views.whats_on_calendar, name="calendar"),
    path("afisha/performances.json", open_data.whats_on_json, name="json"),
    path("afisha/feed/", feeds.WhatsOnFeed.as_view(), name="feed"),
    path("afisha/adults/calendar.ics", views.whats_on_calendar, {"audience": "adults"}, name="calendar_for_adults"),
    path(
        "afisha/children/calendar.ics", views.whats_on_calendar, {"audience": "children"}, name="calendar_for_children"
    ),
    path("afisha/<year:year>/<month:month>/", views.month, name="month"),
    path("afisha/<year:year>/w<week:week>/", views.week, name="week"),
    path("repertoire/", views.production_list, name="productions"),
    path("repertoire/premieres/", views.production_list, {"only": "premieres"}, name="premieres"),
    path("repertoire/adults/", views.production_list, {"only": "adults"}, name="productions_for_adults"),
    path("repertoire/children/", views.production_list, {"only": "children"}, name="productions_for_children"),
    path("repertoire/archive/", views.production_list, {"only": "archive"}, name="archive"),
    path("repertoire/<slug:slug>/", views.production_detail, name="production"),
    path("repertoire/<slug:slug>/picture.png", views.production_picture, name="production_picture"),
    path("repertoire/<slug:slug>/calendar.ics", views.production_calendar, name="production_calendar"),
    path("performances/<int:pk>/", views.performance_detail, name="performance"),
    path("performances/<int:pk>/picture.png", views.performance_picture, name="performance_picture"),
    path("performances/<int:pk>/calendar.ics", views.performance_calendar, name="performance_calendar"),
    path("people/<slug:slug>/", views.person_detail, name="person"),
]
