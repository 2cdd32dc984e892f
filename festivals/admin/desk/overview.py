"""The desk itself: every section with what is missing in it, and the moments at which they appear."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from theatre_site.admin.badges import publication_badge

from .copying import copy
from .moments import MOMENTS, MomentsForm
from .rights import needs
from .sections import sections_of

SETS_MOMENTS = "festivals.publish_edition"


@needs("change_edition")
def overview(admin, request, edition):
    form = MomentsForm(request.POST or None, instance=edition)
    if request.method == "POST":
        if not request.user.has_perm(SETS_MOMENTS):
            raise PermissionDenied
        if form.is_valid():
            return save(admin, request, form)
        edition.refresh_from_db(fields=MOMENTS)
    return admin.show_page_of(
        request,
        edition,
        "desk",
        title=edition.name,
        form=form if request.user.has_perm(SETS_MOMENTS) else None,
        sections=sections_of(edition),
        publication=publication_badge(edition),
        may_copy=request.user.has_perms(copy.rights),
        status=400 if form.is_bound else 200,
    )


def save(admin, request, form):
    edition = form.save()
    admin.log_change(request, edition, [{"changed": {"fields": form.changed_data}}])
    messages.success(request, _("The moments are set."))
    return redirect("admin:festivals_edition_desk", edition.pk)
