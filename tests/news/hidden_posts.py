"""Posts that no visitor may see."""

from tests.factories import create_post, days_from_now

HIDDEN = [
    {"status": "draft"},
    {"status": "review"},
    {"status": "withdrawn"},
    {"publish_at": days_from_now(1)},
    {"publish_at": days_from_now(-2), "unpublish_at": days_from_now(-1)},
]


def create_hidden_posts(**fields):
    for number, hidden in enumerate(HIDDEN):
        create_post(**{"title_ru": f"Скрыт {number}", "title_uk": f"Приховано {number}", **fields, **hidden})
