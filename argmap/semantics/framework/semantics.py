"""What can be asked of a framework: semantics and modes of acceptance."""

from __future__ import annotations

from enum import StrEnum


class Semantics(StrEnum):
    """Which sets of arguments count as extensions."""

    CONFLICT_FREE = "conflict-free"
    """No member attacks a member (Dung 1995)."""
    ADMISSIBLE = "admissible"
    """Conflict-free, and each attacker of a member is attacked by a member (Dung 1995)."""
    COMPLETE = "complete"
    """Admissible, and what it defends is in it (Dung 1995)."""
    GROUNDED = "grounded"
    """The least complete extension (Dung 1995)."""
    PREFERRED = "preferred"
    """Admissible, and no larger set is (Dung 1995)."""
    STABLE = "stable"
    """Conflict-free, and it attacks all that is not in it (Dung 1995)."""
    SEMI_STABLE = "semi-stable"
    """Complete, and no other has a larger range: the members and what they attack (Caminada 2006)."""
    STAGE = "stage"
    """Conflict-free, and no other has a larger range (Verheij 1996)."""
    IDEAL = "ideal"
    """The largest admissible set that is in all preferred extensions (Dung, Mancarella and Toni 2007)."""


class Mode(StrEnum):
    """Of how many extensions an argument has to be a member."""

    CREDULOUS = "credulous"
    """Of at least one."""
    SKEPTICAL = "skeptical"
    """Of all; so every argument is accepted where there is no extension."""
