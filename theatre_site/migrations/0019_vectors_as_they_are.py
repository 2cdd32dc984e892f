from django.db import migrations

from theatre_site.search.storage import leave_vectors, store_vectors_as_they_are


class Migration(migrations.Migration):
    """A word that stands in most texts is looked for in hundreds of vectors, and to unpack them took longer than to look."""

    dependencies = [
        ("theatre_site", "0018_sign_in"),
        ("news", "0009_many_posts"),
        ("repertoire", "0008_search"),
        ("festivals", "0010_search"),
    ]

    operations = [migrations.RunPython(store_vectors_as_they_are, leave_vectors)]
