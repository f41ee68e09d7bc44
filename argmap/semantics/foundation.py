"""What falls when claims are taken away, found from where they are and not from the whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from argmap.semantics.part import Part

FALLEN = -2
"""Stands where the step of a claim would, if no step grounds the claim any more."""


class Foundation:
    """Claims that are grounded, each with the step that grounds it; it can be asked what falls without some of them.

    Attributes:
        part: the claims and the steps between them.
        step: each claim that is grounded, and the number of the step that grounds it; -1 if it is held.
        work: how many claims and steps have been looked at so far.
    """

    def __init__(self, part: Part, held: Iterable[int]) -> None:
        self.part = part
        self.step = part.derive(held)
        self.work = 0

    def find_falling(self, without: Collection[int], *, for_good: bool = True) -> dict[int, int]:
        """Return what becomes of the claims that rest on some claims if those are taken away.

        All claims whose steps lead back to them are put in doubt, then those that another step grounds are cleared
        (Gupta, Mumick and Subrahmanian, Maintaining Views Incrementally, 1993: delete and rederive).

        Args:
            without: the claims.
            for_good: False if only what holds the claims is taken away, so that a step may still ground them.

        Returns:
            Each claim that was in doubt, and the step that grounds it now, or `FALLEN`.
        """
        outcome = dict.fromkeys(self._find_resting_on(without, frozenset()), FALLEN)
        self._clear_all(outcome, without if for_good else (), None)
        return outcome

    def find_falling_up_to(self, without: int, stops: Collection[int]) -> dict[int, int]:
        """Return what becomes of the claims that rest on a claim if that is taken away, up to the first of some.

        If one of those falls, it has fallen. If none does, all that rests on them stands, and is not listed. What lies
        beyond them is only looked at where what is near does not tell.

        Args:
            without: the claim.
            stops: the claims past which it does not matter; what `accept` changed is not known to them.
        """
        outcome = dict.fromkeys(self._find_resting_on([without], stops), FALLEN)
        reached = [claim for claim in outcome if claim in stops]
        if reached:
            # Only what was derived before all of these is sure not to rest on them.
            is_sure = self._clear_all(outcome, [without], min(map(self._rank.__getitem__, reached)))
            if not is_sure and any(outcome[claim] == FALLEN for claim in reached):
                return self.find_falling([without])
        return outcome

    def accept(self, outcome: Mapping[int, int]) -> None:
        """Make an outcome of `find_falling` come true."""
        for claim, step in outcome.items():
            if step == FALLEN:
                del self.step[claim]
            else:
                self.step[claim] = step

    @cached_property
    def _rank(self) -> dict[int, int]:
        """The place of each claim in the order in which they are derived."""
        return {claim: place for place, claim in enumerate(self.step)}

    def _find_resting_on(self, claims: Collection[int], stops: Collection[int]) -> list[int]:
        """Return the claims and all whose steps lead back to them, but not past those where to stop."""
        order = list(claims)
        seen = set(order)
        for current in order:
            if current in stops:
                continue
            for number in self.part.using[current]:
                head = self.part.heads[number]
                if head not in seen and self.step.get(head) == number:
                    seen.add(head)
                    order.append(head)
        self.work += len(order)
        return order

    def _clear_all(self, outcome: dict[int, int], gone: Collection[int], before: int | None) -> bool:
        """Ground the claims in doubt by other steps as far as that goes.

        Args:
            outcome: the claims in doubt.
            gone: claims that cannot be grounded any more.
            before: trust only claims that were derived before this place, and those that are cleared; None for all.

        Returns:
            False if a step was left aside because it needs a claim that is not to be trusted.
        """
        left_aside = False
        cleared: list[int] = []

        def clear(number: int) -> None:
            nonlocal left_aside
            self.work += 1
            head, body = self.part.heads[number], self.part.bodies[number]
            if outcome.get(head) == FALLEN and head not in gone and self._holds(body, outcome):
                if before is not None and any(self._rank[c] >= before for c in body if c not in outcome):
                    left_aside = True
                else:
                    outcome[head] = number
                    cleared.append(head)

        for claim in outcome:
            for number in self.part.to[claim]:
                clear(number)
        for claim in cleared:
            for number in self.part.using[claim]:
                clear(number)
        return not left_aside

    def _holds(self, body: Iterable[int], outcome: Mapping[int, int]) -> bool:
        return all(claim in self.step and outcome.get(claim) != FALLEN for claim in body)


def find_between(part: Part, removed: Collection[int], falling: Collection[int], top: int) -> list[int]:
    """Return claims that fall between those removed and one that falls with them, and that prove that it does.

    Each of them, and the one at the top, falls because each step to it needs a claim that is removed or another of
    these.

    Args:
        part: the claims and steps.
        removed: the claims that are taken away.
        falling: what falls with them.
        top: one of those that fall.
    """
    order = [top]
    seen = {top, *removed}
    for claim in order:
        for number in part.to[claim]:
            body = part.bodies[number]
            if seen.isdisjoint(body):
                other = next(other for other in body if other in falling)
                seen.add(other)
                order.append(other)
    return sorted(order[1:])
