"""Abstract argumentation frameworks, for research: extensions and acceptance under the usual semantics."""

from argmap.semantics.framework.framework import Acceptance, Framework, FrameworkError, UnknownArgumentError
from argmap.semantics.framework.limited import TimeLimitError
from argmap.semantics.framework.semantics import Mode, Semantics

__all__ = [
    "Acceptance",
    "Framework",
    "FrameworkError",
    "Mode",
    "Semantics",
    "TimeLimitError",
    "UnknownArgumentError",
]
