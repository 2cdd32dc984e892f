from django.db import migrations

from theatre_site.staff import make_groups


class Migration(migrations.Migration):
    dependencies = [("theatre_site", "0007_text_pictures")]

    operations = [migrations.RunPython(lambda apps, editor: make_groups(apps), migrations.RunPython.noop)]
