"""Weighted MaxSAT with a limit: the cheapest way to satisfy clauses, and after it the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import TracebackType

from argmap.semantics.limit import Limit

Clause = Sequence[int]
"""Variables, 1 or more, negated by a minus; at least one of them has to be true, or false if negated."""

_SLICE = 100_000
"""So many propagations between two looks at the limit, about a twentieth of a second, and more for more variables."""


class Solver:
    """Finds models of clauses whose true variables cost least. Use it in a `with` block, as it holds memory of C.

    The search is RC2, driven core by core so that it can stop at a limit (Ignatiev, Morgado and Marques-Silva, RC2: an
    Efficient MaxSAT Solver, JSAT 11, 2019). It has no chance in it: equal input gives equal output.

    Attributes:
        cost: no model costs less; the cost of the last model that `cheapest` gave.
    """

    def __init__(self, clauses: Iterable[Clause], costs: Mapping[int, int], variables: int, limit: Limit) -> None:
        """Take the clauses.

        Args:
            clauses: what has to hold.
            costs: what it costs that a variable is true, 1 or more; other variables cost nothing.
            variables: the greatest variable.
            limit: how long to search.
        """
        from pysat.examples.rc2 import RC2
        from pysat.formula import WCNF

        formula = WCNF()
        formula.extend([list(clause) for clause in clauses])
        for variable, cost in costs.items():
            formula.append([-variable], weight=cost)
        formula.nv = max(formula.nv, variables)
        self._limit = limit
        self._rc2 = RC2(formula)
        self._slice = _SLICE + 10 * formula.nv
        self._done = 0

    def __enter__(self) -> Solver:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rc2.delete()

    @property
    def cost(self) -> int:
        """The lower bound that is proven so far."""
        return int(self._rc2.cost)

    def new_variable(self) -> int:
        """Return a variable that no clause has yet."""
        return int(self._rc2.pool.id())

    def add(self, clause: Clause) -> None:
        """Add a clause that has to hold."""
        self._rc2.oracle.add_clause(list(clause))

    def cheapest(self, most_cost: int | None = None) -> list[int] | None:
        """Return a model that costs least, all its literals by variable; None if there is no model.

        Args:
            most_cost: the most that it may cost; None for any cost.

        Raises:
            LimitReachedError: the limit is reached first; `cost` is a lower bound.
        """
        while most_cost is None or self.cost <= most_cost:
            if self._solve(()):
                return self._model()
            self._rc2.get_core()
            if not self._rc2.core:
                return None
            self._rc2.process_core()
        return None

    def equally_cheap(self, true: Iterable[int]) -> list[int] | None:
        """Return a model that costs as little as the last one and has the variables true; None if there is none.

        Raises:
            LimitReachedError: the limit is reached first.
        """
        # All models of the least cost, and no others, satisfy what RC2 assumes when it has found one.
        return self._model() if self._solve(true) else None

    def _model(self) -> list[int]:
        model: list[int] = self._rc2.oracle.get_model() or []
        return model

    def _solve(self, true: Iterable[int]) -> bool:
        oracle = self._rc2.oracle
        assumptions = [*self._rc2.sels, *self._rc2.sums, *true]
        while True:
            self._limit.check()
            work = self._limit.work
            oracle.prop_budget(self._slice if work is None else min(self._slice, work))
            found = oracle.solve_limited(assumptions=assumptions)
            done = oracle.accum_stats()["propagations"]
            self._limit.spend(done - self._done + len(assumptions))
            self._done = done
            if found is not None:
                return bool(found)
