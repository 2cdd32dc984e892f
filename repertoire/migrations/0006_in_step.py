from django.db import migrations

from theatre_site.in_step import InStepField, remember


def remember_texts(apps, editor):
    remember(apps.get_model("repertoire", "Person"))
    remember(apps.get_model("repertoire", "Production"))


class Migration(migrations.Migration):
    dependencies = [('repertoire', '0005_addresses')]

    operations = [
        migrations.AddField("person", "in_step", InStepField()),
        migrations.AddField("production", "in_step", InStepField()),
        migrations.RunPython(remember_texts, migrations.RunPython.noop),
    ]
