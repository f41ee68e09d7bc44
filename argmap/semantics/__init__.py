"""What stands: what is grounded in sources and givens, and where support is missing."""

from argmap.semantics.support import Support, support

__all__ = ["Support", "support"]
