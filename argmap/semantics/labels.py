"""Labels: what is in, out and undecided once attacks are weighed, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from argmap.graph import ArgumentGraph
from argmap.model import ArgmapError, ArgumentMap, Standard, UnknownElementError
from argmap.model.collector import collector_paused
from argmap.model.nearest import NearestWords
from argmap.semantics.atoms import Atoms
from argmap.semantics.labelling import Compilation, Reading, Stance, Weighed
from argmap.semantics.programs import Model, Value, find_model
from argmap.semantics.standards import Thresholds
from argmap.semantics.whys import Why, why


class Label(StrEnum):
    """Whether an element stands."""

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"


class Reason(StrEnum):
    """Why an element has its label."""

    HELD = "held"
    """In: it cites a source, is given, or is asserted where that counts."""
    SUPPORTED = "supported"
    """In: an inference to it is in, or, of a step, its premises are."""
    UNSUPPORTED = "unsupported"
    """Out: nothing that speaks for it is in, or, of a step, a premise is out."""
    DEFEATED = "defeated"
    """Out: something speaks for it, and an attack that is in defeats it."""
    UNDERCUT = "undercut"
    """Out: an attack on the step is in."""
    CIRCULAR = "circular"
    """Out: all that speaks for it leans on itself."""
    STAND_OFF = "stand-off"
    """Undecided: attacks lead back to it in a ring, or it leans on such."""
    ACCEPTED = "accepted"
    """In, as the question supposes."""
    REJECTED = "rejected"
    """Out, as the question supposes."""


@dataclass(frozen=True, slots=True)
class ElementLabel:
    """The label of one element.

    Attributes:
        label: in, out or undecided.
        reason: why.
        rank: 1 or more: the length of the argument for the label, in rounds; 0 if the element is undecided. What makes
            an element in, or takes its support, has a lower rank; elements that only lean on one another share one.
    """

    label: Label
    reason: Reason
    rank: int


class Change(NamedTuple):
    """How the label of an element changes from one labelling to another."""

    before: Label
    after: Label


class ReadingError(ArgmapError, ValueError):
    """A question supposes that an element is both accepted and rejected.

    Attributes:
        element_ids: the elements.
    """

    def __init__(self, element_ids: tuple[str, ...]) -> None:
        self.element_ids = element_ids
        names = ", ".join(f"[{element_id}]" for element_id in element_ids)
        super().__init__(f"{names} cannot be both accepted and rejected, expected one of the two")


_LABELS = {Value.TRUE: Label.IN, Value.FALSE: Label.OUT, Value.UNKNOWN: Label.UNDECIDED}


@dataclass(frozen=True)
class Labels(Mapping[str, ElementLabel]):
    """The labels of all claims, inferences and attacks of a map under one reading, by id.

    Where an id stands more than once the label that says most for it counts.

    Attributes:
        compilation: the map as rules.
        model: the well-founded model of the rules.
    """

    compilation: Compilation
    model: Model

    @property
    def atoms(self) -> Atoms:
        """The elements of the map as atoms."""
        return self.compilation.atoms

    def __getitem__(self, element_id: str) -> ElementLabel:
        """Return the label of a claim, an inference or an attack.

        Raises:
            UnknownElementError: the map has no such element.
        """
        return self.label_of(self.atom(element_id))

    def find_label(self, element_id: str) -> Label:
        """Return in, out or undecided, without the reason, which takes longer to find.

        Raises:
            UnknownElementError: the map has no such element.
        """
        return _LABELS[self.model.values[self.atom(element_id)]]

    def __contains__(self, element_id: object) -> bool:
        return isinstance(element_id, str) and bool(self.atoms.of(element_id))

    def __iter__(self) -> Iterator[str]:
        yield from self.atoms.claims
        yield from (step_id for step_id in self.atoms.step_ids if step_id not in self.atoms.claims)

    def __len__(self) -> int:
        return len(self.atoms.claims) + len(self.atoms.step_ids - self.atoms.claims.keys())

    def why(self, element_id: str) -> Why:
        """Return why the element has its label; see `argmap.semantics.why`."""
        return why(self, element_id)

    def compare(self, other: Labels) -> Mapping[str, Change]:
        """Return the elements whose label another labelling of the map changes, in this one's order."""
        return {
            element_id: Change(before.label, other[element_id].label)
            for element_id, before in self.items()
            if element_id in other and before.label is not other[element_id].label
        }

    def suppose(self, *, accept: Collection[str] = (), reject: Collection[str] = ()) -> Labels:
        """Return the labels if more elements are accepted or rejected than in this reading.

        Raises:
            UnknownElementError: one of them is no element of the map.
            ReadingError: an element is both accepted and rejected.
        """
        reading = self.compilation.reading
        more = replace(reading, accept=reading.accept | _names(accept), reject=reading.reject | _names(reject))
        return _label_as_supposed(self.atoms, more)

    def atom(self, element_id: str) -> int:
        """Return the atom of an element; of several with the id, the one whose label says most for it.

        Raises:
            UnknownElementError: the map has no such claim, inference or attack.
        """
        atoms = self.atoms.of(element_id)
        if not atoms:
            raise UnknownElementError(element_id, NearestWords(self).find(element_id))
        if len(atoms) == 1:
            return atoms[0]
        return max(atoms, key=lambda atom: (self.model.values[atom], -self.model.ranks[atom], self._reason(atom)))

    def label_of(self, atom: int) -> ElementLabel:
        """Return the label of an atom."""
        return ElementLabel(_LABELS[self.model.values[atom]], self._reason(atom), self.model.ranks[atom])

    def is_supposed(self, atom: int) -> bool:
        """Tell whether the reading accepts or rejects the element of the atom."""
        reading, element_id = self.compilation.reading, self.atoms.ids[atom]
        return element_id in reading.accept or element_id in reading.reject

    def _reason(self, atom: int) -> Reason:
        value = self.model.values[atom]
        if value is Value.UNKNOWN:
            return Reason.STAND_OFF
        if self.is_supposed(atom):
            return Reason.ACCEPTED if value is Value.TRUE else Reason.REJECTED
        if atom in self.model.unfounded:
            return Reason.CIRCULAR
        if atom < self.atoms.first_step:
            return self._reason_of_claim(self.atoms.ids[atom], value)
        if value is Value.TRUE:
            return Reason.SUPPORTED
        is_cut = atom < self.atoms.own and all(
            self.model.values[premise] is not Value.FALSE for premise in self.atoms.body(atom)
        )
        return Reason.UNDERCUT if is_cut else Reason.UNSUPPORTED

    def _reason_of_claim(self, claim_id: str, value: Value) -> Reason:
        if value is Value.FALSE:
            survive = any(self.model.values[pro.atom] is not Value.FALSE for pro in self.compilation.pros(claim_id))
            return Reason.DEFEATED if survive else Reason.UNSUPPORTED
        own = next((pro for pro in self.compilation.pros(claim_id) if pro.atom == self.atoms.own), None)
        return Reason.HELD if own and self.stands(claim_id, own) else Reason.SUPPORTED

    def stands(self, claim_id: str, pro: Weighed) -> bool:
        """Tell whether what speaks for a claim is in and every attack that would defeat it is out."""
        values = self.model.values
        return values[pro.atom] is Value.TRUE and all(
            values[con] is Value.FALSE for con in self.compilation.defeaters(claim_id, pro)
        )


