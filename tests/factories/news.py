"""Rubrics and posts, with what belongs to them."""

from news.models import Attachment, Post, PostPhoto, PostVideo, Rubric

from .files import pdf, photo, video
from .numbers import numbers
from .publication import published


def create_rubric(**fields):
    return Rubric.objects.create(
        **{"name_ru": "Новости", "name_uk": "Новини", "slug": f"rubric-{next(numbers)}", **fields}
    )


def create_post(*, productions=(), performances=(), editions=(), **fields):
    post = Post.objects.create(
        **{
            **published(),
            "title_ru": "Открылся сезон",
            "title_uk": "Відкрився сезон",
            "slug": f"post-{next(numbers)}",
            "lead_ru": "Зал был полон.",
            "lead_uk": "Зала була повна.",
            "rubric": fields.get("rubric") or create_rubric(),
            **fields,
        }
    )
    post.productions.set(productions)
    post.performances.set(performances)
    post.editions.set(editions)
    return post


def create_post_photo(**fields):
    return PostPhoto.objects.create(**{**photo(), "post": fields.get("post") or create_post(), **fields})


def create_post_video(**fields):
    return PostVideo.objects.create(**{**video(), "post": fields.get("post") or create_post(), **fields})


def create_attachment(**fields):
    return Attachment.objects.create(
        **{
            "title_ru": "Анкета",
            "title_uk": "Анкета",
            "file": pdf(),
            "post": fields.get("post") or create_post(),
            **fields,
        }
    )
