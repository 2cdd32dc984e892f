from django.urls import path

from . import views

app_name = "news"

urlpatterns = [
    path("", views.post_list, name="posts"),
    path("<year:year>/", views.archive, name="year"),
    path("<year:year>/<month:month>/", views.archive, name="month"),
    path("rubric/<slug:slug>/", views.rubric, name="rubric"),
    path("<slug:slug>/", views.post_detail, name="post"),
    path("<slug:slug>/picture.png", views.picture, name="picture"),
]
