"""A year of two digits, as Django takes it in Russian."""

from django.conf.locale.uk.formats import DATE_INPUT_FORMATS as DJANGOS

DATE_INPUT_FORMATS = [*DJANGOS, "%d.%m.%y"]
