from django.db import migrations

from theatre_site.in_step import InStepField, remember


def remember_texts(apps, editor):
    remember(apps.get_model("festivals", "Edition"))


class Migration(migrations.Migration):
    dependencies = [('festivals', '0005_addresses')]

    operations = [
        migrations.AddField("edition", "in_step", InStepField()),
        migrations.RunPython(remember_texts, migrations.RunPython.noop),
    ]
