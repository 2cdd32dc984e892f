"""Every setting of the site. What differs between machines comes from the environment; README lists it.

`manage.py` fills in what a machine of its own needs (see local_defaults.py): a private PostgreSQL and a
secret key under var/. Anything else that runs the site, such as gunicorn in production, must say both.
"""

import os
import re
from datetime import timedelta
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))


def required(name):
    try:
        return os.environ[name]
    except KeyError:
        raise ImproperlyConfigured(f"Set the environment variable {name}; see README, “Settings”.") from None


def switched_on(name, *, default="0"):
    return os.environ.get(name, default).lower() in {"1", "true", "yes", "on"}


def listed(name, *, default=""):
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


# Who may come in

SECRET_KEY = required("SECRET_KEY")
DEBUG = switched_on("DEBUG")
ALLOWED_HOSTS = listed("ALLOWED_HOSTS", default="127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = listed("CSRF_TRUSTED_ORIGINS")

# Where the office stands: one or more words with slashes between them, none of which visitors use.
ADMIN_PATH = f"/{os.environ.get('ADMIN_PATH', 'admin').strip('/')}/"
if not re.fullmatch(r"(/[A-Za-z0-9_-]+)+/", ADMIN_PATH) or ADMIN_PATH.split("/")[1] in {"media", "static", "ru", "uk"}:
    raise ImproperlyConfigured("ADMIN_PATH is like admin or back/office, and none of media, static, ru and uk.")

# HTTPS=1 says that visitors come over TLS, which a proxy in front ends.
HTTPS = switched_on("HTTPS")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = ["^(healthz|readyz)$"]  # whoever asks for the health does so from beside the site
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# A grid of the office is one form: twelve weeks in the planner at New Year, the programme of a festival
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
CSRF_FAILURE_VIEW = "theatre_site.views.refused"
X_FRAME_OPTIONS = "DENY"

# What the site is made of

INSTALLED_APPS = [
    "axes",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "theatre_site.apps.TheatreSiteConfig",
    "news.apps.NewsConfig",
    "repertoire.apps.RepertoireConfig",
    "festivals.apps.FestivalsConfig",
    "ckeditor",
    "translated_fields",
    "imagefield",
    "reversion",
    "theatre_site.apps.OfficeConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "theatre_site.apps.StaticFilesConfig",
    "django_cleanup.apps.CleanupConfig",  # last, as it asks for: deletes files that no row has any more
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "theatre_site.headers.HeadersMiddleware",
    "theatre_site.compression.CompressTextMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "theatre_site.languages.LanguageMiddleware",
    "theatre_site.appearance.AppearanceMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "axes.middleware.AxesMiddleware",
    "theatre_site.versions.AdminRevisionMiddleware",
    "theatre_site.editors_language.EditorsLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "theatre_site.urls"
WSGI_APPLICATION = "theatre_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "theatre_site.languages.languages",
                "theatre_site.appearance.appearance",
                "theatre_site.front_desk.front_desk",
            ],
        },
    }
]

# Data

DATABASES = {"default": dj_database_url.parse(required("DATABASE_URL"), conn_max_age=60, conn_health_checks=True)}
# Seconds and milliseconds until a server that has vanished from the net is given up
PATIENCE = {"connect_timeout": 5, "tcp_user_timeout": 10_000}
DATABASES["default"]["OPTIONS"] = PATIENCE | DATABASES["default"].get("OPTIONS", {})
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Memory that a process keeps finished pages in; with 0 each is made anew, of parts that many have in common
PAGE_CACHE_MB = int(os.environ.get("PAGE_CACHE_MB", "64"))

MEDIA_URL = "/media/"
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT", VAR_DIR / "media"))

# What was deleted or replaced leaves the web at once and is kept here, so that it can be taken back
BIN_ROOT = Path(os.environ.get("BIN_ROOT", VAR_DIR / "bin"))
BIN_DAYS = int(os.environ.get("BIN_DAYS", "30"))

