from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Preference(models.Model):
    """How one of the staff likes the office, on whatever device they work."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="preference"
    )
    language = models.CharField(_("language of the office"), max_length=2, choices=settings.LANGUAGES)

    def __str__(self):
        return f"{self.user}: {self.language}"
