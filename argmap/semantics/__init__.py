"""What stands: what is grounded in sources and givens, and where support is missing."""

from argmap.semantics.support import Repair, Support, support

__all__ = ["Repair", "Support", "support"]
