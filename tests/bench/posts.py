"""Very many posts, quickly: copies of a few, each an hour older than the one before."""

from random import Random

from django.db import connection

from news.models import Post
from tests.factories import create_rubric, days_from_now

SYLLABLES = "ба ве гу до жа зо ки ла мо ну пе ро са ту фи ха цо чи ша ще".split()  # noqa: SIM905
COMMON = "театр спектакль зритель сцена премьера сезон артист вистава глядач казка пісня місто".split()  # noqa: SIM905
WORDS = 300


def create_posts(number, *, chance=None, words=WORDS):
    """Posts of so many words each, most of them seldom and some in nearly every post, as in any language."""
    chance, rubric = chance or Random(1), create_rubric()
    return Post.objects.bulk_create(
        Post(
            title_ru=" ".join(some_words(chance, 5)),
            lead_ru=" ".join(some_words(chance, 12)),
            body_ru=f"<p>{' '.join(some_words(chance, words))}</p>",
            slug=f"bench-{rubric.pk}-{each}",
            rubric=rubric,
            status="published",
            publish_at=days_from_now(-1),
        )
        for each in range(number)
    )


def some_words(chance, number):
    return [chance.choice(COMMON) if chance.random() < 0.2 else made_up(chance) for _ in range(number)]


def made_up(chance):
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))


def copy_posts(times):
    """Multiplies what there is: so many copies of each post, with its vector."""
    changed = {
        "slug": "'copy-' || gen_random_uuid()",
        "publish_at": "post.publish_at - number * interval '1 hour' - post.id * interval '1 minute'",
    }
    columns = [f'"{field.column}"' for field in Post._meta.concrete_fields if not field.primary_key]
    values = [changed.get(column.strip('"'), f"post.{column}") for column in columns]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO news_post ({', '.join(columns)}) SELECT {', '.join(values)} "
            "FROM news_post AS post, generate_series(1, %s) AS number",
            [times],
        )
        cursor.execute("ANALYZE news_post")
