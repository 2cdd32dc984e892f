from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.contrib.staticfiles.apps import StaticFilesConfig as DjangoStaticFilesConfig
from django.utils.translation import gettext_lazy as _

# Plugins that are not part of the editor as it is built, or that settings.CKEDITOR_CONFIGS removes from it
UNUSED_PLUGINS = (
    "about adobeair ajax autoembed autogrow autolink bbcode codesnippet codesnippetgeshi colordialog "
    "copyformatting devtools div divarea docprops embed embedbase embedsemantic exportpdf flash forms iframe "
    "iframedialog image image2 language mathjax newpage pagebreak placeholder preview print save scayt "
    "sharedspace showblocks smiley sourcedialog stylesheetparser tableresize templates uicolor uploadimage wsc"
)


class TheatreSiteConfig(AppConfig):
    name = "theatre_site"
    verbose_name = _("The theatre")


class OfficeConfig(AdminConfig):
    default_site = "theatre_site.office.Office"


class StaticFilesConfig(DjangoStaticFilesConfig):
    """Leaves out what the editor never asks for: sample pages, spare skins, plugins and languages."""

    ignore_patterns = [
        *DjangoStaticFilesConfig.ignore_patterns,
        *(f"ckeditor/ckeditor/plugins/{plugin}/*" for plugin in UNUSED_PLUGINS.split()),
        "ckeditor/ckeditor/samples/*",
        "ckeditor/ckeditor/adapters/*",
        "ckeditor/ckeditor/skins/moono/*",
        "ckeditor/ckeditor/skins/*_ie*.css",
        "ckeditor/ckeditor/*.md",
        "ckeditor/ckeditor/*build*",
        "ckeditor/galleriffic/*",
        "ckeditor/file-icons/*",
        # languages other than en, ru, uk
        "ckeditor/ckeditor/*lang/[!eru]*",
        "ckeditor/ckeditor/*lang/e[!n]*",
        "ckeditor/ckeditor/*lang/en-*",
        "ckeditor/ckeditor/*lang/r[!u]*",
        "ckeditor/ckeditor/*lang/u[!k]*",
    ]
