from django import forms
from django.core.exceptions import ValidationError


class RulesBesideFields(forms.ModelForm):
    """Says a broken database rule beside the field where the editor can mend it, and not above the whole form.

    `beside` has the names of the rules: {"one_home_venue": "is_home"}.
    """

    beside = {}

    def validate_constraints(self):
        exclude = self._get_validation_exclusions()
        for model, constraints in self.instance.get_constraints():
            for constraint in constraints:
                try:
                    constraint.validate(model, self.instance, exclude=exclude)
                except ValidationError as broken:
                    self.add_error(self.beside.get(constraint.name), broken)
