"""What stands: what is grounded in sources and givens, and where support is missing."""

from argmap.semantics.costs import CostOf, Costs
from argmap.semantics.derivations import Derivation
from argmap.semantics.gaps import Circle, FailedInference, Gap
from argmap.semantics.repairs import Repair, Repairs
from argmap.semantics.support import Support, support

__all__ = [
    "Circle",
    "CostOf",
    "Costs",
    "Derivation",
    "FailedInference",
    "Gap",
    "Repair",
    "Repairs",
    "Support",
    "support",
]
