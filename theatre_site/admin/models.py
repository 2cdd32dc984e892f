"""The admin classes that all our forms, lists and inlines begin with."""

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.forms import BaseInlineFormSet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedFieldAdmin

from theatre_site.languages import columns
from theatre_site.our_time import keep_to_our_time

from .badges import publication_badge, seen_by_visitors
from .files import SaysWhereFilesWereUsed
from .known_choices import KnowsItsChoices, SearchesChoices, tell_what_is_chosen
from .left_out import SaysWhatWasLeftOut
from .list_rows import HasListRows
from .matters import WaitingTexts
from .nothing_is_lost import NothingIsLost
from .previews import ShowsPreviews
from .publishing import PublishesByButtons
from .publishing_in_bulk import PublishesInBulk
from .reading import ShowsTextsAsTheyRead
from .refusals import RefusesToForget
from .translations import SaysWhatIsTranslated
from .typesetting import SetsType, SetsTypeInRows


def both(name):
    """A row of a form: the text in both languages, side by side."""
    return tuple(columns(name))


class SiteFields(SearchesChoices):
    """Tells the browser the language of each text, for its spelling checker and for screen readers; takes no day of
    another age."""

    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 4})},
    }

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        language = getattr(db_field, "_translated_field_language_code", None)
        keep_to_our_time([field])
        if field and language:
            field.widget.attrs["lang"] = language
        return field


class SiteModelAdmin(
    SiteFields,
    SetsType,
    TranslatedFieldAdmin,
    RefusesToForget,
    SaysWhereFilesWereUsed,
    SaysWhatWasLeftOut,
    ShowsTextsAsTheyRead,
    HasListRows,
    NothingIsLost,
    admin.ModelAdmin,
):
    list_per_page = 50

    def changelist_view(self, request, extra_context=None):
        """Under the name of what it lists."""
        title = str(capfirst(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})


class RowsFormSet(BaseInlineFormSet):
    @classmethod
    def get_default_prefix(cls):
        """Django takes the name of the way back from the parent, and some rows have none (`related_name="+"`)."""
        return cls.model._meta.model_name

    def add_fields(self, form, index):
        super().add_fields(form, index)
        tell_what_is_chosen(form)

    def get_unique_error_message(self, unique_check):
        """With the names that stand on the form."""
        fields = [self.model._meta.get_field(name) for name in unique_check if name != self.fk.name]
        return super().get_unique_error_message([f"«{field.verbose_name}»" for field in fields])


class TabularInline(KnowsItsChoices, SiteFields, SetsTypeInRows, admin.TabularInline):
    formset = RowsFormSet
    extra = 0


class StackedInline(KnowsItsChoices, SiteFields, SetsTypeInRows, admin.StackedInline):
    formset = RowsFormSet
    extra = 0


class PhotoInline(StackedInline):
    """For a model that inherits from GalleryPhoto."""

    fields = [
        ("image", "image_ppoi"),
        both("alt"),
        "is_decorative",
        both("caption"),
        ("author", "order"),
        ("shows_children", "has_consent", "seen"),
    ]
    readonly_fields = ["seen"]
    classes = ["collapse"]

    @admin.display(description=_("for visitors"))
    def seen(self, photo):
        return seen_by_visitors(has_picture=bool(photo.image), is_public=photo.is_public)


class VideoInline(StackedInline):
    """For a model that inherits from Video."""

    fields = [both("title"), ("url", "length", "order")]
    classes = ["collapse"]


def elsewhere():
    """The fieldset of whatever inherits from Shareable."""
    return (
        _("Search engines and sharing"),
        {"fields": [both("search_title"), both("search_description")], "classes": ["collapse"]},
    )


def publication():
    """The last fieldset of whatever is written first and published then."""
    return _("Publication"), {"fields": ["status", "to_look_at", ("publish_at", "unpublish_at")]}


class PublishableAdmin(
    PublishesByButtons, PublishesInBulk, ShowsPreviews, SaysWhatIsTranslated, WaitingTexts, SiteModelAdmin
):
    save_on_top = True

    def get_view_on_site_url(self, obj=None):
        """No link to a page that visitors would not find."""
        return super().get_view_on_site_url(obj) if obj and obj.is_public else None

    @admin.display(description=_("for visitors"), ordering="status")
    def publication(self, obj):
        return publication_badge(obj)
