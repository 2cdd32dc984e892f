from django.http import Http404
from django.shortcuts import get_object_or_404, render

from theatre_site.pagination import page_of

from .models import Post, Rubric

POSTS_A_PAGE = 10
OTHERS = 4


def post_list(request):
    return show_posts(request, Post.objects.published())


def rubric(request, slug):
    rubric = get_object_or_404(Rubric, slug=slug)
    return show_posts(request, Post.objects.published().filter(rubric=rubric), rubric=rubric)


def archive(request, year, month=None):
    posts = Post.objects.published().in_month(year, month)
    if not posts.exists():
        raise Http404
    return show_posts(request, posts, year=year, month=month)


def show_posts(request, posts, **heading):
    context = {
        "page_of_posts": page_of(request, posts.for_list(), size=POSTS_A_PAGE),
        "rubrics": Rubric.objects.all(),
        "months": Post.objects.published().months(),
        **heading,
    }
    return render(request, "news/post_list.html", context)


def post_detail(request, slug):
    post = get_object_or_404(Post.objects.published().for_page(), slug=slug)
    return show_post(request, post)


def show_post(request, post):
    """Shared by the public page and the editor's preview."""
    context = {
        "post": post,
        "productions": post.productions.published().for_list(),
        "performances": post.performances.public(),
        "others": Post.objects.published().exclude(pk=post.pk).for_list()[:OTHERS],
    }
    return render(request, "news/post_detail.html", context)
