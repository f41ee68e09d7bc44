"""A part of the AND/OR graph as clauses: which claims are backed, and which are therefore grounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.semantics.part import Part
from argmap.semantics.solver import Clause, Solver


class Completion:
    """The clauses that tie what is grounded to what is backed; loops are ruled out only as they turn up.

    A claim is grounded only if it is backed or a step to it holds, and a step holds only if all that it needs is
    grounded. Loops satisfy that too, so for a model in which claims hold one another up, a loop formula says that one
    of them has to be backed, or grounded from outside the loop (Lin and Zhao, ASSAT: Computing Answer Sets of a Logic
    Program by SAT Solvers, Artificial Intelligence 157, 2004).

    Attributes:
        part: the claims and steps.
        target: the claim that has to be grounded.
        clauses: the clauses.
        backed: each claim that may be backed, and the variable that is true if it is.
        variables: the greatest variable.
    """

    def __init__(self, part: Part, target: int, candidates: Iterable[int]) -> None:
        """Take the claims that may be backed, rising."""
        self.part = part
        self.target = target
        self.variables = len(part.ids)
        self.backed = {claim: self._grounded(claim) if not part.to[claim] else self._new() for claim in candidates}
        self._steps: dict[int, int] = {}
        self.clauses: list[Clause] = [[self._grounded(target)]]
        for claim, steps in enumerate(part.to):
            if len(steps) == 1 and claim not in self.backed:
                self.clauses += ([-self._grounded(claim), self._grounded(other)] for other in part.steps[steps[0]].body)
            elif steps:
                ways = [self.backed[claim]] if claim in self.backed else []
                self.clauses.append([-self._grounded(claim), *ways, *map(self._define_step, steps)])

    def chosen(self, model: Iterable[int]) -> list[int]:
        """Return the claims that are backed in the model, rising."""
        true = {literal for literal in model if literal > 0}
        return [claim for claim, variable in self.backed.items() if variable in true]

    def rule_out_loops(self, model: Iterable[int], solver: Solver) -> bool:
        """Tell whether the target is not grounded but held up by a loop; if so, add clauses that rule that out."""
        derived = self.part.derive(self.chosen(model))
        if self.target in derived:
            return False
        claims = len(self.part.ids)
        true = {literal - 1 for literal in model if 0 < literal <= claims}
        for loop in self._find_loops(true - derived.keys(), true):
            for clause in self._loop_formula(loop, solver):
                solver.add(clause)
        return True

    def _find_loops(self, unfounded: set[int], true: set[int]) -> list[list[int]]:
        """Return the claims of each strongly connected component that no other one holds up."""
        import networkx as nx

        graph: nx.DiGraph[int] = nx.DiGraph()
        for claim in sorted(unfounded):
            for number in self.part.to[claim]:
                body = self.part.steps[number].body
                if all(other in true for other in body):
                    graph.add_edges_from((other, claim) for other in body if other in unfounded)
        return sorted(
            sorted(component)
            for component in nx.strongly_connected_components(graph)
            if all(other in component for claim in component for other in graph.pred[claim])
        )

    def _loop_formula(self, loop: list[int], solver: Solver) -> Iterator[Clause]:
        members = frozenset(loop)
        outside = [self.backed[claim] for claim in loop if claim in self.backed]
        for claim in loop:
            for number in self.part.to[claim]:
                if members.isdisjoint(self.part.steps[number].body):
                    if number not in self._steps:
                        variable = self._steps[number] = solver.new_variable()
                        yield from self._premises(number, variable)
                    outside.append(self._steps[number])
        entered = solver.new_variable()
        yield [-entered, *outside]
        yield from ([-self._grounded(claim), entered] for claim in loop)

    def _define_step(self, number: int) -> int:
        """Return the variable that is true only if the step holds, and say so in the clauses."""
        body = self.part.steps[number].body
        if len(body) == 1:
            variable = self._grounded(body[0])
        else:
            variable = self._new()
            self.clauses += self._premises(number, variable)
        self._steps[number] = variable
        return variable

    def _premises(self, number: int, variable: int) -> Iterator[Clause]:
        return ([-variable, self._grounded(claim)] for claim in self.part.steps[number].body)

    def _grounded(self, claim: int) -> int:
        return claim + 1

    def _new(self) -> int:
        self.variables += 1
        return self.variables
