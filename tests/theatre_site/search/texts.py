"""The texts of word_forms.yaml as posts, and what is found of them."""

from pathlib import Path

import yaml

from news.models import Post
from tests.factories import create_rubric, days_from_now
from theatre_site.search import HitsOfKind, find
from theatre_site.views import SEARCHED

WORD_FORMS = yaml.safe_load((Path(__file__).parent / "word_forms.yaml").read_text("utf-8"))
NEWS = next(kind for kind in SEARCHED if kind.name == "news")


def create_texts():
    """{text: number of its post}; each is there in one language only."""
    rubric, texts = create_rubric(), [(language, row["text"]) for language, rows in WORD_FORMS.items() for row in rows]
    posts = [post_of(text, language, number, rubric) for number, (language, text) in enumerate(texts)]
    Post.objects.bulk_create(posts)
    return {text: post.pk for (_, text), post in zip(texts, posts, strict=True)}


def post_of(text, language, number, rubric):
    title, lead = text.split(". ", 1)
    return Post(
        **{f"title_{language}": title, f"lead_{language}": lead},
        slug=f"text-{number}",
        rubric=rubric,
        status="published",
        publish_at=days_from_now(-1),
    )


def first_found(query):
    """The numbers of the first five posts."""
    return [hit.pk for hit in HitsOfKind(find(SEARCHED, query), NEWS)[:5]]
