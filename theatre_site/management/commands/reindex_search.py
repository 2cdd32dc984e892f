from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction

from theatre_site.search import SearchField, known_words

A_BATCH = 200


class Command(BaseCommand):
    help = "Writes the search index anew. Needed once after an upgrade, and for rows that were changed by SQL."

    def add_arguments(self, parser):
        parser.add_argument("--missing", action="store_true", help="only rows that have never been indexed")

    def handle(self, *, missing, verbosity, **options):
        for model in models_with_a_search_field():
            rows = model._base_manager.order_by("pk")
            rows = rows.filter(search=None) if missing else rows
            total = rows.count()
            for done in reindexed(model, rows):
                if verbosity:
                    self.stdout.write(f"{model._meta.label}: {done} of {total}")


def models_with_a_search_field():
    return [
        model
        for model in apps.get_models()
        if any(isinstance(field, SearchField) for field in model._meta.concrete_fields)
    ]


def reindexed(model, rows):
    """Goes on by number, for a long table may change meanwhile; says after each batch how many are done."""
    field, last, done = model._meta.get_field("search"), 0, 0
    while batch := list(rows.filter(pk__gt=last)[:A_BATCH]):
        with transaction.atomic():
            model._base_manager.bulk_update(batch, ["search"])
            for row in batch:
                known_words.remember(field.words_of(row))
        last, done = batch[-1].pk, done + len(batch)
        yield done
