"""Pivots: the smallest sets of elements whose rejection changes whether a claim is in."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.semantics.labels import Label, Labels
from argmap.semantics.whys import WhyTelling

MOST_LABELLINGS = 2000
"""How many labellings a search makes before it ends with what it has."""


@dataclass(frozen=True, slots=True)
class Pivots:
    """What a claim's label turns on.

    Attributes:
        claim_id: the claim.
        label: its label as things stand.
        sets: the smallest sets of elements, sorted, such that the claim is no longer in if all of a set are rejected;
            of a claim that is not in, such that it is in then.
        bound: no set has fewer elements than this.
        is_exact: True if `sets` are all of the smallest, or there is none at all up to the size that was asked for.
    """

    claim_id: str
    label: Label
    sets: tuple[tuple[str, ...], ...]
    bound: int
    is_exact: bool


def pivots(
    labels: Labels,
    claim_id: str,
    *,
    most_size: int = 3,
    most_labellings: int = MOST_LABELLINGS,
    time_limit: float | None = None,
) -> Pivots:
    """Return the smallest sets of elements whose rejection brings a claim from in to not in, or from not in to in.

    Exact, by hitting every reason: as long as nothing of a why of the label is rejected that is not out, the label
    stays. So a set has to have an element of that why, of the why that is left then, and so on, and all of these are
    tried, the small sets first. The problem is NP-hard; the search ends with an honest bound when it has used up its
    labellings or its time.

    Args:
        labels: the labels as things stand.
        claim_id: the claim.
        most_size: how many elements a set may have, 1 or more.
        most_labellings: how many labellings may be made.
        time_limit: seconds; None for no limit but the number of labellings, which is the same on each machine.

    Raises:
        UnknownElementError: the map has no such claim.

    Source: Reiter, A theory of diagnosis from first principles (Artificial Intelligence 32, 1987), for hitting sets.
    """
    start = labels.compilation.graph.claim(claim_id).id
    search = _Search(labels, start, most_labellings, None if time_limit is None else time.monotonic() + time_limit)
    for size in range(1, most_size + 1):
        found = sorted(search.sets(size))
        if found or search.is_over:
            return Pivots(start, labels[start].label, tuple(found), size, is_exact=not search.is_over)
        if search.is_closed:
            return Pivots(start, labels[start].label, (), size + 1, is_exact=True)
    return Pivots(start, labels[start].label, (), most_size + 1, is_exact=True)


@dataclass
class _Search:
    """The search for the sets of one size after another."""

    labels: Labels
    claim_id: str
    left: int
    deadline: float | None
    is_over: bool = False
    is_closed: bool = False
    """True if no set of the last size can be made larger so that the label changes."""
    known: dict[frozenset[str], Labels | None] = field(default_factory=dict)

    def sets(self, size: int) -> Iterator[tuple[str, ...]]:
        """Yield the sets of the size; smaller ones have been looked for before."""
        was_in = self.labels[self.claim_id].label is Label.IN
        self.is_closed = True
        stack = [frozenset[str]()]
        seen = set(stack)
        while stack:
            rejected = stack.pop()
            found = self._label(rejected)
            if found is None:
                return
            if (found[self.claim_id].label is Label.IN) != was_in:
                yield tuple(sorted(rejected))
                continue
            candidates = self._candidates(found)
            if len(rejected) == size:
                self.is_closed = self.is_closed and not candidates
                continue
            for element_id in candidates:
                more = rejected | {element_id}
                if more not in seen:
                    seen.add(more)
                    stack.append(more)

    def _label(self, rejected: frozenset[str]) -> Labels | None:
        if rejected not in self.known:
            if self.left <= 0 or (self.deadline is not None and time.monotonic() > self.deadline):
                self.is_over = True
                return None
            self.left -= 1
            self.known[rejected] = self.labels.suppose(reject=rejected)
        return self.known[rejected]

    def _candidates(self, found: Labels) -> list[str]:
        """Return the elements one of which has to be rejected for the label to change."""
        if found[self.claim_id].label is Label.UNDECIDED:
            return self._undecided(found)
        steps = found.why(self.claim_id).steps
        reading = found.compilation.reading
        return sorted(
            {
                step.element_id
                for step in steps
                if step.telling is WhyTelling.HERE
                and step.label.label is Label.IN
                and step.element_id not in reading.accept | {self.claim_id}
            }
        )

    def _undecided(self, found: Labels) -> list[str]:
        """Return all that bears on an undecided claim and is not out."""
        bearing = self.labels.compilation.graph.find_bearing([self.claim_id])
        return sorted(
            element_id
            for element_id in bearing
            if element_id in found and found[element_id].label is not Label.OUT and element_id != self.claim_id
        )
