from django import forms
from django.core.exceptions import NON_FIELD_ERRORS


class RulesBesideFields(forms.ModelForm):
    """Says a broken database rule beside the field where the editor can mend it, and not above the whole form.

    `beside` knows the rules by their names: {"one_home_venue": "is_home"}.
    """

    beside = {}

    def add_error(self, field, error):
        of_the_whole = getattr(error, "error_dict", {}).pop(NON_FIELD_ERRORS, [])
        for broken in of_the_whole:
            super().add_error(self.place_of(broken), broken)
        super().add_error(field, error)

    def place_of(self, broken):
        """The field for this error, or None. A broken rule tells its words only, not its name."""
        for rule in self._meta.model._meta.constraints:
            if rule.name in self.beside and rule.get_violation_error_message() == broken.message:
                return self.beside[rule.name]
        return None
