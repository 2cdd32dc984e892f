"""A small form for one row of a grid, which is saved only if its editor has touched it.

`seen` remembers what stood here when the page was opened. So a page that was open for long neither takes back
what somebody else has changed since, nor overwrites it unseen.
"""

import hashlib

from django import forms
from django.utils.translation import gettext as _


class RowForm(forms.Form):
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data, *, now, **kwargs):
        self.now = fingerprint(now)
        super().__init__(data, initial={**now, "seen": self.now}, **kwargs)

    def was_shown_in(self, data):
        return self.add_prefix("seen") in data

    def clean(self):
        cleaned = super().clean()
        if not self.errors and self.is_touched and cleaned["seen"] != self.now:
            self.see_again()
            words = _(
                "Somebody has changed this since you opened the page. Now it is: %(now)s. Save again to change it."
            )
            self.add_error(None, words % {"now": self.in_words()})
        return cleaned

    def see_again(self):
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = self.now

    @property
    def wanted(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}

    @property
    def is_touched(self):
        """Whether the editor has changed something, whatever the database says by now."""
        return fingerprint(self.wanted) != self.cleaned_data["seen"]


def fingerprint(values):
    """Of a row and of a form alike; {} and {"title": ""} say the same."""
    said = sorted(f"{name}={value.pk if hasattr(value, 'pk') else value}" for name, value in values.items() if value)
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]
