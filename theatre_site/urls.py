from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from theatre_site import addresses, views  # noqa: F401  (addresses registers its converters)

urlpatterns = [
    path("", views.home_in_default_language),
    path("healthz", views.healthz, name="healthz"),
    path("media/<path:path>", views.media, name="media"),
    path("admin/language/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("picture.png", views.picture, name="picture"),
        path("", include("repertoire.urls")),
        path("news/", include("news.urls")),
        path("festival/", include("festivals.urls")),
        path("box-office/", views.box_office, name="box_office"),
        path("search/", views.search, name="search"),
        path("accessibility/", views.accessibility, name="accessibility"),
        path("vision/", views.vision, name="vision"),
        path("vision/off/", views.vision_off, name="vision_off"),
        path("pages/<slug:slug>/", views.page, name="page"),
    ),
]

handler403 = "theatre_site.views.refused"
handler404 = "theatre_site.views.not_found"
handler500 = "theatre_site.views.broken"
