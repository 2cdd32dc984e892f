"""The language of the office is each editor's own: chosen once, it holds on whatever device they log in."""

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.utils import translation
from django.views.decorators.http import require_POST
from django.views.i18n import set_language as remember_in_this_browser

from theatre_site.languages import LANGUAGE_CODES, is_office
from theatre_site.models import Preference
from theatre_site.sign_in import second_factor


class StaffBackend(ModelBackend):
    """Knows with each user how they like the office and what they need to come in, so that no page asks for it."""

    def get_user(self, user_id):
        users = get_user_model()._default_manager.select_related("preference")
        users = users.annotate(
            must_have_second_factor=second_factor.is_required, has_second_factor=second_factor.has_device
        )
        user = users.filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None


class EditorsLanguageMiddleware:
    """After the one that knows the user. Whoever has chosen nothing yet is spoken to as the browser likes."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = chosen_by(request.user) if is_office(request) else None
        if language is None:
            return self.get_response(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            return self.get_response(request)


def chosen_by(user):
    preference = getattr(user, "preference", None)
    return preference and preference.language


@require_POST
def set_language(request):
    """In the browser, too: it shows the login page."""
    language = request.POST.get("language")
    if request.user.is_authenticated and request.user.is_staff and language in LANGUAGE_CODES:
        remember(request.user, language)
    return remember_in_this_browser(request)


def remember(user, language):
    Preference.objects.update_or_create(user=user, defaults={"language": language})
