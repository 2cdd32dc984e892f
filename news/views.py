from functools import partial

from django.db.models import SlugField
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from theatre_site.pagination import page_of
from theatre_site.parts import part_of_the_era
from theatre_site.previews import shows
from theatre_site.sharing import picture_response
from theatre_site.written_once import Given, WrittenOnce

from .archive import Archive
from .models import Post, Rubric
from .sharing import picture_of_post
from .structured_data import news_article

POSTS_A_PAGE = 10
OTHERS = 4

# One more than is shown beside a post, which may be one of them
NEWEST = WrittenOnce(lambda: Post.objects.published().newest(OTHERS + 1))
POST_CALLED = WrittenOnce(lambda: Post.objects.published().for_page().filter(slug=Given("slug", SlugField())))


def post_list(request):
    return show_posts(request, Archive())


def rubric(request, slug):
    rubrics = list(Rubric.objects.all())
    rubric = next((rubric for rubric in rubrics if rubric.slug == slug), None)
    if rubric is None:
        raise Http404
    return show_posts(request, Archive(rubric=rubric), rubric=rubric, rubrics=rubrics)


def archive(request, year, month=None):
    return show_posts(request, Archive(year=year, month=month), year=year, month=month)


def show_posts(request, archive, **heading):
    """A page of posts; a month or year without posts has none. Raises Http404."""
    page_of_posts = page_of(request, archive, size=POSTS_A_PAGE)
    if "year" in heading and not page_of_posts.paginator.count:
        raise Http404
    context = {
        "page_of_posts": page_of_posts,
        "rubrics": Rubric.objects.all(),
        "months": (Archive() if heading else archive).months,
        **heading,
    }
    return render(request, "news/post_list.html", context)


def post_detail(request, slug):
    return show_post(request, part_of_the_era(("post", slug), partial(read_post, slug)))


def read_post(slug):
    post = POST_CALLED.first(slug=slug)
    if post is None:
        raise Http404
    return post


@shows(Post, Post.objects.for_page)
def show_post(request, post):
    context = {
        "post": post,
        "object_languages": post.said_in,
        "sharing_picture": picture_of_post(post),
        "structured_data": [partial(news_article, post=post)],
        "productions": post.productions.published().for_list() if post.has_productions else [],
        "performances": post.performances.public() if post.has_performances else [],
        "others": [other for other in part_of_the_era("newest posts", NEWEST.ask) if other.pk != post.pk][:OTHERS],
    }
    return render(request, "news/post_detail.html", context)


def picture(request, slug):
    post = get_object_or_404(Post.objects.published(), slug=slug)
    return picture_response(request, picture_of_post(post))
