"""What stands: what is grounded in sources and givens, and where support is missing; what is in, out and undecided."""

from argmap.semantics.account import Account, ClaimStep, InferenceStep, Standing, Telling, account
from argmap.semantics.arguments import FrameworkSizeError
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
from argmap.semantics.labelling import Reading, Stance
from argmap.semantics.labels import Change, ElementLabel, Label, Labels, ReadingError, Reason, labels
from argmap.semantics.lines import Line, Lines, SharedGround
from argmap.semantics.load_bearing import LoadBearing, LoadBearingClaim
from argmap.semantics.map_framework import MapArgument, MapFramework, to_framework
from argmap.semantics.pivots import Pivots, pivots
from argmap.semantics.repairs import Repair, Repairs
from argmap.semantics.standards import Thresholds
from argmap.semantics.strengths import Base, BaseScoreError, Method, Strengths, strengths
from argmap.semantics.support import Support, support
from argmap.semantics.telling import TellingAttack, TellingAttacks, telling_attacks
from argmap.semantics.whys import Link, Why, WhyStep, WhyTelling

__all__ = [
    "Acceptance",
    "Account",
    "Base",
    "BaseScoreError",
    "Change",
    "Circle",
    "ClaimStep",
    "CostOf",
    "Costs",
    "Cut",
    "Cuts",
    "Derivation",
    "ElementLabel",
    "FailedInference",
    "Framework",
    "FrameworkError",
    "FrameworkSizeError",
    "Gap",
    "Hinge",
    "Hinges",
    "InferenceStep",
    "Label",
    "Labels",
    "Line",
    "Lines",
    "Link",
    "LoadBearing",
    "LoadBearingClaim",
    "MapArgument",
    "MapFramework",
    "Method",
    "Mode",
    "Pivots",
    "Reading",
    "ReadingError",
    "Reason",
    "Repair",
    "Repairs",
    "Robustness",
    "Semantics",
    "SharedGround",
    "Stance",
    "Standing",
    "Strengths",
    "Support",
    "Telling",
    "TellingAttack",
    "TellingAttacks",
    "Thresholds",
    "TimeLimitError",
    "UnknownArgumentError",
    "Why",
    "WhyStep",
    "WhyTelling",
    "account",
    "labels",
    "pivots",
    "strengths",
    "support",
    "telling_attacks",
    "to_framework",
]
