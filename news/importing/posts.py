"""Rows that belong together make one post.

`ImportedText.taken` remembers of every column what the file said and what was kept of it. So a second run sees
whether the file says something new, and whether somebody has edited the post here since.
"""

import hashlib
from copy import copy

from django.core.exceptions import ValidationError
from django.core.files import File

from news.models import ImportedText, Post
from theatre_site.languages import columns
from theatre_site.models import Redirect
from theatre_site.models.redirect import address_of

MADE, UNCHANGED, CHANGED, REFUSED, LEFT = "made", "unchanged", "changed", "refused", "left out"
SHARED = ["publish_at", "status", "rubric", "slug"]
NEVER_ASKED = ["image", "search", "in_step"]


class Sheaf:
    """The rows of one key, and the post that they are or will be."""

    def __init__(self, rows, pictures):
        self.rows, self.pictures = rows, pictures
        known = {record.source: record for record in ImportedText.objects.filter(source__in=[r.source for r in rows])}
        self.records = {row: known.get(row.source) or ImportedText(source=row.source or "") for row in rows}
        self.was_deleted = any(record.pk and record.post_id is None for record in self.records.values())
        self.posts = {record.post_id for record in self.records.values() if record.post_id}
        self.post = Post.objects.filter(pk__in=self.posts).first() or Post()
        self.is_new = self.post.pk is None
        self.outcome = {}
        self.check()

    # Whether

    def check(self):
        languages = [row.language for row in self.rows]
        for row in self.rows:
            if languages.count(row.language) > 1 and row.language:
                row.refusals.append(f"The key “{row.key}” has this language twice.")
            self.check_agreement(row)
            self.check_picture(row)
        if len(self.posts) > 1:
            self.refuse("These languages were imported as two posts before.")
        if not self.is_refused and not self.was_deleted:
            self.check_post()

    def check_agreement(self, row):
        first = self.rows[0]
        for name in SHARED:
            mine, others = row.columns.get(name), first.columns.get(name)
            if mine is not None and others is not None and mine != others:
                row.refusals.append(f"The {name} is another one than in row {first.number}, which has the same key.")

    def check_picture(self, row):
        if name := row.words.get("picture"):
            path = self.pictures.find(name)
            if path is None:
                row.refusals.append(f"The picture “{name}” is not in {self.pictures.folder}.")
            elif refusal := self.pictures.refusal(path):
                row.refusals.append(f"{path.name}: {refusal}")
            else:
                row.columns["image"] = path
        row.notes += self.pictures.of_text(row.words.get("body", ""))[1]

    def check_post(self):
        """By the rules that hold for the form: lengths, addresses, what must be said."""
        try:
            sketch = copy(self.post)
            for row in self.rows:
                for name, value in row.columns.items():
                    if name != "image":
                        setattr(sketch, name, value)
            new_rubric = ["rubric"] if sketch.rubric.pk is None else []
            sketch.full_clean(exclude=[*NEVER_ASKED, *new_rubric])
        except ValidationError as problem:
            self.refuse(" ".join(f"{name}: {' '.join(words)}" for name, words in problem.message_dict.items()))

    def refuse(self, reason):
        for row in self.rows:
            row.refusals.append(reason)

    @property
    def is_refused(self):
        return any(row.refusals for row in self.rows)

    # What

    def compare(self):
        """{row: (outcome, [column that changes], [column that stays, for somebody has edited it here])}"""
        for row in self.rows:
            changed, kept = self.news_of(row)
            if self.is_refused:
                self.outcome[row] = REFUSED, [], []
            elif self.was_deleted:
                self.outcome[row] = LEFT, [], []
                row.notes.append("it was deleted here")
            elif not self.records[row].pk:
                self.outcome[row] = MADE, changed, kept
            else:
                self.outcome[row] = (CHANGED if changed else UNCHANGED), changed, kept
        return self.outcome

    def news_of(self, row):
        taken = self.records[row].taken
        new = [name for name, value in row.columns.items() if self.says_something_new(name, value, taken)]
        kept = [name for name in new if self.was_edited(name, taken)]
        return [name for name in new if name not in kept], kept

    def says_something_new(self, name, value, taken):
        if name in taken:
            return taken[name][0] != mark(value)
        return self.is_new or mark(getattr(self.post, name)) != mark(value)

    def was_edited(self, name, taken):
        if self.is_new:
            return False
        now = getattr(self.post, name)
        return mark(now) != taken[name][1] if name in taken else bool(now)

    @property
    def has_new_image(self):
        return any("image" in changed for _outcome, changed, _kept in self.outcome.values())

    # And do it

    def write(self):
        for row, (_outcome, changed, _kept) in self.outcome.items():
            for name in changed:
                self.put(row, name, row.columns[name])
        if any(changed for _outcome, changed, _kept in self.outcome.values()):
            self.post.image_is_decorative = self.post.image_is_decorative or self.is_undescribed()
            self.post.save()
        self.remember()

    def put(self, row, name, value):
        if name == "image":
            self.post.image = File(value.open("rb"), name=value.name)
        elif name == "rubric" and value.pk is None:
            value.save()
            self.post.rubric = value
        elif name == f"body_{row.language}":
            setattr(self.post, name, self.pictures.taken_into(value, self.records[row].pictures))
        else:
            setattr(self.post, name, value)

    def is_undescribed(self):
        """Nobody has said what it shows: the office lists it, and screen readers pass over it till then."""
        return bool(self.post.image) and not all(getattr(self.post, name) for name in columns("image_alt"))

    def remember(self):
        for row, (_outcome, changed, kept) in self.outcome.items():
            record = self.records[row]
            record.post = self.post
            said = [name for name in row.columns if name in changed or name not in {*record.taken, *kept}]
            if said or not record.pk:
                record.taken |= {name: [mark(row.columns[name]), mark(getattr(self.post, name))] for name in said}
                record.save()
            self.lead_on(row)

    def lead_on(self, row):
        """An address that leads somewhere already was changed by hand, and stays."""
        address = address_of(self.post)
        if row.source != address:
            Redirect.objects.get_or_create(old=row.source, defaults={"new": address, "language": row.language})


def mark(value):
    """What is remembered of a value: whether it is the same again can be told, and no more."""
    if hasattr(value, "open") and hasattr(value, "suffix"):
        value = hashlib.sha256(value.read_bytes()).hexdigest()
    elif hasattr(value, "isoformat"):
        value = value.timestamp()
    elif hasattr(value, "pk"):
        value = value.slug
    return hashlib.sha256(str(value or "").encode()).hexdigest()[:16]
