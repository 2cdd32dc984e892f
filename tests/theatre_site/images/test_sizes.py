from tests.factories import create_partner, picture
from theatre_site.images.sizes import fill_in_sizes
from theatre_site.models import Partner


def test_rows_from_before_the_columns_of_size_get_theirs(db):
    known, lost, without = create_partner(logo=picture(size=(70, 30))), create_partner(logo=picture()), create_partner()
    lost.logo.storage.delete(lost.logo.name)
    Partner.objects.update(logo_width=None, logo_height=None)
    fill_in_sizes(Partner, "logo")

    sizes = dict(Partner.objects.values_list("pk", "logo_width"))
    assert sizes == {known.pk: 70, lost.pk: None, without.pk: None}
