"""Normal logic programs and their well-founded model: the engine below the labels.

An atom is a number. A rule says that its head is true if all atoms of its body are true and all atoms that it excludes
are false. The well-founded model is three-valued and unique: what follows is true, what cannot follow, though it may
lean on itself, is false, and the rest is unknown (Van Gelder, Ross and Schlipf, The Well-Founded Semantics for General
Logic Programs, Journal of the ACM 38, 1991).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

from argmap.semantics.components import find_components


class Value(IntEnum):
    """What a model says of an atom."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


@dataclass(slots=True)
class Program:
    """Rules over the atoms 0, 1, 2 and so on.

    Attributes:
        atoms: how many atoms there are.
        heads: for each rule, its head.
        bodies: for each rule, the atoms that have to be true, each once.
        excluded: for each rule, the atoms that have to be false, each once.
    """

    atoms: int
    heads: list[int] = field(default_factory=list)
    bodies: list[Sequence[int]] = field(default_factory=list)
    excluded: list[Sequence[int]] = field(default_factory=list)

    def new_atom(self) -> int:
        """Return an atom more."""
        self.atoms += 1
        return self.atoms - 1

    def add(self, head: int, body: Sequence[int] = (), excluded: Sequence[int] = ()) -> None:
        """Add a rule; without a body and exclusions it is a fact."""
        self.heads.append(head)
        self.bodies.append(body)
        self.excluded.append(excluded)


@dataclass(frozen=True, slots=True)
class Model:
    """The well-founded model of a program.

    Attributes:
        values: for each atom, what the model says of it.
        ranks: for each atom that is true or false, the round in which that came out, from 1 on; 0 if it is unknown.
            What makes an atom true, or kills one of its rules, has a lower rank; atoms that are false because they
            only lean on one another share a rank.
        unfounded: the atoms that are false because they only lean on one another.
    """

    values: list[Value]
    ranks: list[int]
    unfounded: frozenset[int]


NONE = -1
"""No rule."""


def find_model(program: Program) -> Model:
    """Return the well-founded model.

    Near-linear in the size of the program, circular programs included: each atom keeps a rule as its source, so that
    only what loses its source is looked at again (Simons, Niemelä and Soininen, Extending and implementing the stable
    model semantics, Artificial Intelligence 138, 2002, on source pointers).
    """
    return _Solver(program).solve()


def find_levels(program: Program, model: Model) -> list[int]:
    """Return for each atom that the model leaves unknown the length of a shortest way to it from what is true.

    Each unknown atom has a rule whose body is true or of lower levels, so that a way down through such rules ends in
    one that waits only for atoms that it excludes. The level of other atoms is 0. O(size of the program).
    """
    levels = [0] * program.atoms
    unknown = [value is Value.UNKNOWN for value in model.values]
    waiting: list[int] = []
    for head, body, excluded in zip(program.heads, program.bodies, program.excluded, strict=True):
        is_live = unknown[head] and all(model.values[a] is not Value.FALSE for a in body)
        is_live = is_live and all(model.values[a] is not Value.TRUE for a in excluded)
        waiting.append(sum(unknown[atom] for atom in body) if is_live else -1)
    needed_by = _index(program.atoms, program.bodies)
    row = sorted({program.heads[rule] for rule, count in enumerate(waiting) if not count})
    level = 1
    while row:
        for atom in row:
            levels[atom] = level
        level += 1
        ready: set[int] = set()
        for atom in row:
            for rule in needed_by[atom]:
                waiting[rule] -= 1
                if not waiting[rule] and not levels[program.heads[rule]]:
                    ready.add(program.heads[rule])
        row = sorted(ready)
    return levels


