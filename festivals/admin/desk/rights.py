"""Who may open a page of the desk."""


def needs(*rights):
    """A view's rights, as has_perms() asks for them: @needs("change_edition")."""

    def note(view):
        view.rights = [f"festivals.{right}" for right in rights]
        return view

    return note
