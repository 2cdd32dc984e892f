"""Which compression a visitor's browser takes (RFC 9110, 12.5.3), and how it is made."""

import gzip
from functools import lru_cache

import brotli

# A few times faster than the smallest, and a few per cent larger
COMPRESS = {
    "br": lambda content: brotli.compress(content, quality=5),
    "gzip": lambda content: gzip.compress(content, 6, mtime=0),
}


@lru_cache(maxsize=256)
def best_encoding(accepted):
    """br, gzip or nothing, for the value of Accept-Encoding."""
    taken = dict(weighted(word) for word in accepted.lower().split(","))
    return next((encoding for encoding in COMPRESS if taken.get(encoding, taken.get("*", 0)) > 0), "")


def weighted(word):
    encoding, _, weight = word.partition(";")
    try:
        return encoding.strip(), float(weight.strip().removeprefix("q=") or 1)
    except ValueError:
        return encoding.strip(), 0.0
