from . import performance, production, rhythm  # noqa: F401  (each registers its models)