# Uploads, and the bin, in S3-compatible storage instead, which many machines share
MEDIA_S3 = {
    "bucket_name": os.environ.get("MEDIA_S3_BUCKET"),
    "endpoint_url": os.environ.get("MEDIA_S3_ENDPOINT"),
    "region_name": os.environ.get("MEDIA_S3_REGION"),
    "access_key": os.environ.get("MEDIA_S3_ACCESS_KEY"),
    "secret_key": os.environ.get("MEDIA_S3_SECRET_KEY"),
}
MEDIA_STORAGE = "bucket.BucketWithBin" if MEDIA_S3["bucket_name"] else "recycle_bin.StorageWithBin"

# theatre_site/images checks and names what comes in; renditions lie two folders deep
IMAGEFIELD_VALIDATE_ON_SAVE = False
IMAGEFIELD_BIN_DEPTH = 2

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", VAR_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": f"theatre_site.{MEDIA_STORAGE}"},
    "staticfiles": {"BACKEND": "theatre_site.static_files.SiteStaticFilesStorage"},
}

# Languages and time: the first language is the one that an address without a language shows

LANGUAGES = [("ru", _("Russian")), ("uk", _("Ukrainian"))]
LANGUAGE_CODE = os.environ.get("DEFAULT_LANGUAGE", "ru")
if LANGUAGE_CODE not in dict(LANGUAGES):
    raise ImproperlyConfigured(f"DEFAULT_LANGUAGE is ru or uk, not {LANGUAGE_CODE}.")
LOCALE_PATHS = [BASE_DIR / "theatre_site" / "locale"]
FORMAT_MODULE_PATH = "theatre_site.formats"
USE_I18N = True

TIME_ZONE = os.environ.get("TIME_ZONE", "Europe/Kyiv")
USE_TZ = True

# People

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "theatre_site.editors_language.StaffBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Whoever guesses is locked out under one name from one address, never a whole theatre that shares an address
TRUSTED_PROXIES = listed("TRUSTED_PROXIES", default="127.0.0.0/8,::1")
AXES_CLIENT_IP_CALLABLE = "theatre_site.sign_in.where_from.address_of"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "theatre_site.sign_in.locked.locked"
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "code"]
OTP_TOTP_ISSUER = ALLOWED_HOSTS[0].strip(".") if ALLOWED_HOSTS else ""  # what the app on the telephone calls us
SIGN_INS_KEPT_DAYS = int(os.environ.get("SIGN_INS_KEPT_DAYS", "180"))

# Writing: the toolbar makes only what theatre_site/richtext keeps

CKEDITOR_CONFIGS = {
    "default": {
        "toolbar": [
            ["Format", "Bold", "Italic"],
            ["NumberedList", "BulletedList", "Blockquote", "Table"],
            ["Link", "Unlink", "Picture", "Video"],
            ["PasteText", "RemoveFormat", "Undo", "Redo", "Maximize"],
        ],
        "format_tags": "p;h2;h3;h4",
        "allowedContent": (
            "p h2 h3 h4 strong em sub sup ul li blockquote footer figure figcaption caption thead tbody tr hr br table;"
            "ol[start]; a[!href,title,hreflang]; img[!src,alt,width,height]; td th[colspan,rowspan,scope]; span[!lang]"
        ),
        "bodyClass": "rich flow",
        "width": "100%",
        "height": 320,
        "extraPlugins": "writing",
        "removePlugins": (
            "exportpdf,preview,newpage,print,save,templates,codesnippet,iframe,flash,smiley,forms,scayt,wsc,language,"
            "image,uploadimage,elementspath,about,bidi,colorbutton,colordialog,copyformatting,div,font,justify,"
            "pagebreak,showblocks,stylescombo,sourcearea"
        ),
        "removeDialogTabs": "table:advanced;tableProperties:advanced",
        "clipboard_handleImages": False,
        "versionCheck": False,
        "entities": False,
        "disableNativeSpellChecker": False,
        "title": False,
    }
}
SILENCED_SYSTEM_CHECKS = [
    # What stands on other hosts of the theatre's domain is its owner's to decide, once for all of them
    "security.W005",  # HSTS for subdomains
    "security.W021",  # the list that browsers ship
    "ckeditor.W001",  # CKEditor 4 gets no more security fixes: SECURITY.md says what we do about it
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"one_line": {"()": "theatre_site.logs.OneLine"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "refused": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["one_line"]},
    },
    "loggers": {"django.security": {"handlers": ["refused"], "propagate": False}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
