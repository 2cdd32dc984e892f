from django.core.files.images import get_image_dimensions
from django.core.files.storage import default_storage


def fill_in_sizes(model, field):
    """For the pictures of rows that are older than their columns of size. A lost file stays without."""
    for pk, name in model.objects.exclude(**{field: ""}).values_list("pk", field):
        try:
            with default_storage.open(name) as file:
                width, height = get_image_dimensions(file)
        except OSError:
            continue
        model.objects.filter(pk=pk).update(**{f"{field}_width": width, f"{field}_height": height})
