from django.apps import AppConfig
from django.contrib.staticfiles.apps import StaticFilesConfig as DjangoStaticFilesConfig
from django.utils.translation import gettext_lazy as _


class TheatreSiteConfig(AppConfig):
    name = "theatre_site"
    verbose_name = _("The theatre")


class StaticFilesConfig(DjangoStaticFilesConfig):
    """Leaves out what no page may show: CKEditor's sample pages and the plugins that we do without."""

    ignore_patterns = [
        *DjangoStaticFilesConfig.ignore_patterns,
        "ckeditor/ckeditor/samples",
        "codesnippet",
        "preview",
        "docprops",
    ]
