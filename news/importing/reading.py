import json

from theatre_site.exchange import csv_files
from theatre_site.exchange.tables import FileProblem

REQUIRED = ["source", "language", "title", "date"]
COLUMNS = [
    *REQUIRED,
    "key",
    "rubric",
    "slug",
    "status",
    "lead",
    "body",
    "picture",
    "picture_alt",
    "picture_caption",
]


def read(path):
    """[(number, {column: words}), …]; numbers as a table program shows them, or the place in the list."""
    content = path.read_bytes()
    is_json = path.suffix.lower() == ".json"
    rows = list(rows_of_json(content) if is_json else rows_of_csv(content))
    if not rows:
        raise FileProblem("There are no posts in the file.")
    return rows


def rows_of_csv(content):
    table = csv_files.rows_of(content, known=lambda header: header.strip().lower() in COLUMNS)
    headers = [header.strip().lower() for header in next(table, [])]
    check_columns(headers)
    for number, cells in enumerate(table, 2):
        if any(cell.strip() for cell in cells):
            yield number, {name: cell.strip() for name, cell in zip(headers, cells, strict=False)}


def rows_of_json(content):
    try:
        posts = json.loads(csv_files.decoded(content))
    except ValueError as reason:
        raise FileProblem(f"This is no JSON: {reason}") from None
    if not isinstance(posts, list) or not all(isinstance(post, dict) for post in posts):
        raise FileProblem("The JSON should be a list of posts: [{…}, {…}].")
    for number, post in enumerate(posts, 1):
        check_columns([*post, *REQUIRED])
        yield number, {name: "" if words is None else str(words).strip() for name, words in post.items()}


def check_columns(names):
    unknown = [name or "(no name)" for name in names if name not in COLUMNS]
    missing = [name for name in REQUIRED if name not in names]
    if unknown:
        raise FileProblem(f"Unknown columns: {', '.join(unknown)}. There are these: {', '.join(COLUMNS)}.")
    if missing:
        raise FileProblem(f"These columns are missing: {', '.join(missing)}.")
    if twice := sorted({name for name in names if names.count(name) > 1} - set(REQUIRED)):
        raise FileProblem(f"These columns are there twice: {', '.join(twice)}.")
