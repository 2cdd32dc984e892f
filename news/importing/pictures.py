"""Pictures that rows and their texts name: found in a folder by the end of their address, and checked like uploads."""

import hashlib
import re
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.files import File

from theatre_site.images import validate_picture
from theatre_site.models import TextPicture
from theatre_site.richtext.allowed import picture_address
from theatre_site.richtext.pictures import PICTURE, SOURCE

# WordPress calls a smaller copy photo-300x200.jpg.
SMALLER_COPY = re.compile(r"-\d+x\d+(?=\.\w+$)")


class Pictures:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.taken_over = {}
        self.made = []
        self.refused = {}

    def find(self, address):
        """The longest end of the address that is a file in the folder, or the original of a smaller copy; or None."""
        parts = [part for part in path_of(address).split("/") if part not in {"", ".", ".."}]
        ends = ["/".join(parts[start:]) for start in range(len(parts))]
        for end in [*ends, *(SMALLER_COPY.sub("", end) for end in ends)]:
            path = (self.folder / end).resolve()
            if path.is_relative_to(self.folder) and path.is_file():
                return path
        return None

    def refusal(self, path):
        """Why it is no picture that is taken; empty if it is."""
        if path not in self.refused:
            try:
                with path.open("rb") as file:
                    validate_picture(File(file, name=path.name))
                self.refused[path] = ""
            except ValidationError as reason:
                self.refused[path] = " ".join(reason.messages)
        return self.refused[path]

    def of_text(self, html):
        """({src: path}, [what is left out and why])"""
        found, notes = {}, []
        for src in sources(html):
            path = self.find(src)
            if path is None:
                notes.append(f"left out, not in the folder: {src}")
            elif refusal := self.refusal(path):
                notes.append(f"left out, {path.name}: {refusal}")
            else:
                found[src] = path
        return found, notes

    def taken_into(self, html, known):
        """The text with addresses of ours. `known` remembers from one import to the next what was taken over."""
        found, _notes = self.of_text(html)
        addresses = {src: self.take_over(path, known) for src, path in found.items()}

        def ours(tag):
            return SOURCE.sub(lambda src: in_place(src, addresses), tag[0], count=1)

        return PICTURE.sub(ours, html)

    def take_over(self, path, known):
        """Its address here; each picture once."""
        print_of = fingerprint(path)
        row = self.taken_over.get(print_of)
        row = row or TextPicture.objects.filter(image=known.get(print_of, "-")).first()
        if row is None:
            with path.open("rb") as file:
                row = TextPicture.objects.create(image=File(file, name=path.name))
            self.made.append(row.image.name)
        self.taken_over[print_of] = row
        known[print_of] = row.image.name
        return row.image.url


def path_of(address):
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return unquote(path) if "\0" not in unquote(path) else ""


def sources(html):
    """Of the pictures that are not ours already."""
    found = (unescape("".join(src.groups(""))) for tag in PICTURE.findall(html) for src in SOURCE.finditer(tag))
    return [src for src in dict.fromkeys(found) if picture_address(src) is None]


def in_place(src, addresses):
    address = addresses.get(unescape("".join(src.groups(""))))
    return f' src="{escape(address)}"' if address else src[0]


def fingerprint(path):
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:32]
