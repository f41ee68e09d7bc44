"""The SAT solver: clauses that come one after another, and models of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import TracebackType

from argmap.semantics.limit import Limit

Clause = Sequence[int]
"""Variables, 1 or more, negated by a minus; at least one of them has to be true, or false if negated."""

_SLICE = 1000
"""So many conflicts between two looks at the clock."""


class Oracle:
    """An incremental solver. Use it in a `with` block, as it holds memory of C.

    It has no chance in it: equal questions in equal order get equal answers.
    """

    def __init__(self, clauses: Iterable[Clause], variables: int, limit: Limit) -> None:
        """Take the clauses.

        Args:
            clauses: what has to hold.
            variables: the greatest variable in them.
            limit: how long to search, all questions together.
        """
        from pysat.solvers import Solver

        self._limit = limit
        self._variables = variables
        self._solver = Solver(name="cadical195", bootstrap_with=clauses)

    def __enter__(self) -> Oracle:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._solver.delete()

    def new_variable(self) -> int:
        """Return a variable that no clause has yet."""
        self._variables += 1
        return self._variables

    def prefer(self, literals: Iterable[int]) -> None:
        """Say how variables are to be tried first; to be called before the first question."""
        self._solver.set_phases(list(literals))

    def add(self, clause: Clause) -> None:
        """Add a clause that has to hold."""
        self._solver.add_clause(list(clause))

    def model(self, assumptions: Sequence[int] = ()) -> list[int] | None:
        """Return a model in which the assumed literals are true, all its literals by variable; None if there is none.

        The model is read at once: a question, a new clause and only then a look at the model would end the process.

        Raises:
            LimitReachedError: the limit is reached first.
        """
        found = None
        while found is None:
            self._limit.check()
            self._solver.conf_budget(_SLICE)
            found = self._solver.solve_limited(assumptions=list(assumptions))
        model: list[int] | None = self._solver.get_model() if found else None
        return model
