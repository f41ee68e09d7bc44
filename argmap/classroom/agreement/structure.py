"""How far the structures of two maps agree: links, ways, what stands below, and the way from one to the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass
from math import fsum

from argmap.classroom.agreement.overlap import Overlap, overlap
from argmap.classroom.agreement.paths import distances, find_paths, ways_down, ways_up
from argmap.graph.links import Link, Linked


def link_overlap(one: Linked, other: Linked, *, labelled: bool = True) -> Overlap:
    """Return how many links are in both maps; without labels, those with the same child and parent."""
    if labelled:
        return overlap(one.links, other.links)
    return overlap(_bare(one.links), _bare(other.links))


def path_overlap(one: Linked, other: Linked) -> Overlap | None:
    """Return how many ways are in both maps: ways of one link or more, without labels, that meet no claim twice.

    The mean of recalls over it is MAR path.

    Returns:
        The overlap; None if one of the maps has more than `MOST_PATHS` ways.

    Source: Putra, Teufel and Tokunaga, Annotating argumentative structure in EFL learner essays (2021).
    """
    ours, theirs = find_paths(ways_up(one.links)), find_paths(ways_up(other.links))
    return None if ours is None or theirs is None else overlap(ours, theirs)


@dataclass(frozen=True, slots=True)
class Below:
    """How far two maps agree about what stands below each claim (MAR dset), the claim itself included.

    Of a claim that is in no link of a map nothing is there, not even the claim itself. A leaf of both maps agrees in
    any case, so that both numbers are high even for maps that have little in common: they are no grades.

    Attributes:
        exact: the share of claims below which the same claims stand, 0 to 1.
        partial: the mean over the claims of how much of what stands below is the same, as MAR, 0 to 1.
    """

    exact: float
    partial: float


def below_overlap(one: Linked, other: Linked, claims: Collection[str]) -> Below:
    """Return how far two maps agree about what stands below each of the claims; O(n · m).

    Source: Putra, Teufel and Tokunaga, Annotating argumentative structure in EFL learner essays (2021).
    """
    if not claims:
        return Below(1.0, 1.0)
    ours, theirs = _below(one, claims), _below(other, claims)
    found = [overlap(ours[claim], theirs[claim]) for claim in sorted(claims)]
    exact = sum(part.shared == part.reference == part.found for part in found)
    return Below(exact / len(found), fsum(part.mean_recall for part in found) / len(found))


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near the links of two maps are: a link counts as 1 ÷ the number of steps from its child to its parent.

    Attributes:
        reference: the mean over the links of the first map, by the steps that it takes in the second; 0 to 1.
        found: the mean over the links of the second map, by the steps that it takes in the first.
    """

    reference: float
    found: float

    @property
    def average(self) -> float:
        """The mean of both, 0 to 1."""
        return (self.reference + self.found) / 2

    @property
    def f1(self) -> float:
        """The harmonic mean of both, 0 to 1."""
        total = self.reference + self.found
        return 2 * self.reference * self.found / total if total else 0.0


def kirschner(one: Linked, other: Linked) -> Nearness:
    """Return how near the links of two maps are, without labels; O(n · m).

    It is the one measure here that gives credit for a premise that stands under a claim that is too high up.

    Source: Kirschner, Eckle-Kohler and Gurevych, Linking the Thoughts (2015), section 5.
    """
    ours, theirs = _bare(one.links), _bare(other.links)
    if not ours and not theirs:
        return Nearness(1.0, 1.0)
    return Nearness(_nearness(ours, other.links), _nearness(theirs, one.links))


def edit_distance(one: Linked, other: Linked) -> int:
    """Return how many edits make one map the other: a link or a claim added or taken away, or a label changed."""
    ours, theirs = _bare(one.links), _bare(other.links)
    changed = {(link.child, link.parent) for link in one.links ^ other.links} & ours & theirs
    return len(ours ^ theirs) + len(changed) + len(one.claims ^ other.claims)


def edit_similarity(one: Linked, other: Linked) -> float:
    """Return 1 - edits ÷ (links of both + claims of one only), at least 0; 1 for two maps without links."""
    most = len(_bare(one.links)) + len(_bare(other.links)) + len(one.claims ^ other.claims)
    return max(0.0, 1 - edit_distance(one, other) / most) if most else 1.0


def _below(linked: Linked, claims: Iterable[str]) -> dict[str, Set[str]]:
    ways, used = ways_down(linked.links), {name for link in linked.links for name in link[:2]}
    return {claim: distances(ways, claim).keys() if claim in used else frozenset() for claim in claims}


def _nearness(pairs: Collection[tuple[str, str]], links: Collection[Link]) -> float:
    if not pairs:
        return 0.0
    direct, ways = _bare(links), ways_up(links)
    from_child = {child: distances(ways, child) for child in sorted({child for child, _ in pairs})}
    steps = [from_child[child].get(parent) for child, parent in pairs if (child, parent) not in direct]
    near = fsum(1 / number for number in steps if number)
    return (len(pairs) - len(steps) + near) / len(pairs)


def _bare(links: Iterable[Link]) -> frozenset[tuple[str, str]]:
    return frozenset((link.child, link.parent) for link in links)
