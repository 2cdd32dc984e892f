from django.db import migrations

from theatre_site.staff import make_groups


class Migration(migrations.Migration):
    dependencies = [
        ('theatre_site', '0013_rights_for_the_theatre'),
        ("news", "0006_in_step"),
        ("repertoire", "0006_in_step"),
        ("festivals", "0008_moved_items"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(lambda apps, editor: make_groups(apps), migrations.RunPython.noop)]
