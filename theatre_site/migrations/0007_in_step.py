from django.db import migrations

from theatre_site.in_step import InStepField, remember


def remember_texts(apps, editor):
    remember(apps.get_model("theatre_site", "Page"))


class Migration(migrations.Migration):
    dependencies = [('theatre_site', '0006_addresses')]

    operations = [
        migrations.AddField("page", "in_step", InStepField()),
        migrations.RunPython(remember_texts, migrations.RunPython.noop),
    ]
