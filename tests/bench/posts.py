"""Very many posts, quickly: copies of a few, each an hour older than the one before."""

from datetime import timedelta
from functools import cache
from itertools import accumulate, islice
from random import Random

from django.db import connection

from news.models import Post
from tests.factories import create_rubric, days_from_now
from theatre_site.search.words import analyzer

COMMON = "театр спектакль зритель сцена премьера сезон артист вистава глядач казка пісня місто".split()  # noqa: SIM905
SYLLABLES = "ба ве гу до жа зо ки ла мо ну пе ро са ту фи ха цо чи ша ще".split()  # noqa: SIM905
BEGINNINGS = "бе во го де за ка ко ла ма на об по при ра сле те уч ход чи".split()  # noqa: SIM905
WORDS_OF_A_BEGINNING, EVERY_SO_MANY = 600, 7
NAMES = 0.03
WORDS = 300
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def create_posts(number, *, chance=None, words=WORDS):
    """Posts of so many words each."""
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
    words, weights = vocabulary()
    found = chance.choices(words, cum_weights=weights, k=number)
    return [made_up(chance) if chance.random() < NAMES else word for word in found]


@cache
def vocabulary():
    """Some 20,000 forms of both languages; the second is half as frequent as the first, as in any language (Zipf)."""
    known = [
        parse.word
        for language in ("ru", "uk")
        for beginning in BEGINNINGS
        for parse in islice(
            analyzer(language).iter_known_word_parses(beginning), 0, WORDS_OF_A_BEGINNING * EVERY_SO_MANY, EVERY_SO_MANY
        )
    ]
    Random(1).shuffle(known)
    words = COMMON + known
    return words, list(accumulate(1 / rank for rank in range(1, len(words) + 1)))


def made_up(chance):
    """A name that no dictionary has."""
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(3, 4)))


def copy_posts(times, *, over=timedelta(0)):
    """Multiplies what `create_posts` made: so many copies of each, with its vector. They are an hour and some minutes
    apart, or lie evenly `over` a time."""
    step, within = (over / max(times, 1), over / max(times, 1) / 250) if over else (HOUR, MINUTE)
    changed = {
        "slug": "'copy-' || gen_random_uuid()",
        "publish_at": f"post.publish_at - number * interval '{step}' - (post.id %% 250) * interval '{within}'",
    }
    columns = [f'"{field.column}"' for field in Post._meta.concrete_fields if not field.primary_key]
    values = [changed.get(column.strip('"'), f"post.{column}") for column in columns]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO news_post ({', '.join(columns)}) SELECT {', '.join(values)} "
            "FROM news_post AS post, generate_series(1, %s) AS number WHERE post.slug LIKE 'bench-%%'",
            [times],
        )
        cursor.execute("ANALYZE news_post")
