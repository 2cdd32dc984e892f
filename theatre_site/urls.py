from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from theatre_site import addresses, previews, views  # noqa: F401  (addresses registers its converters)
from theatre_site.editors_language import set_language

urlpatterns = [
    path("", views.home_in_default_language),
    path("healthz", views.healthz, name="healthz"),
    path("media/<path:path>", views.media, name="media"),
    path("admin/language/", set_language, name="set_language"),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("picture.png", views.picture, name="picture"),
        path("", include("repertoire.urls")),
        path("news/", include("news.urls")),
        path("festival/", include("festivals.urls")),
        path("box-office/", views.box_office, name="box_office"),
        path("accessibility/", views.accessibility, name="accessibility"),
        path("vision/", views.vision, name="vision"),
        path("vision/off/", views.vision_off, name="vision_off"),
        path("pages/<slug:slug>/", views.page, name="page"),
        path("preview/<str:label>/<int:pk>/", previews.for_staff, name="preview"),
        path("preview/<str:label>/<int:pk>/<slug:section>/", previews.for_staff),
        path("preview/<str:token>/", previews.by_link, name="preview_by_link"),
        path("preview/<str:token>/<slug:section>/", previews.by_link),
    ),
]

handler403 = "theatre_site.views.refused"
handler404 = "theatre_site.views.not_found"
handler500 = "theatre_site.views.broken"
