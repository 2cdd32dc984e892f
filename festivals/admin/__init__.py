from . import awards, edition, participants, programme  # noqa: F401  (each registers its models)
