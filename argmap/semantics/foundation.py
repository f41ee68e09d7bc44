"""What falls when claims are taken away, found from where they are and not from the whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

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
        gone = without if for_good else ()
        outcome = dict.fromkeys(self._find_resting_on(without), FALLEN)
        cleared = [claim for claim in outcome if claim not in gone and self._clear(claim, outcome)]
        for claim in cleared:
            for number in self.part.using[claim]:
                self.work += 1
                head = self.part.heads[number]
                if outcome.get(head) == FALLEN and head not in gone and self._holds(number, outcome):
                    outcome[head] = number
                    cleared.append(head)
        return outcome

    def accept(self, outcome: Mapping[int, int]) -> None:
        """Make an outcome of `find_falling` come true."""
        for claim, step in outcome.items():
            if step == FALLEN:
                del self.step[claim]
            else:
                self.step[claim] = step

    def _find_resting_on(self, claims: Collection[int]) -> list[int]:
        """Return the claims and all whose steps lead back to them."""
        order = list(claims)
        seen = set(order)
        for current in order:
            for number in self.part.using[current]:
                head = self.part.heads[number]
                if head not in seen and self.step.get(head) == number:
                    seen.add(head)
                    order.append(head)
        self.work += len(order)
        return order

    def _clear(self, claim: int, outcome: dict[int, int]) -> bool:
        """Ground the claim by a step that needs nothing in doubt, if there is one, and tell whether there is."""
        for number in self.part.to[claim]:
            self.work += 1
            if self._holds(number, outcome):
                outcome[claim] = number
                return True
        return False

    def _holds(self, number: int, outcome: Mapping[int, int]) -> bool:
        body = self.part.bodies[number]
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
