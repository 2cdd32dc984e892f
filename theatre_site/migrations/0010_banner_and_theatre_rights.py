from django.db import migrations

from theatre_site.staff import make_groups


class Migration(migrations.Migration):
    dependencies = [("theatre_site", "0009_banner")]

    operations = [
        migrations.AlterModelOptions(
            name='theatre',
            options={'default_permissions': ['add', 'change', 'delete', 'view', 'set_up'], 'verbose_name': 'theatre', 'verbose_name_plural': 'the theatre: name, telephones, hours, prices'},
        ),
        migrations.RunPython(lambda apps, editor: make_groups(apps), migrations.RunPython.noop),
    ]
