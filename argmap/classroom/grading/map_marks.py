"""How a map scores against one reference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum, isfinite

from argmap.classroom.agreement import Overlap, overlap
from argmap.classroom.denial import denial
from argmap.classroom.grading.ladder import Ladder
from argmap.classroom.grading.replies import NEARNESS, Replies
from argmap.graph.alignment import Alignment, align
from argmap.graph.links import Linked, link_alike
from argmap.model import ArgumentMap

PARTS = ("claims", "links", "grouping")
"""The parts of the grade of a map, in the order of the weights."""

WHOLE = "score"
"""The name under which a teacher overrides the whole score."""


@dataclass(frozen=True, slots=True)
class Marking:
    """How maps are marked.

    Attributes:
        weights: what claims, links and co-premises count.
        nearly: how much of the credit for links that are nearly right counts.
        given: ids of claims that students were handed.
        overrides: scores of a teacher, by name of the part or of the whole.
        least: how alike the texts of two claims have to be that say the same.
    """

    weights: tuple[float, ...]
    nearly: float
    given: frozenset[str]
    overrides: Mapping[str, float]
    least: float

    def __post_init__(self) -> None:
        if len(self.weights) != len(PARTS) or not all(isfinite(weight) and weight >= 0 for weight in self.weights):
            raise ValueError(f"found the weights {self.weights}, expected three numbers from 0 on")
        if sum(self.weights) == 0:
            raise ValueError("found only weights of 0, expected one above 0")
        if unknown := sorted(self.overrides.keys() - {*PARTS, WHOLE}):
            raise ValueError(f"found an override of {unknown[0]!r}, expected one of {', '.join((*PARTS, WHOLE))}")
        for name, value in {"nearly": self.nearly, **self.overrides}.items():
            if not (isfinite(value) and 0 <= value <= 1):
                raise ValueError(f"found {value} for {name}, expected a number from 0 to 1")


@dataclass(frozen=True, slots=True)
class Marks:
    """How a map scores against one reference.

    Attributes:
        alignment: which claims say the same.
        student, reference: both maps as links under the names of the reference, without given claims that no link uses.
        overlaps: how much of claims, links and co-premises is right.
        nearly_right: the sum of the credits of the map's links that are nearly right.
        scores: for each part its score, 0 to 1; None if neither map has anything of it.
        score: the weighted mean, 0 to 1.
    """

    alignment: Alignment
    student: Linked
    reference: Linked
    overlaps: tuple[Overlap, ...]
    nearly_right: float
    scores: tuple[float | None, ...]
    score: float


def mark(student: ArgumentMap, reference: ArgumentMap, marking: Marking) -> Marks:
    """Return how a map scores against one reference."""
    alignment = align(student, reference, least=marking.least, sense=denial(reference.language))
    ours, theirs = (_without_unused(linked, marking.given) for linked in link_alike(student, reference, alignment))
    overlaps = (
        overlap(theirs.claims, ours.claims),
        overlap(theirs.links, ours.links),
        overlap(theirs.pairs, ours.pairs),
    )
    objections = {**ours.objections, **theirs.objections}
    found = _nearly(ours, theirs, objections) * marking.nearly
    wanted = _nearly(theirs, ours, objections) * marking.nearly
    scores = [None if part.is_empty else part.f1 for part in overlaps]
    if found or wanted:
        scores[1] = _soft_f1(overlaps[1], found, wanted)
    scores = [marking.overrides.get(name, score) for name, score in zip(PARTS, scores, strict=True)]
    whole = marking.overrides.get(WHOLE, _mean(scores, marking.weights))
    return Marks(alignment, ours, theirs, overlaps, found, tuple(scores), whole)


def _without_unused(linked: Linked, given: frozenset[str]) -> Linked:
    """Return the map without claims that were handed out and that no link uses: to copy a list finds nothing."""
    if not given:
        return linked
    used = linked.used
    return replace(linked, claims=frozenset(c for c in linked.claims if own_id(c) not in given or c in used))


def own_id(name: str) -> str:
    """Return the id behind the name of a claim, whether the reference has the claim or not."""
    return name.removesuffix("[]")


def _nearly(found: Linked, other: Linked, objections: Mapping[str, Sequence[str]]) -> float:
    """Return the sum of the credits of those links of one map that the other has not, but leads near.

    A reply in its other form has credit only where the other map's is not found already, so that nobody gains by
    drawing both.
    """
    lone = sorted(found.links - other.links)
    ladder = Ladder(other.links)
    replies = Replies(other.links - found.links, objections)
    return fsum(max(ladder.nearness(link), NEARNESS * any(replies.other_forms(link))) for link in lone)


def _soft_f1(part: Overlap, found: float, wanted: float) -> float:
    precision = (part.shared + found) / part.found if part.found else 0.0
    recall = (part.shared + wanted) / part.reference if part.reference else 0.0
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def _mean(scores: Sequence[float | None], weights: Sequence[float]) -> float:
    counted = [(score, weight) for score, weight in zip(scores, weights, strict=True) if score is not None and weight]
    if not counted:
        return 1.0  # neither map has anything that counts
    return min(1.0, fsum(score * weight for score, weight in counted) / fsum(weight for _, weight in counted))
