"""Parts of addresses: what is no year or no month matches nothing, and so is a 404 by itself."""

from django.urls import register_converter


class Year:
    """Of this theatre's time, past and to come. Others have no page, but a calendar may point one step beyond."""

    regex = r"\d{4}"
    first, last = 1900, 2199

    def to_python(self, value):
        year = int(value)
        if not self.first <= year <= self.last:
            raise ValueError
        return year

    def to_url(self, value):
        return f"{value:04d}"


class TwoDigits:
    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{value:02d}"


class Month(TwoDigits):
    regex = r"0[1-9]|1[0-2]"


class IsoWeek(TwoDigits):
    """A week of ISO 8601, from Monday on. Not every year has a week 53."""

    regex = r"0[1-9]|[1-4]\d|5[0-3]"


register_converter(Year, "year")
register_converter(Month, "month")
register_converter(IsoWeek, "week")
