"""Hinges: claims at which an argument rests, and without which a main claim would not be grounded."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.semantics.derivations import grounded_part
from argmap.semantics.load_bearing import load_bearing_of

if TYPE_CHECKING:
    from argmap.semantics.support import Support

_LEAST_WORK = 100_000
_WORK_FOR_SIZE = 20


@dataclass(frozen=True, slots=True)
class Hinge:
    """A claim that is held, and on which main claims hang.

    Attributes:
        claim_id: the claim.
        main_claims: the ids of the main claims that would not be grounded without it, sorted.
    """

    claim_id: str
    main_claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hinges:
    """The claims on which main claims hang.

    Attributes:
        found: the claims, by id.
        unseen: the ids of the main claims that may hang on more, as the limit was reached, sorted.
    """

    found: tuple[Hinge, ...]
    unseen: tuple[str, ...]


def find_hinges(support: Support, work_limit: int = 5_000_000) -> Hinges:
    """Return the held claims without which main claims that are grounded and not held would not be grounded.

    See `Support.load_bearing`; the limit is for all main claims together, those whose ids sort first before others.

    Args:
        support: what supports what.
        work_limit: so many claims and steps to look at, about a second for each million.
    """
    hanging: dict[str, list[str]] = defaultdict(list)
    unseen: list[str] = []
    left = work_limit
    for main_id in sorted(support.grounded.intersection(support.graph.main_claims) - support.held):
        if left <= 0:
            unseen.append(main_id)
            continue
        part = grounded_part(support.graph, support.grounded, main_id)
        work = min(left, max(_LEAST_WORK, _WORK_FOR_SIZE * part.size))
        answer = load_bearing_of(part, support.held, main_id, work)
        # No search looks at the whole part more often than it has claims.
        left -= part.size + min(work, part.size * len(part.ids))
        for other in answer.found:
            if other.claim_id in support.held:
                hanging[other.claim_id].append(main_id)
        if not answer.is_exact:
            unseen.append(main_id)
    return Hinges(tuple(Hinge(claim_id, tuple(hanging[claim_id])) for claim_id in sorted(hanging)), tuple(unseen))
