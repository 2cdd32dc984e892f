#!/usr/bin/env python
"""Django's command line. On a machine of its own it brings the database and the secret key along."""

import os
import signal
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError

from theatre_site import local_defaults


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "theatre_site.settings")
    # A script that says `make run &` hands down a deaf ear for Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        local_defaults.fill_in()
        execute_from_command_line(sys.argv)
    except KeyboardInterrupt:
        sys.exit(130)
    except OperationalError as error:
        sys.exit(f"The database does not answer: {first_line(error)}")
    except (local_defaults.LocalProblem, ImproperlyConfigured) as error:
        sys.exit(first_line(error))


def first_line(error):
    return str(error).partition("\n")[0]


if __name__ == "__main__":
    main()
