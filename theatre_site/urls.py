from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import index as sitemap_index
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from festivals.sitemaps import EditionSitemap
from news.sitemaps import PostSitemap
from repertoire.sitemaps import PerformanceSitemap, PersonSitemap, ProductionSitemap
from theatre_site import addresses, health, previews, views  # noqa: F401  (addresses registers its converters)
from theatre_site.editors_language import set_language
from theatre_site.media import upload
from theatre_site.sitemaps import ListSitemap, PageSitemap

OFFICE = settings.ADMIN_PATH.removeprefix("/")
SITEMAPS = {
    "lists": ListSitemap(
        "home",
        "repertoire:whats_on",
        "repertoire:whats_on_for_adults",
        "repertoire:whats_on_for_children",
        "repertoire:productions",
        "news:posts",
        "festivals:festival",
        "box_office",
        "subscribe",
        "accessibility",
    ),
    "productions": ProductionSitemap,
    "performances": PerformanceSitemap,
    "people": PersonSitemap,
    "news": PostSitemap,
    "festivals": EditionSitemap,
    "pages": PageSitemap,
}

urlpatterns = [
    path("", views.home_in_default_language),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", views.robots),
    path("sitemap.xml", sitemap_index, {"sitemaps": SITEMAPS}, name="sitemaps"),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="django.contrib.sitemaps.views.sitemap"),
    path("media/<path:path>", upload, name="media"),
    path(f"{OFFICE}language/", set_language, name="set_language"),
    path(OFFICE, admin.site.urls),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("picture.png", views.picture, name="picture"),
        path("", include("repertoire.urls")),
        path("news/", include("news.urls")),
        path("festival/", include("festivals.urls")),
        path("box-office/", views.box_office, name="box_office"),
        path("subscribe/", views.subscribe, name="subscribe"),
        path("search/", views.search, name="search"),
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
