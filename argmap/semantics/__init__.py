"""What stands: what is grounded in sources and givens, and where support is missing."""

from argmap.semantics.account import Account, ClaimStep, InferenceStep, Standing, Telling, account
from argmap.semantics.costs import CostOf, Costs
from argmap.semantics.cuts import Cut, Cuts, Robustness
from argmap.semantics.derivations import Derivation
from argmap.semantics.framework import (
    Acceptance,
    Framework,
    FrameworkError,
    Mode,
    Semantics,
    TimeLimitError,
    UnknownArgumentError,
)
from argmap.semantics.gaps import Circle, FailedInference, Gap
from argmap.semantics.hinges import Hinge, Hinges
from argmap.semantics.lines import Line, Lines, SharedGround
from argmap.semantics.load_bearing import LoadBearing, LoadBearingClaim
from argmap.semantics.repairs import Repair, Repairs
from argmap.semantics.support import Support, support

__all__ = [
    "Acceptance",
    "Account",
    "Circle",
    "ClaimStep",
    "CostOf",
    "Costs",
    "Cut",
    "Cuts",
    "Derivation",
    "FailedInference",
    "Framework",
    "FrameworkError",
    "Gap",
    "Hinge",
    "Hinges",
    "InferenceStep",
    "Line",
    "Lines",
    "LoadBearing",
    "LoadBearingClaim",
    "Mode",
    "Repair",
    "Repairs",
    "Robustness",
    "Semantics",
    "SharedGround",
    "Standing",
    "Support",
    "Telling",
    "TimeLimitError",
    "UnknownArgumentError",
    "account",
    "support",
]
