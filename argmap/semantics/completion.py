"""A part of the AND/OR graph as clauses: which claims are backed, and which are therefore grounded."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

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
        choices: each claim that may be backed, rising, and the variable that is true if it is.
        variables: the greatest variable.
    """

    def __init__(self, part: Part, target: int, candidates: Sequence[int]) -> None:
        """Take the claims that may be backed, rising."""
        self.part = part
        self.target = target
        self.variables = len(part.ids)
        self.choices: dict[int, int] = {}
        for claim in reversed(candidates):
            self.choices[claim] = self._new() if part.to[claim] else self.grounded(claim)
        self.choices = dict(reversed(self.choices.items()))
        self._steps: dict[int, int] = {}
        self.clauses: list[Clause] = [[self.grounded(target)]]
        for claim, steps in enumerate(part.to):
            if len(steps) == 1 and claim not in self.choices:
                self.clauses += ([-self.grounded(claim), self.grounded(other)] for other in part.bodies[steps[0]])
            elif steps:
                ways = [self.choices[claim]] if claim in self.choices else []
                self.clauses.append([-self.grounded(claim), *ways, *map(self._define_step, steps)])

    def reject(self, model: Sequence[int], solver: Solver) -> bool:
        """Tell whether the target is not grounded but held up by a loop; if so, add clauses that rule that out."""
        chosen = {claim for claim, variable in self.choices.items() if model[variable - 1] > 0}
        if self.target in chosen:
            return False
        near = self.part.below([self.target], lambda claim: model[self.grounded(claim) - 1] > 0)
        number = self.part.number
        derived = near.derive(claim for claim, claim_id in enumerate(near.ids) if number[claim_id] in chosen)
        if near.number[self.part.ids[self.target]] in derived:
            return False
        for loop in _find_loops(near, frozenset(range(len(near.ids))) - derived.keys()):
            for clause in self._loop_formula([number[near.ids[claim]] for claim in loop], solver):
                solver.add(clause)
        return True

    def _loop_formula(self, loop: list[int], solver: Solver) -> Iterator[Clause]:
        members = frozenset(loop)
        outside = [self.choices[claim] for claim in loop if claim in self.choices]
        for claim in loop:
            for number in self.part.to[claim]:
                if members.isdisjoint(self.part.bodies[number]):
                    if number not in self._steps:
                        variable = self._steps[number] = solver.new_variable()
                        yield from self._premises(number, variable)
                    outside.append(self._steps[number])
        entered = solver.new_variable()
        yield [-entered, *outside]
        yield from ([-self.grounded(claim), entered] for claim in loop)

    def _define_step(self, number: int) -> int:
        """Return the variable that is true only if the step holds, and say so in the clauses."""
        body = self.part.bodies[number]
        if len(body) == 1:
            variable = self.grounded(body[0])
        else:
            variable = self._new()
            self.clauses += self._premises(number, variable)
        self._steps[number] = variable
        return variable

    def _premises(self, number: int, variable: int) -> Iterator[Clause]:
        return ([-variable, self.grounded(claim)] for claim in self.part.bodies[number])

    def grounded(self, claim: int) -> int:
        """Return the variable that is true only if the claim is grounded.

        The solver tries to do without the variables of low numbers first, so the first claims have the highest: of
        equally cheap sets it then comes to the first ones first, more often than not.
        """
        return len(self.part.ids) - claim

    def _new(self) -> int:
        self.variables += 1
        return self.variables


def _find_loops(part: Part, unfounded: Collection[int]) -> list[list[int]]:
    """Return those of the claims that hold one another up, as far as no other one holds them up."""
    import networkx as nx

    graph: nx.DiGraph[int] = nx.DiGraph(
        (other, head)
        for head, body in zip(part.heads, part.bodies, strict=True)
        if head in unfounded
        for other in body
        if other in unfounded
    )
    return sorted(
        sorted(component)
        for component in nx.strongly_connected_components(graph)
        if all(other in component for claim in component for other in graph.pred[claim])
    )
