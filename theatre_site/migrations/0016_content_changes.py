from django.db import migrations, models

from theatre_site.page_cache.triggers import leave_content_alone, watch_content


class Migration(migrations.Migration):
    dependencies = [
        ("theatre_site", "0015_search"),
        ("news", "0007_search"),
        ("repertoire", "0008_search"),
        ("festivals", "0010_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="ContentChange",
            fields=[
                ("xid", models.BigIntegerField(editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField(editable=False)),
            ],
            options={"default_permissions": []},
        ),
        migrations.RunPython(watch_content, leave_content_alone),
    ]
