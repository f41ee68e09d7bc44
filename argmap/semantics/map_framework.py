"""The framework of a map: all its arguments and the attacks between them, with the way back to the elements."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap, Attack, Standard, UnknownElementError
from argmap.model.nearest import NearestWords
from argmap.semantics.arguments import Argument, Arguments
from argmap.semantics.atoms import NONE, Atoms
from argmap.semantics.framework import Framework
from argmap.semantics.labelling import Compilation, Stance
from argmap.semantics.labels import check_supposed, make_reading
from argmap.semantics.standards import Thresholds

MOST_ARGUMENTS = 10_000
_NUMBERED = re.compile(r"#[0-9]+\Z")


@dataclass(frozen=True, slots=True)
class MapArgument:
    """One argument of a map.

    Attributes:
        name: its name in the framework.
        element_id: the claim, inference or attack that it is for.
        inference_id: for a claim, the inference that concludes it here; None if it stands on what it has of its own,
            and for an inference or an attack.
        parts: the names of the arguments that it is made of: of a claim, the one for the inference; of an inference or
            an attack, one for each claim that it stands on.
    """

    name: str
    element_id: str
    inference_id: str | None
    parts: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class MapFramework(Framework):
    """The framework of a map under one reading; `to_framework` makes it.

    An argument is called by the id of what it is for; where there are several for an id, by the id, `#` and a number,
    the lowest first. Names and order do not depend on the order of the file.

    Attributes:
        made: for each argument, in the order of `arguments`, what it is made of.
        by_element: the id of each claim, inference and attack of the map to the names of the arguments for it, the
            lowest first. An id that a claim and a step share means the claim, as it does for labels.

    Examples:
        >>> from argmap import Draft
        >>> draft = Draft()
        >>> late, snow, wet = draft.claim("Late"), draft.claim("Snow"), draft.claim("Wet", given="common")
        >>> _ = draft.support(late, snow, id="because"), draft.support(late, wet, id="also")
        >>> framework = draft.build().to_framework()
        >>> framework.arguments_for("late"), framework.uses("late#1")
        (('late#1', 'late#2'), ('late', 'also', 'wet'))
    """

    made: tuple[MapArgument, ...]
    by_element: Mapping[str, tuple[str, ...]] = field(hash=False)

    def argument(self, name: str) -> MapArgument:
        """Return what the argument of the name is for and made of.

        Raises:
            UnknownArgumentError: the framework has no such argument.
        """
        return self.made[self.number(name)]

    def arguments_for(self, element_id: str) -> tuple[str, ...]:
        """Return the names of the arguments for a claim, or for an inference or attack to hold, the lowest first.

        Raises:
            UnknownElementError: the map has no such claim, inference or attack.
        """
        if element_id not in self.by_element:
            raise UnknownElementError(element_id, NearestWords(self.by_element).find(element_id))
        return self.by_element[element_id]

    def uses(self, name: str) -> tuple[str, ...]:
        """Return the ids of the elements that the argument uses, its own first, then downwards, each once.

        Raises:
            UnknownArgumentError: the framework has no such argument.
        """
        reached = dict.fromkeys([self.argument(name).name])
        queue = list(reached)
        for other in queue:  # grows while it is read
            for part in self.argument(other).parts:
                if part not in reached:
                    reached[part] = None
                    queue.append(part)
        return tuple(dict.fromkeys(self.argument(other).element_id for other in queue))


def to_framework(  # noqa: PLR0913 - one argument for each setting
    argument_map: ArgumentMap,
    *,
    stance: Stance | str = Stance.ASSERTED,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    standard: Standard | str | None = None,
    thresholds: Thresholds | None = None,
    most: int = MOST_ARGUMENTS,
) -> MapFramework:
    """Return the framework of the map: its arguments, after Dung, and the attacks between them.

    An argument is for a claim that stands on what it has of its own, for an inference applied to arguments for its
    premises and its warrant, for the claim that such an inference concludes, or for an attack applied to arguments for
    its premises. No claim is concluded twice on one way down, so that there are finitely many arguments and circular
    support makes none. An argument for an attack attacks each argument that uses its target anywhere: the inference,
    the attack, or the claim with what speaks for it there, if the attack defeats that under the claim's standard.

    The grounded extension says of each element what its label says: one is in if some argument for it is in the
    extension, and out if all are attacked by it.

    The number of arguments can be exponential in the size of the map; labels need none of them.

    Args:
        argument_map: the map.
        stance: asserted (every claim that no inference concludes holds) or held (only sources and givens do).
        accept: ids of elements that are to be in, whatever speaks against them.
        reject: ids of elements that are to be out, whatever speaks for them.
        standard: a standard of proof for all claims; left out, that of each claim, or of the map.
        thresholds: the numbers in the standards of proof.
        most: how many arguments there may be, 0 or more; there may be a hundred times as many attacks.

    Raises:
        FrameworkSizeError: there are more; it is raised as soon as the limit is reached.
        UnknownElementError: `accept` or `reject` names an element that the map does not have.
        ReadingError: an element is both accepted and rejected.
        ValueError: there is no such stance or standard.
    """
    reading = make_reading(stance=stance, accept=accept, reject=reject, standard=standard, thresholds=thresholds)
    atoms = Atoms(ArgumentGraph(argument_map))
    check_supposed(atoms, reading)
    arguments = Arguments(Compilation(atoms, reading), most)
    attacks = list(arguments.find_attacks())
    order = _order(atoms, arguments.found)
    names = _names({number: atoms.ids[arguments.found[number].atom] for number in order})
    position = {number: place for place, number in enumerate(order)}
    return MapFramework(
        tuple(names.values()),
        tuple((position[attacker], position[target]) for attacker, target in attacks),
        tuple(_describe(number, arguments.found, atoms, names) for number in order),
        _by_element(order, arguments.found, atoms, names),
    )


def _order(atoms: Atoms, arguments: Sequence[Argument]) -> list[int]:
    """Return the numbers of the arguments: for claims, for inferences, for attacks, each by id, then the lowest first.

    Nothing here depends on the order of the file. Arguments are ranked from below: by height, and among equally high
    ones by what they are for and by the ranks of their parts. Steps with one id are told apart by what they hold.
    """
    sorted_atoms = sorted({argument.atom for argument in arguments}, key=lambda atom: _key(atoms, atom))
    place = {atom: number for number, atom in enumerate(sorted_atoms)}
    rows: dict[int, list[int]] = defaultdict(list)
    heights: list[int] = []
    for number, argument in enumerate(arguments):
        heights.append(1 + max((heights[part] for part in argument.parts), default=0))
        rows[heights[number]].append(number)
    ranks: dict[int, int] = {}

    def rank_key(number: int) -> tuple[int, int, tuple[int, ...]]:
        argument = arguments[number]
        return place[argument.atom], place.get(argument.pro, NONE), tuple(ranks[part] for part in argument.parts)

    for height in sorted(rows):
        ranks.update((number, rank) for rank, number in enumerate(sorted(rows[height], key=rank_key), len(ranks)))
    return sorted(ranks, key=lambda number: (*_key(atoms, arguments[number].atom)[:2], ranks[number]))


def _key(atoms: Atoms, atom: int) -> tuple[int, str, str]:
    """Return what sorts an element among all: claims, inferences, attacks, then id, then what it holds."""
    if atom < atoms.first_step:
        return 0, atoms.ids[atom], ""
    step = atoms.step(atom)
    content = step.model_dump_json() if len(atoms.steps_of(step.id)) > 1 else ""
    return (2 if isinstance(step, Attack) else 1), step.id, content


def _names(ids: Mapping[int, str]) -> dict[int, str]:
    """Return a name for each argument from the id of what it is for; no two are the same, as none ends like another."""
    counts, given = Counter(ids.values()), Counter[str]()
    names: dict[int, str] = {}
    for number, element_id in ids.items():
        given[element_id] += 1
        is_plain = counts[element_id] == 1 and not _NUMBERED.search(element_id)
        names[number] = element_id if is_plain else f"{element_id}#{given[element_id]}"
    return names


def _describe(number: int, arguments: Sequence[Argument], atoms: Atoms, names: Mapping[int, str]) -> MapArgument:
    argument = arguments[number]
    return MapArgument(
        name=names[number],
        element_id=atoms.ids[argument.atom],
        inference_id=atoms.ids.get(argument.pro),
        parts=tuple(names[part] for part in argument.parts),
    )


def _by_element(
    order: Sequence[int], arguments: Sequence[Argument], atoms: Atoms, names: Mapping[int, str]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {element_id: [] for element_id in sorted(atoms.claims.keys() | atoms.step_ids)}
    for number in order:
        atom = arguments[number].atom
        if atom in atoms.of(atoms.ids[atom]):
            found[atoms.ids[atom]].append(names[number])
    return {element_id: tuple(of_element) for element_id, of_element in found.items()}
