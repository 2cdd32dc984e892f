from django.db import migrations

from theatre_site.in_step import InStepField, remember


def remember_texts(apps, editor):
    remember(apps.get_model("news", "Post"))


class Migration(migrations.Migration):
    dependencies = [('news', '0005_addresses')]

    operations = [
        migrations.AddField("post", "in_step", InStepField()),
        migrations.RunPython(remember_texts, migrations.RunPython.noop),
    ]
