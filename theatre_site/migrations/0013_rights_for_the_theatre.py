from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [('theatre_site', '0012_typography')]

    operations = [
        migrations.AlterModelOptions(
            name='theatre',
            options={'default_permissions': ['add', 'change', 'delete', 'view', 'set_up'], 'verbose_name': 'theatre', 'verbose_name_plural': 'the theatre: name, telephones, hours, prices'},
        ),
    ]
