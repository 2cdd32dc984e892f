from django.db import migrations

from theatre_site.staff import make_groups


class Migration(migrations.Migration):
    dependencies = [
        ("theatre_site", "0005_rights"),
        ("news", "0004_rights"),
        ("repertoire", "0004_portraits_and_rights"),
        ("festivals", "0004_portraits_and_rights"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(lambda apps, editor: make_groups(apps), migrations.RunPython.noop)]
