from django.contrib import messages
from django.utils.translation import gettext as _


def tell(admin, request, edition, part, written):
    """The log of the office and whoever has saved a grid read the same; nothing was written if there are no words."""
    if written:
        admin.log_change(request, edition, [{"changed": {"name": part, "object": written}}])
        messages.success(request, written)
    else:
        messages.info(request, _("Nothing was changed."))
