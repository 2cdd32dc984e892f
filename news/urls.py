from django.urls import path

from . import feeds, views

app_name = "news"

urlpatterns = [
    path("", views.post_list, name="posts"),
    path("feed/", feeds.PostFeed.as_view(), name="feed"),
    path("rubric/<slug:slug>/feed/", feeds.RubricFeed.as_view(), name="rubric_feed"),
    path("<year:year>/", views.archive, name="year"),
    path("<year:year>/<month:month>/", views.archive, name="month"),
    path("rubric/<slug:slug>/", views.rubric, name="rubric"),
    path("<slug:slug>/", views.post_detail, name="post"),
    path("<slug:slug>/picture.png", views.picture, name="picture"),
]
