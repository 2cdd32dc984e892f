"""The first content of a new site: YAML files to read and edit here, and `manage.py load_sample` to load them.

The plays are world classics; people, companies, dates and most texts are plainly samples to be written over.
`loader.py` explains how a file is written, `moments.py` how a date is.
"""
