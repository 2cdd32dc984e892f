"""Between the preview and the confirmation the table travels in the form itself, packed and signed. So nothing of it
stays behind on the server, and it does not matter which worker answers next."""

from dataclasses import asdict

from django.core import signing
from django.utils.translation import gettext as _

from .tables import FileProblem, Refusal, Table

GOOD_FOR = 60 * 60  # seconds
# Below what Django accepts in the fields of a form.
MOST_PACKED = 2_000_000


def sealed(table, user, model):
    packed = signing.dumps(asdict(table), salt=salt(user, model), compress=True)
    if len(packed) > MOST_PACKED:
        raise FileProblem(_("The texts in this file are too long for one go. Split the list."))
    return packed


def opened(packed, user, model):
    """Only for whom and for which list it was sealed, and not for long."""
    try:
        table = signing.loads(packed, salt=salt(user, model), max_age=GOOD_FOR)
    except signing.BadSignature:
        raise FileProblem(_("That was too long ago. Choose the file once more.")) from None
    return Table(**{**table, "refusals": [Refusal(**refusal) for refusal in table["refusals"]]})


def salt(user, model):
    return f"exchange:{user.pk}:{model._meta.label_lower}"
