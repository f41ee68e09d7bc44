"""Whys: the tree of reasons for one label, finite because each reason came out before what it is a reason for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.semantics.labelling import Weighed
from argmap.semantics.programs import Value, find_levels

if TYPE_CHECKING:
    from argmap.semantics.labels import ElementLabel, Labels


class Link(StrEnum):
    """How a step of a why bears on the one above it."""

    TOP = "top"
    """It is what was asked for."""
    SUPPORT = "support"
    """It speaks for it: an inference to a claim, or a premise of a step."""
    ATTACK = "attack"
    """It attacks it."""


class WhyTelling(StrEnum):
    """Where a why tells the reasons for a label."""

    HERE = "here"
    ABOVE = "above"
    BACK = "back"
    """It is on the way that led here: the circle of support, or the ring of attacks, is closed."""


@dataclass(frozen=True, slots=True)
class WhyStep:
    """One element of a why.

    Attributes:
        depth: how many steps lie between it and the element that was asked for; 0 for that one.
        element_id: the claim, the inference or the attack.
        link: how it bears on the step above.
        label: its label, reason and rank.
        telling: whether the reasons for its label follow here.
    """

    depth: int
    element_id: str
    link: Link
    label: ElementLabel
    telling: WhyTelling = WhyTelling.HERE


@dataclass(frozen=True, slots=True)
class Why:
    """Why an element has its label.

    Attributes:
        element_id: the element.
        steps: the tree of reasons, from the top down; an element is told once.
    """

    element_id: str
    steps: tuple[WhyStep, ...]


def why(labels: Labels, element_id: str) -> Why:
    """Return why an element has its label; O(n + m) for what bears on it, and nothing recurses.

    In: the shortest argument for it, and why each attack that would defeat it is out. Out: for each thing that speaks
    for it, what fails first, or the attack that defeats it. Circular: the claims that lean on one another. Undecided:
    the ring of attacks.

    Raises:
        UnknownElementError: the map has no such claim, inference or attack.
    """
    top = labels.atom(element_id)
    return Why(element_id, tuple(_Walk(labels).steps(top)))


_Ahead = tuple[int, int, Link]
"""An atom that is still to be told: its depth, itself, and how it bears on the one above."""


@dataclass
class _Walk:
    """The walk down from an element, and what it has met so far."""

    labels: Labels
    told: set[int] = field(default_factory=set)
    way: set[int] = field(default_factory=set)

    def steps(self, top: int) -> Iterator[WhyStep]:
        stack: list[_Ahead | int] = [(0, top, Link.TOP)]
        while stack:
            ahead = stack.pop()
            if isinstance(ahead, int):
                self.way.discard(ahead)
                continue
            depth, atom, link = ahead
            telling = (
                WhyTelling.BACK if atom in self.way else WhyTelling.ABOVE if atom in self.told else WhyTelling.HERE
            )
            yield WhyStep(depth, self.labels.atoms.ids[atom], link, self.labels.label_of(atom), telling)
            if telling is WhyTelling.HERE:
                self.told.add(atom)
                self.way.add(atom)
                stack.append(atom)
                stack += [(depth + 1, other, how) for other, how in reversed(self._reasons(atom))]

    def _reasons(self, atom: int) -> list[tuple[int, Link]]:
        """Return what makes the label of the atom."""
        if self.labels.is_supposed(atom) or atom >= self.labels.atoms.own:
            return []
        of_claim = atom < self.labels.atoms.first_step
        match self.labels.model.values[atom]:
            case Value.TRUE:
                return self._why_claim_in(atom) if of_claim else self._why_step_in(atom)
            case Value.FALSE:
                return self._why_claim_out(atom) if of_claim else self._why_step_out(atom)
            case Value.UNKNOWN:
                return self._why_undecided(atom)

    def _why_claim_in(self, atom: int) -> list[tuple[int, Link]]:
        claim_id, compilation = self.labels.atoms.ids[atom], self.labels.compilation
        standing = [pro for pro in compilation.pros(claim_id) if self.labels.stands(claim_id, pro)]
        best = min(standing, key=lambda pro: self._order(pro.atom))
        support = [] if best.atom == self.labels.atoms.own else [(best.atom, Link.SUPPORT)]
        return support + [(con, Link.ATTACK) for con in compilation.defeaters(claim_id, best)]

    def _why_step_in(self, atom: int) -> list[tuple[int, Link]]:
        compilation = self.labels.compilation
        support = [(premise, Link.SUPPORT) for premise in self.labels.atoms.body(atom)]
        return support + [(con, Link.ATTACK) for con in compilation.cons(atom)]

    def _why_claim_out(self, atom: int) -> list[tuple[int, Link]]:
        """Return for each pro what fails it first; in a circle, what it leans on in that circle."""
        claim_id, compilation = self.labels.atoms.ids[atom], self.labels.compilation
        reasons: dict[tuple[int, Link], None] = {}
        for pro in compilation.pros(claim_id):
            causes = [(con, Link.ATTACK) for con in compilation.defeaters(claim_id, pro)]
            reasons[self._first_failure([(pro.atom, Link.SUPPORT), *causes])] = None
        return sorted(reasons, key=lambda reason: (reason[1] is Link.SUPPORT, self._order(reason[0])))

    def _why_step_out(self, atom: int) -> list[tuple[int, Link]]:
        compilation = self.labels.compilation
        premises = [(premise, Link.SUPPORT) for premise in self.labels.atoms.body(atom)]
        return [self._first_failure([*premises, *((con, Link.ATTACK) for con in compilation.cons(atom))])]

    def _first_failure(self, causes: list[tuple[int, Link]]) -> tuple[int, Link]:
        """Return the cause that came out first: support that is out, or an attack that is in."""
        failing = {Link.SUPPORT: Value.FALSE, Link.ATTACK: Value.TRUE}
        values = self.labels.model.values
        return min(
            (cause for cause in causes if values[cause[0]] is failing[cause[1]]),
            key=lambda cause: self._order(cause[0]),
        )

    def _why_undecided(self, atom: int) -> list[tuple[int, Link]]:
        """Return the next element on the way into a ring of attacks."""
        compilation, values = self.labels.compilation, self.labels.model.values
        cons: Sequence[int] = compilation.cons(atom)
        support = self.labels.atoms.body(atom) if atom >= self.labels.atoms.first_step else ()
        if atom < self.labels.atoms.first_step:
            claim_id = self.labels.atoms.ids[atom]
            pro = min(self._live_pros(claim_id), key=lambda pro: (self._levels[pro.atom], self._order(pro.atom)))
            cons, support = compilation.defeaters(claim_id, pro), (pro.atom,)
        attacks = [con for con in cons if values[con] is Value.UNKNOWN]
        if attacks:
            return [(min(attacks, key=self._order), Link.ATTACK)]
        return [(min((a for a in support if values[a] is Value.UNKNOWN), key=self._order), Link.SUPPORT)]

    def _live_pros(self, claim_id: str) -> Iterator[Weighed]:
        """Yield what speaks for an undecided claim and is neither out nor defeated."""
        values, compilation = self.labels.model.values, self.labels.compilation
        for pro in compilation.pros(claim_id):
            is_defeated = any(values[con] is Value.TRUE for con in compilation.defeaters(claim_id, pro))
            if values[pro.atom] is not Value.FALSE and not is_defeated:
                yield pro

    @cached_property
    def _levels(self) -> list[int]:
        return find_levels(self.labels.compilation.program, self.labels.model)

    def _order(self, atom: int) -> tuple[int, str]:
        return self.labels.model.ranks[atom], self.labels.atoms.ids.get(atom, "")
