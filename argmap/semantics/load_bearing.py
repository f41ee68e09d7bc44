"""Load-bearing claims: those without which a claim would not be grounded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from argmap.semantics.derivations import claims_of
from argmap.semantics.foundation import FALLEN, Foundation, find_between
from argmap.semantics.part import Part


@dataclass(frozen=True, slots=True)
class LoadBearingClaim:
    """A claim without which another one would not be grounded.

    It brings that one down, or one nearer to it which in turn does: neither that one nor any of those that fall in
    between is held, and each inference that leads to one of them and holds needs the claim or another that falls.

    Attributes:
        claim_id: the claim.
        brings_down: the id of the nearest claim that it brings down and that all depends on.
        falls: the ids of the claims that fall in between, sorted.
    """

    claim_id: str
    brings_down: str
    falls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadBearing:
    """The claims without which one claim would not be grounded.

    Attributes:
        claim_id: the claim.
        found: the claims, nearest first; () for a claim that is held itself, or that is not grounded.
        undecided: the ids of claims that could be load-bearing too, sorted; () unless the limit was reached.
    """

    claim_id: str
    found: tuple[LoadBearingClaim, ...]
    undecided: tuple[str, ...]

    @property
    def is_exact(self) -> bool:
        """Whether the limit was not reached, so that no other claim is load-bearing."""
        return not self.undecided


def load_bearing_of(part: Part, held: Collection[str], claim_id: str, work: int) -> LoadBearing:
    """Return the claims without which a grounded claim falls.

    Args:
        part: what `grounded_part` gives for the claim.
        held: the ids of the claims that are held.
        claim_id: the claim.
        work: so many claims and steps to look at before the rest is left undecided.
    """
    target = part.number[claim_id]
    pillars = _Pillars(part, {number for number, other in enumerate(part.ids) if other in held}, target)
    undecided = pillars.test(work)
    found = tuple(
        LoadBearingClaim(part.ids[claim], part.ids[above], tuple(part.ids[other] for other in between))
        for claim, (above, between) in pillars.sorted()
    )
    return LoadBearing(claim_id, found, tuple(sorted(part.ids[claim] for claim in undecided)))


class _Pillars:
    """The load-bearing claims that are found so far, each with the one that it brings down and what falls between."""

    def __init__(self, part: Part, held: Collection[int], target: int) -> None:
        self._part = part
        self._held = held
        self._target = target
        self._foundation = Foundation(part, held)
        self._order = claims_of(part, self._foundation.step.__getitem__, target)
        self._found: dict[int, tuple[int, tuple[int, ...]]] = {}
        self._place = {target: 0}
        self._follow([target])

    def sorted(self) -> list[tuple[int, tuple[int, tuple[int, ...]]]]:
        """Return what is found, nearest to the target first."""
        place = {claim: number for number, claim in enumerate(self._order)}
        return sorted(self._found.items(), key=lambda item: place[item[0]])

    def test(self, work: int) -> list[int]:
        """Try the target without each claim of its derivation; return those that were left when the work was done.

        Where it stands without a claim, it has another derivation, and only what that needs too can be load-bearing.
        To look at it costs no more in all than the trials themselves.
        """
        left = {claim for claim in self._order if claim != self._target}
        looked = 0
        for claim in self._order:
            if claim not in left or claim in self._found:
                continue
            if self._foundation.work >= work:
                return sorted(left - self._found.keys())
            left.discard(claim)
            outcome = self._foundation.find_falling_up_to(claim, self._place)
            fallen = [other for other, step in outcome.items() if step == FALLEN]
            if any(other in self._place for other in fallen):
                self._add(claim, fallen)
            elif looked <= self._foundation.work:
                other_way = claims_of(self._part, partial(self._step_after, outcome), self._target)
                looked += len(other_way)
                left.intersection_update(other_way)
        return []

    def _step_after(self, outcome: Mapping[int, int], claim: int) -> int:
        return outcome.get(claim, self._foundation.step[claim])

    def _add(self, claim: int, fallen: Sequence[int]) -> None:
        """Note a load-bearing claim, with what falls between it and the last one found that it brings down."""
        above = max((other for other in fallen if other in self._place), key=self._place.__getitem__)
        self._note(claim, above, find_between(self._part, [claim], frozenset(fallen), above))
        self._follow([claim])

    def _follow(self, claims: list[int]) -> None:
        """Note the premises of each claim that only one step grounds, and so on."""
        for claim in claims:
            steps = self._part.to[claim]
            if claim not in self._held and len(steps) == 1:
                for premise in self._part.bodies[steps[0]]:
                    if premise not in self._place:
                        self._note(premise, claim, ())
                        claims.append(premise)

    def _note(self, claim: int, above: int, between: Iterable[int]) -> None:
        self._found[claim] = (above, tuple(between))
        self._place[claim] = len(self._place)