@collector_paused()
def labels(  # noqa: PLR0913 - one argument for each setting
    argument_map: ArgumentMap,
    *,
    stance: Stance | str = Stance.ASSERTED,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    standard: Standard | str | None = None,
    thresholds: Thresholds | None = None,
) -> Labels:
    """Return the label of each claim, inference and attack of the map.

    The labels are those of the well-founded model of the map read as rules, which are the grounded labels of all its
    arguments without the need to build them. Near-linear in the size of the map, circles included; nothing recurses.

    Args:
        argument_map: the map.
        stance: asserted (every claim that no inference concludes holds) or held (only sources and givens do).
        accept: ids of elements that are to be in, whatever speaks against them.
        reject: ids of elements that are to be out, whatever speaks for them.
        standard: a standard of proof for all claims; left out, that of each claim, or of the map.
        thresholds: the numbers in the standards of proof.

    Raises:
        UnknownElementError: `accept` or `reject` names an element that the map does not have.
        ReadingError: an element is both accepted and rejected.
        ValueError: there is no such stance or standard.
    """
    reading = make_reading(stance=stance, accept=accept, reject=reject, standard=standard, thresholds=thresholds)
    return label_graph(ArgumentGraph(argument_map), reading)


def label_graph(graph: ArgumentGraph, reading: Reading | None = None) -> Labels:
    """Return the labels of `labels` for a map whose structure is known.

    Args:
        graph: the structure of the map.
        reading: how to read it; None as asserted, with nothing supposed.

    Raises:
        UnknownElementError: the reading supposes something of an element that the map does not have.
        ReadingError: an element is both accepted and rejected.
    """
    return _label_as_supposed(Atoms(graph), reading or Reading())


def make_reading(
    *,
    stance: Stance | str,
    accept: Collection[str],
    reject: Collection[str],
    standard: Standard | str | None,
    thresholds: Thresholds | None,
) -> Reading:
    """Return the reading that the settings of a question name.

    Raises:
        ValueError: there is no such stance or standard.
    """
    return Reading(
        stance=Stance(stance),
        accept=_names(accept),
        reject=_names(reject),
        standard=None if standard is None else Standard(standard),
        thresholds=thresholds or Thresholds(),
    )


def check_supposed(atoms: Atoms, reading: Reading) -> None:
    """Check that what a reading accepts and rejects are elements of the map, each only one of the two.

    Raises:
        UnknownElementError: one of them is no element of the map; it names the nearest id.
        ReadingError: an element is both accepted and rejected.
    """
    if both := reading.accept & reading.reject:
        raise ReadingError(tuple(sorted(both)))
    for element_id in sorted(reading.accept | reading.reject):
        if not atoms.of(element_id):
            raise UnknownElementError(element_id, NearestWords((*atoms.claims, *atoms.step_ids)).find(element_id))


def _label_as_supposed(atoms: Atoms, reading: Reading) -> Labels:
    check_supposed(atoms, reading)
    return label(atoms, reading)


def label(atoms: Atoms, reading: Reading) -> Labels:
    """Return the labels of a map under one reading; see `labels`."""
    compilation = Compilation(atoms, reading)
    return Labels(compilation, find_model(compilation.program))


def _names(ids: Collection[str]) -> frozenset[str]:
    return frozenset({ids} if isinstance(ids, str) else ids)
