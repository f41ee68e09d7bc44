"""The cheapest choices of claims that satisfy some clauses, one after another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from argmap.semantics.limit import LimitReachedError
from argmap.semantics.solver import Solver


class Encoding(Protocol):
    """A question about claims as clauses."""

    @property
    def choices(self) -> Mapping[int, int]:
        """Each claim that can be chosen, rising, and the variable that is true if it is."""

    def reject(self, model: Sequence[int], solver: Solver) -> bool:
        """Tell whether a model does not count, and add clauses that rule it out if so."""


class Enumeration:
    """Finds choices of claims, the cheapest first, each of them without a needless claim.

    Attributes:
        is_sorted: False if the limit left open which of equally cheap choices comes first.
    """

    def __init__(self, encoding: Encoding, solver: Solver) -> None:
        self.is_sorted = True
        self._encoding = encoding
        self._solver = solver

    def block(self, claims: Sequence[int]) -> None:
        """Rule out all choices that have all these claims."""
        self._solver.add([-self._encoding.choices[claim] for claim in claims])

    def find(self, most_cost: int | None = None) -> Iterator[list[int]]:
        """Yield each choice, its claims rising; of equally cheap ones that which comes first when they are compared.

        Args:
            most_cost: stop at choices that cost more than this; None to go on to the last.

        Raises:
            LimitReachedError: the limit of the solver is reached.
        """
        while (choice := self._find_one(None, most_cost)) is not None:
            choice = self._find_first(choice)
            self.block(choice)
            yield choice

    def _find_one(self, true: Sequence[int] | None, most_cost: int | None = None) -> list[int] | None:
        """Return a cheapest choice; None if there is none.

        Args:
            true: variables that have to be true in a choice as cheap as the last; None for the next cheapest.
            most_cost: the most that it may cost.
        """
        while True:
            model = self._solver.cheapest(most_cost) if true is None else self._solver.equally_cheap(true)
            if model is None:
                return None
            if not self._encoding.reject(model, self._solver):
                return [claim for claim, variable in self._encoding.choices.items() if model[variable - 1] > 0]

    def _find_first(self, choice: list[int]) -> list[int]:
        """Return the first of the choices that are as cheap as this one."""
        candidates = list(self._encoding.choices)
        place = 0
        try:
            while place < len(choice):
                after = bisect_right(candidates, choice[place - 1]) if place else 0
                earlier = candidates[after : bisect_left(candidates, choice[place])]
                better = self._find_with_one_of(earlier, choice[:place]) if earlier else None
                if better is None:
                    place += 1
                else:
                    choice = better
        except LimitReachedError:
            self.is_sorted = False
        return choice

    def _find_with_one_of(self, claims: Sequence[int], others: Sequence[int]) -> list[int] | None:
        """Return an equally cheap choice that has one of the claims, and all of the others; None if there is none."""
        choices = self._encoding.choices
        one_of = self._solver.new_variable()
        self._solver.add([-one_of, *(choices[claim] for claim in claims)])
        try:
            return self._find_one([one_of, *(choices[claim] for claim in others)])
        finally:
            self._solver.add([-one_of])