class _Solver:
    """The state of one search; rounds are synchronous, so that no outcome depends on the order of the rules."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.values = [Value.UNKNOWN] * program.atoms
        self.ranks = [0] * program.atoms
        self.unfounded: set[int] = set()
        self.missing = list(map(len, program.bodies))
        self.is_dead = bytearray(len(self.missing))
        self.needed_by = _index(program.atoms, program.bodies)
        self.barred_by = _index(program.atoms, program.excluded)
        self.alive = [0] * program.atoms
        for head in program.heads:
            self.alive[head] += 1
        self.sources = [NONE] * program.atoms
        self.ages = [0] * program.atoms
        self.sourced = 0
        self.lost = self._find_first_sources()
        for rule, excluded in enumerate(program.excluded):
            if excluded:
                self.missing[rule] += len(excluded)

    @cached_property
    def rules_for(self) -> Mapping[int, list[int]]:
        """Atom to the rules whose head it is; needed only where an atom loses its source."""
        rules: dict[int, list[int]] = defaultdict(list)
        for rule, head in enumerate(self.program.heads):
            rules[head].append(rule)
        return rules

    @cached_property
    def components(self) -> Mapping[int, int]:
        """Atom that leads back to itself to the number of its component; likewise."""
        return _circular_components(self.program, self.needed_by)

    def solve(self) -> Model:
        new = self._start()
        rank = 0
        while new:
            rank += 1
            for atom in new:
                self.ranks[atom] = rank
            new = self._propagate(new) or self._fail_unfounded()
        return Model(self.values, self.ranks, frozenset(self.unfounded))

    def _start(self) -> list[int]:
        """Settle what needs no search: facts, and atoms without a rule; return them."""
        new: list[int] = []
        for rule, missing in enumerate(self.missing):
            if not missing:
                self._make_true(rule, new)
        for atom, alive in enumerate(self.alive):
            if not alive:
                self.values[atom] = Value.FALSE
                new.append(atom)
        return new or self._fail_unfounded()

    def _propagate(self, settled: list[int]) -> list[int]:
        """Return what follows in one step from what was settled in the last."""
        new: list[int] = []
        for atom in settled:
            helped, hurt = self.needed_by[atom], self.barred_by[atom]
            if self.values[atom] is Value.FALSE:
                helped, hurt = hurt, helped
            for rule in helped:
                self.missing[rule] -= 1
                if not self.missing[rule]:
                    self._make_true(rule, new)
            for rule in hurt:
                self._kill(rule, new)
        return new

    def _make_true(self, rule: int, new: list[int]) -> None:
        head = self.program.heads[rule]
        if self.values[head] is Value.UNKNOWN:
            self.values[head] = Value.TRUE
            self.sources[head] = rule
            new.append(head)

    def _kill(self, rule: int, new: list[int]) -> None:
        if self.is_dead[rule]:
            return
        self.is_dead[rule] = True
        head = self.program.heads[rule]
        self.alive[head] -= 1
        if self.values[head] is not Value.UNKNOWN:
            return
        if not self.alive[head]:
            self.values[head] = Value.FALSE
            new.append(head)
        elif self.sources[head] == rule:
            self.lost.append(head)

    def _give_source(self, atom: int, rule: int) -> None:
        self.sources[atom] = rule
        self.sourced += 1
        self.ages[atom] = self.sourced

    def _find_first_sources(self) -> list[int]:
        """Give each atom that could be true, were every exclusion met, a source; return the others that have rules."""
        heads = self.program.heads
        waiting = list(self.missing)
        queue: list[int] = []

        def give(rule: int) -> None:
            if self.sources[heads[rule]] == NONE:
                self._give_source(heads[rule], rule)
                queue.append(heads[rule])

        for rule, count in enumerate(waiting):
            if not count:
                give(rule)
        for atom in queue:  # grows while it is read
            for rule in self.needed_by[atom]:
                waiting[rule] -= 1
                if not waiting[rule]:
                    give(rule)
        return [atom for atom, source in enumerate(self.sources) if source == NONE and self.alive[atom]]

    def _fail_unfounded(self) -> list[int]:
        """Make false what lost its source and finds no other; return it."""
        unsourced = self._find_unsourced()
        self._find_new_sources(unsourced)
        for atom in unsourced:
            self.values[atom] = Value.FALSE
        self.unfounded |= unsourced
        return sorted(unsourced)

    def _find_unsourced(self) -> set[int]:
        """Return the atoms that lost their source, and those of the same circle whose source leads back to them.

        One that has another source which was given before its own lost one needs no search: it cannot lead back.
        """
        lost = [atom for atom in self.lost if self.values[atom] is Value.UNKNOWN]
        self.lost = []
        unsourced: set[int] = set()
        for atom in lost:  # grows while it is read
            if atom in unsourced or self._has_older_source(atom, unsourced):
                continue
            unsourced.add(atom)
            component = self.components.get(atom)
            if component is not None:
                lost += (
                    head
                    for rule in self.needed_by[atom]
                    if self.sources[head := self.program.heads[rule]] == rule
                    and self.components.get(head) == component
                    and self.values[head] is Value.UNKNOWN
                )
        return unsourced

    def _has_older_source(self, atom: int, unsourced: set[int]) -> bool:
        """Give the atom a source that is older than the one it lost, if it has one; tell whether it has."""
        component, age = self.components.get(atom), self.ages[atom]

        def is_older(other: int) -> bool:
            if component is None or self.components.get(other) != component or self.values[other] is Value.TRUE:
                return True
            has_source = self.sources[other] != NONE and not self.is_dead[self.sources[other]]
            return has_source and self.ages[other] < age and other not in unsourced

        for rule in self.rules_for[atom]:
            if not self.is_dead[rule] and all(map(is_older, self.program.bodies[rule])):
                self.sources[atom] = rule
                return True
        return False

    def _find_new_sources(self, unsourced: set[int]) -> None:
        """Give a new source to each atom that has one outside the set, and take it out, until there is none left."""
        queue: list[int] = []

        def try_source(rule: int, atom: int) -> bool:
            if self.is_dead[rule] or not self._is_sourced(rule, atom, unsourced):
                return False
            self._give_source(atom, rule)
            queue.append(atom)
            return True

        for atom in sorted(unsourced):
            any(try_source(rule, atom) for rule in self.rules_for[atom])
        unsourced.difference_update(queue)
        for atom in queue:  # grows while it is read
            for rule in self.needed_by[atom]:
                head = self.program.heads[rule]
                if head in unsourced and try_source(rule, head):
                    unsourced.discard(head)

    def _is_sourced(self, rule: int, head: int, unsourced: set[int]) -> bool:
        """Tell whether no atom of the body waits for a source in the circle of the head.

        What waits outside of it comes to its own end: it finds a source, or it falls and takes the rule with it.
        """
        component = self.components.get(head)
        return component is None or not any(
            atom in unsourced and self.components.get(atom) == component for atom in self.program.bodies[rule]
        )


_NOWHERE: Sequence[int] = ()


def _index(atoms: int, groups: Iterable[Sequence[int]]) -> list[Sequence[int]]:
    """Return for each atom the numbers of the groups that it is in."""
    found: list[list[int] | None] = [None] * atoms
    for number, group in enumerate(groups):
        for atom in group:
            known = found[atom]
            if known is None:
                found[atom] = [number]
            else:
                known.append(number)
    return [known or _NOWHERE for known in found]


def _circular_components(program: Program, needed_by: list[Sequence[int]]) -> dict[int, int]:
    """Return for each atom that leads back to itself through bodies the number of its component."""
    waiting = [0] * program.atoms
    for head, body in zip(program.heads, program.bodies, strict=True):
        waiting[head] += len(body)
    free = [atom for atom, count in enumerate(waiting) if not count]
    for atom in free:  # grows while it is read
        for rule in needed_by[atom]:
            head = program.heads[rule]
            waiting[head] -= 1
            if not waiting[head]:
                free.append(head)
    if len(free) == program.atoms:
        return {}
    onward: dict[int, list[int]] = defaultdict(list)
    for head, body in zip(program.heads, program.bodies, strict=True):
        if waiting[head]:
            for atom in body:
                if waiting[atom]:
                    onward[atom].append(head)
    components = find_components(list(onward), lambda atom: onward.get(atom, ()))
    circles = (circle for circle in components if len(circle) > 1 or circle[0] in onward.get(circle[0], ()))
    return {atom: number for number, circle in enumerate(circles) for atom in circle}
