"""What stands: what is grounded in sources and givens, and where support is missing."""

from argmap.semantics.account import Account, ClaimStep, InferenceStep, Standing, Telling, account
from argmap.semantics.costs import CostOf, Costs
from argmap.semantics.cuts import Cut, Cuts, Robustness
from argmap.semantics.derivations import Derivation
from argmap.semantics.gaps import Circle, FailedInference, Gap
from argmap.semantics.lines import Line, Lines, SharedGround
from argmap.semantics.load_bearing import LoadBearing, LoadBearingClaim
from argmap.semantics.repairs import Repair, Repairs
from argmap.semantics.support import Support, support

__all__ = [
    "Account",
    "Circle",
    "ClaimStep",
    "CostOf",
    "Costs",
    "Cut",
    "Cuts",
    "Derivation",
    "FailedInference",
    "Gap",
    "InferenceStep",
    "Line",
    "Lines",
    "LoadBearing",
    "LoadBearingClaim",
    "Repair",
    "Repairs",
    "Robustness",
    "SharedGround",
    "Standing",
    "Support",
    "Telling",
    "account",
    "support",
]
