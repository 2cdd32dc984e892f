"""The whole site as one file, and back: database, uploads and recycle bin.

No program of PostgreSQL takes part, so any server of any version will do, and a machine that has none: every table
leaves by COPY inside one transaction that sees one moment, and comes back into tables that the migrations of that
moment have made, which are then brought up to date.

container   the file: a zip with its manifest last and a seal over every byte
tables      rows out and in
uploads     which files there are, and how they are read while editors work
making      these put together: `manage.py backup`
schemas     the database is built anew beside the one that serves, and takes its place in one transaction
laying      files are laid beside; those that the old database knows stay until the new one has taken its place
restoring   these put together: `manage.py restore`
progress    how far it is

Left out are sessions, for whoever holds a key from there is logged in, and SECRET_KEY, which is in no table. What is
inside are the hashes of passwords and, where they are used, the keys of second factors.
"""

from .container import ArchiveProblem
from .making import back_up
from .restoring import Restoration

__all__ = ["ArchiveProblem", "Restoration", "back_up"]
