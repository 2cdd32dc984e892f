from tests.clock import at

__all__ = ["at"]
