"""Normal logic programs and their well-founded model: the engine below the labels.

An atom is a number. A rule says that its head is true if all atoms of its body are true and all atoms that it excludes
are false. The well-founded model is three-valued and unique: what follows is true, what cannot follow, though it may
lean on itself, is false, and the rest is unknown (Van Gelder, Ross and Schlipf, The Well-Founded Semantics for General
Logic Programs, Journal of the ACM 38, 1991).
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from argmap.semantics.components import find_components
from argmap.semantics.rows import Rows


class Value(IntEnum):
    """What a model says of an atom."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


class Program:
    """Rules over the atoms 0, 1, 2 and so on.

    Attributes:
        atoms: how many atoms there are.
        heads: for each rule, its head.
        bodies: for each rule, the atoms that have to be true, each once.
        excluded: the number of a rule to the atoms that have to be false, each once; only of rules that have some.
    """

    def __init__(self, atoms: int) -> None:
        self.atoms = atoms
        self.heads = array("i")
        self.bodies = Rows()
        self.excluded: dict[int, Sequence[int]] = {}

    def new_atom(self) -> int:
        """Return an atom more."""
        self.atoms += 1
        return self.atoms - 1

    def add(self, head: int, body: Sequence[int] = (), excluded: Sequence[int] = ()) -> None:
        """Add a rule; without a body and exclusions it is a fact."""
        if excluded:
            self.excluded[len(self.heads)] = excluded
        self.heads.append(head)
        self.bodies.add(body)

    def add_all(self, heads: Iterable[int], bodies: Rows) -> int:
        """Add rules without exclusions; return the number of the first."""
        first = len(self.heads)
        self.heads.extend(heads)
        self.bodies.add_all(bodies)
        return first

    def add_single(self, heads: Sequence[int], atoms: Sequence[int]) -> None:
        """Add rules whose bodies are one atom each."""
        self.heads.extend(heads)
        self.bodies.add_single(atoms)


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

    values: Sequence[Value]
    ranks: Sequence[int]
    unfounded: frozenset[int]


