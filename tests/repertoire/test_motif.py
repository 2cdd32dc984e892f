from repertoire.models.motif import Motif
from theatre_site.posters import MOTIFS


def test_the_editor_can_choose_every_motif_that_can_be_drawn():
    assert sorted(Motif.values) == sorted(MOTIFS)