NONE = -1
"""No rule."""
FALSE, UNKNOWN, TRUE = map(int, Value)
_VALUES = tuple(Value)
_NUMBER = array("i").itemsize
_MOST_IN_A_BYTE = 255
_NOWHERE: Sequence[int] = ()


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
    for rule, (head, body) in enumerate(zip(program.heads, program.bodies, strict=True)):
        is_live = unknown[head] and all(model.values[a] is not Value.FALSE for a in body)
        is_live = is_live and all(model.values[a] is not Value.TRUE for a in program.excluded.get(rule, ()))
        waiting.append(sum(unknown[atom] for atom in body) if is_live else -1)
    needed_by = program.bodies.index(program.atoms)
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
        self.values = bytearray([UNKNOWN]) * program.atoms
        self.ranks = array("i", bytes(_NUMBER * program.atoms))
        self.unfounded: set[int] = set()
        self.is_dead = bytearray(len(program.heads))
        self.needed_by = program.bodies.index(program.atoms)
        self.barred_by: dict[int, list[int]] = defaultdict(list)
        self.alive = alive = array("i", bytes(_NUMBER * program.atoms))
        for head in program.heads:
            alive[head] += 1
        self.sources = array("i", [NONE]) * program.atoms
        self.ages = array("i", bytes(_NUMBER * program.atoms))
        self.sourced = 0
        self.has_sources = False
        self.lost: list[int] = []
        lengths = program.bodies.lengths()
        for rule, excluded in program.excluded.items():
            lengths[rule] += len(excluded)
            for atom in excluded:
                self.barred_by[atom].append(rule)
        self.missing = _counters(lengths)

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
        new, ranks = self._start(), self.ranks
        rank = 0
        while new:
            rank += 1
            new.sort()
            for atom in new:
                ranks[atom] = rank
            new = self._propagate(new) or self._fail_unfounded()
        return Model(list(map(_VALUES.__getitem__, self.values)), self.ranks, frozenset(self.unfounded))

    def _start(self) -> list[int]:
        """Settle what needs no search: facts, and atoms without a rule; return them."""
        new: list[int] = []
        for rule in [rule for rule, missing in enumerate(self.missing) if not missing]:
            head = self.program.heads[rule]
            if self.values[head] == UNKNOWN:
                self.values[head] = TRUE
                new.append(head)
        for atom, alive in enumerate(self.alive):
            if not alive:
                self.values[atom] = FALSE
                new.append(atom)
        return new or self._fail_unfounded()

    def _propagate(self, settled: list[int]) -> list[int]:
        """Return what follows in one step from what was settled in the last."""
        new: list[int] = []
        values, missing, heads = self.values, self.missing, self.program.heads
        barred_by = self.barred_by
        ends, items = self.needed_by.ends, self.needed_by.items
        for atom in settled:
            helped: Sequence[int] = items[ends[atom] : ends[atom + 1]]
            hurt: Sequence[int] = barred_by.get(atom, _NOWHERE)
            if values[atom] == FALSE:
                helped, hurt = hurt, helped
            for rule in helped:
                left = missing[rule] = missing[rule] - 1
                if not left and values[head := heads[rule]] == UNKNOWN:
                    values[head] = TRUE
                    new.append(head)
            for rule in hurt:
                self._kill(rule, new)
        return new

    def _kill(self, rule: int, new: list[int]) -> None:
        if self.is_dead[rule]:
            return
        self.is_dead[rule] = True
        head = self.program.heads[rule]
        self.alive[head] -= 1
        if self.values[head] != UNKNOWN:
            return
        if not self.alive[head]:
            self.values[head] = FALSE
            new.append(head)
        elif self.has_sources and self.sources[head] == rule:
            self.lost.append(head)

    def _give_source(self, atom: int, rule: int) -> None:
        self.sources[atom] = rule
        self.sourced += 1
        self.ages[atom] = self.sourced

    def _find_first_sources(self) -> list[int]:
        """Give each unknown atom that could be true, were every exclusion met, a source; return the others."""
        values, heads, sources, ages = self.values, self.program.heads, self.sources, self.ages
        ends, items = self.needed_by.ends, self.needed_by.items
        waiting: dict[int, int] = {}
        queue = array("i")
        for rule in [rule for rule, head in enumerate(heads) if values[head] == UNKNOWN and not self.is_dead[rule]]:
            waiting[rule] = count = sum(values[atom] == UNKNOWN for atom in self.program.bodies[rule])
            if not count and sources[heads[rule]] == NONE:
                sources[heads[rule]] = rule
                queue.append(heads[rule])
        for age, atom in enumerate(queue, 1):  # grows while it is read
            ages[atom] = age
            for rule in items[ends[atom] : ends[atom + 1]]:
                left = waiting[rule] = waiting.get(rule, 0) - 1
                if not left and sources[head := heads[rule]] == NONE:
                    sources[head] = rule
                    queue.append(head)
        self.sourced = len(queue)
        return [atom for atom, value in enumerate(values) if value == UNKNOWN and sources[atom] == NONE]

    def _fail_unfounded(self) -> list[int]:
        """Make false what lost its source and finds no other; return it.

        Sources are first looked for when nothing else follows any more: most maps come out without them.
        """
        if UNKNOWN not in self.values:
            return []
        if not self.has_sources:
            self.has_sources = True
            self.lost = self._find_first_sources()
        unsourced = self._find_unsourced()
        self._find_new_sources(unsourced)
        for atom in unsourced:
            self.values[atom] = FALSE
        self.unfounded |= unsourced
        return sorted(unsourced)

    def _find_unsourced(self) -> set[int]:
        """Return the atoms that lost their source, and those of the same circle whose source leads back to them.

        One that has another source which was given before its own lost one needs no search: it cannot lead back.
        """
        lost = [atom for atom in self.lost if self.values[atom] == UNKNOWN]
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
                    and self.values[head] == UNKNOWN
                )
        return unsourced

    def _has_older_source(self, atom: int, unsourced: set[int]) -> bool:
        """Give the atom a source that is older than the one it lost, if it has one; tell whether it has."""
        component, age = self.components.get(atom), self.ages[atom]

        def is_older(other: int) -> bool:
            if component is None or self.components.get(other) != component or self.values[other] == TRUE:
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


def _counters(counts: array[int]) -> array[int] | bytearray:
    """Return the counts in as little memory as they need: large programs wait for the memory, not for the processor."""
    return bytearray(counts.tolist()) if max(counts, default=0) <= _MOST_IN_A_BYTE else counts


def _circular_components(program: Program, needed_by: Rows) -> dict[int, int]:
    """Return for each atom that leads back to itself through bodies the number of its component."""
    heads, bodies = program.heads, program.bodies
    waiting = [0] * program.atoms
    for head, length in zip(heads, bodies.lengths(), strict=True):
        waiting[head] += length
    free = array("i", [atom for atom, count in enumerate(waiting) if not count])
    ends, items = needed_by.ends, needed_by.items
    for atom in free:  # grows while it is read
        for rule in items[ends[atom] : ends[atom + 1]]:
            head = heads[rule]
            waiting[head] -= 1
            if not waiting[head]:
                free.append(head)
    if len(free) == program.atoms:
        return {}
    onward: dict[int, list[int]] = defaultdict(list)
    for rule, head in enumerate(heads):
        if waiting[head]:
            for atom in bodies[rule]:
                if waiting[atom]:
                    onward[atom].append(head)
    components = find_components(list(onward), lambda atom: onward.get(atom, ()))
    circles = (circle for circle in components if len(circle) > 1 or circle[0] in onward.get(circle[0], ()))
    return {atom: number for number, circle in enumerate(circles) for atom in circle}
