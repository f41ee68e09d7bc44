"""Which elements of two maps are the same one.

Elements are matched by id. Ids of steps are often only numbers, so steps are matched before that by what they lead
from and to; and claims that no id matches are matched by their texts.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import Generic, TypeVar

from argmap.graph.steps import Step
from argmap.model import AnyClaim, ArgumentMap, Attack, Inference, Party, Source, Waiver
from argmap.model.collector import collector_paused

T = TypeVar("T")
S = TypeVar("S", Inference, Attack)


@dataclass(frozen=True, slots=True)
class Pairs(Generic[T]):
    """The elements of one kind in two maps.

    Attributes:
        both: each element of the map before with that of the map after which is the same; in the order of the latter.
        removed: those of the map before that are in no pair, in its order.
        added: those of the map after that are in no pair, in its order.
    """

    both: tuple[tuple[T, T], ...]
    removed: tuple[T, ...]
    added: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Names that ids of one map have in both: the same for what is matched, though the ids differ.

    Ids that are not listed are names of their own; the listed names are no ids.
    """

    claims: dict[str, str] = field(default_factory=dict)
    steps: dict[str, str] = field(default_factory=dict)

    def claim(self, claim_id: str) -> str:
        """Return the name of what the id stands for where a claim is expected."""
        return self.claims.get(claim_id, claim_id)

    def element(self, element_id: str) -> str:
        """Return the name of what the id stands for where it may be a claim or a step."""
        return self.claims.get(element_id) or self.steps.get(element_id, element_id)


@dataclass(frozen=True, slots=True)
class Matching:
    """The elements of two maps, paired.

    Attributes:
        before, after: the maps.
        sources, parties, claims, inferences, attacks, waivers: their elements.
        names_before, names_after: the names of their ids.
    """

    before: ArgumentMap
    after: ArgumentMap
    sources: Pairs[Source]
    parties: Pairs[Party]
    claims: Pairs[AnyClaim]
    inferences: Pairs[Inference]
    attacks: Pairs[Attack]
    waivers: Pairs[Waiver]
    names_before: Names
    names_after: Names


@collector_paused()
def match_maps(before: ArgumentMap, after: ArgumentMap) -> Matching:
    """Return which elements of the two maps are the same; O(n log n).

    With the maps the other way round the pairs are the same, the other way round. Repeated ids, circles and ids that
    nothing defines are no trouble: repeated elements are paired while there are some left on both sides.
    """
    old, new = Names(), Names()
    claims = _match_claims(before.claims, after.claims)
    _give_names(claims.both, old.claims, new.claims, before.claims, after.claims)
    keys = _inference_keys(before, old), _inference_keys(after, new)
    inferences = _match_steps(before.inferences, after.inferences, keys, (old, new))
    _give_names(inferences.both, old.steps, new.steps, before.inferences, after.inferences)
    _tell_apart(inferences, old.steps)
    known: dict[Hashable, int] = {}
    keys = _attack_keys(before, old, known), _attack_keys(after, new, known)
    attacks = _match_steps(before.attacks, after.attacks, keys, (old, new))
    _give_names(attacks.both, old.steps, new.steps, before.attacks, after.attacks)
    _tell_apart(attacks, old.steps)
    return Matching(
        before,
        after,
        _match(before.sources, after.sources, [(_ids(before.sources), _ids(after.sources))]),
        _match(before.parties, after.parties, [(_ids(before.parties), _ids(after.parties))]),
        claims,
        inferences,
        attacks,
        _match(before.waivers, after.waivers, [(_waiver_keys(before, old), _waiver_keys(after, new))]),
        old,
        new,
    )


def plain_text(text: str) -> str:
    """Return the text as it counts when two are compared: white space, case and the form of letters do not matter."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


_Keys = Sequence[Hashable]
"""For each element of one map what it must have in common with its partner; None where it can have none."""


def _match(
    before: Sequence[T],
    after: Sequence[T],
    passes: Iterable[tuple[_Keys, _Keys]],
    are_akin: Callable[[T, T], bool] = lambda _old, _new: True,
) -> Pairs[T]:
    """Pair the elements with equal keys, pass by pass; each pass looks at what the passes before it left.

    Args:
        before: the elements of one map.
        after: those of the other.
        passes: the keys of both, for each pass.
        are_akin: tells of two with equal keys whether they may be the same.
    """
    partner: dict[int, int] = {}
    left = list(range(len(before)))
    for old_keys, new_keys in passes:
        taken = set(partner.values())
        groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for number in left:
            groups[old_keys[number]][0].append(number)
        for number in range(len(after)):
            if number not in taken:
                groups[new_keys[number]][1].append(number)
        for key, (old, new) in groups.items():
            if key is not None and old and new:
                pairs = _pair_group(before, after, old, new)
                partner.update((one, other) for one, other in pairs if are_akin(before[one], after[other]))
        left = [number for number in left if number not in partner]
    both = sorted(partner.items(), key=lambda pair: pair[1])
    taken = set(partner.values())
    return Pairs(
        tuple((before[old], after[new]) for old, new in both),
        tuple(before[number] for number in left),
        tuple(element for number, element in enumerate(after) if number not in taken),
    )


def _pair_group(before: Sequence[T], after: Sequence[T], old: list[int], new: list[int]) -> Iterable[tuple[int, int]]:
    """Pair elements that have the same key: equal ones first, then in the order of what they hold."""
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    pairs: list[tuple[int, int]] = []
    contents: dict[str, list[int]] = defaultdict(list)
    for number in reversed(new):
        contents[repr(after[number])].append(number)
    rest = []
    for number in old:
        if same := contents.get(repr(before[number])):
            pairs.append((number, same.pop()))
        else:
            rest.append(number)
    taken = {number for _, number in pairs}
    others = sorted((number for number in new if number not in taken), key=lambda number: repr(after[number]))
    return pairs + list(zip(sorted(rest, key=lambda number: repr(before[number])), others, strict=False))


def _match_claims(before: Sequence[AnyClaim], after: Sequence[AnyClaim]) -> Pairs[AnyClaim]:
    """Pair claims by id, then those by text whose ids are in one map only, and there only once."""
    ids = _ids(before), _ids(after)
    texts = _lone_texts(before, ids[1]), _lone_texts(after, ids[0])
    return _match(before, after, [ids, texts])


def _lone_texts(claims: Sequence[AnyClaim], others: Iterable[str]) -> list[str | None]:
    counts = Counter(claim.id for claim in claims)
    known = set(others)
    lone = [claim.id not in known and counts[claim.id] == 1 for claim in claims]
    return [plain_text(claim.text) or None if alone else None for claim, alone in zip(claims, lone, strict=True)]


def _match_steps(
    before: Sequence[S], after: Sequence[S], keys: tuple[_Keys, _Keys], names: tuple[Names, Names]
) -> Pairs[S]:
    """Pair steps that lead from the same to the same, first those with one id; then those with one id and a premise.

    Steps with one id that start from wholly different claims only happen to have the same number.
    """

    def are_akin(old: S, new: S) -> bool:
        return not set(_premises(old, names[0])).isdisjoint(_premises(new, names[1]))

    ids = _ids(before), _ids(after)
    both = [list(zip(own, found, strict=True)) for own, found in zip(ids, keys, strict=True)]
    return _match(before, after, [(both[0], both[1]), keys, ids], are_akin)


def _inference_keys(argument_map: ArgumentMap, names: Names) -> list[Hashable]:
    return [(_premises(step, names), names.claim(step.conclusion)) for step in argument_map.inferences]


def _attack_keys(argument_map: ArgumentMap, names: Names, known: dict[Hashable, int]) -> list[Hashable]:
    """Return a number for each attack that tells from what it leads to what, along attacks on attacks; O(n).

    Args:
        argument_map: the map.
        names: its names.
        known: what has a number already; one for both maps.
    """
    own = _positions(argument_map)
    attacks = argument_map.attacks
    numbers: dict[int, int] = {}
    for start in range(len(attacks)):
        chain: dict[int, None] = {}
        here: int | None = start
        while here is not None and here not in numbers and here not in chain:
            chain[here] = None
            here = own.get(attacks[here].target)
        circle = set() if here is None or here in numbers else _circle(chain, here)
        for number in reversed(chain):
            attack = attacks[number]
            above = None if number in circle else own.get(attack.target)
            target = names.element(attack.target) if above is None else numbers[above]
            numbers[number] = known.setdefault((_premises(attack, names), target), len(known))
    return [numbers[number] for number in range(len(attacks))]


def _positions(argument_map: ArgumentMap) -> Mapping[str, int]:
    """Return the places of the attacks whose ids nothing else that can be attacked has."""
    counts = Counter(e.id for e in (*argument_map.claims, *argument_map.inferences, *argument_map.attacks))
    return {attack.id: place for place, attack in enumerate(argument_map.attacks) if counts[attack.id] == 1}


def _circle(chain: Iterable[int], back: int) -> set[int]:
    """Return the part of the chain that goes round: all from the place on that its end leads back to."""
    return set(dropwhile(lambda number: number != back, chain))


def _waiver_keys(argument_map: ArgumentMap, names: Names) -> list[Hashable]:
    return [
        (waiver.rule, None if waiver.element is None else names.element(waiver.element))
        for waiver in argument_map.waivers
    ]


def _premises(step: Step, names: Names) -> tuple[str, ...]:
    return tuple(sorted(names.claim(claim_id) for claim_id in step.premises))


def _ids(elements: Iterable[AnyClaim | Step | Source | Party]) -> list[str]:
    return [element.id for element in elements]


def _give_names(
    pairs: Iterable[tuple[AnyClaim, AnyClaim]] | Iterable[tuple[Step, Step]],
    old: dict[str, str],
    new: dict[str, str],
    before: Iterable[AnyClaim | Step],
    after: Iterable[AnyClaim | Step],
) -> None:
    """Give a common name to the ids of what is matched under two ids; none to an id that is in one map twice."""
    repeated = _repeated(before), _repeated(after)
    for one, other in pairs:
        if one.id != other.id and one.id not in repeated[0] and other.id not in repeated[1]:
            # No id holds a bracket, so this is none.
            old[one.id] = new[other.id] = f"{one.id}[]{other.id}"


def _tell_apart(pairs: Pairs[S], old: dict[str, str]) -> None:
    """Give those steps that were removed other names than added ones with the same ids have."""
    for step_id in {step.id for step in pairs.removed} & {step.id for step in pairs.added}:
        old.setdefault(step_id, f"{step_id}[]")


def _repeated(elements: Iterable[AnyClaim | Step]) -> set[str]:
    return {element_id for element_id, count in Counter(e.id for e in elements).items() if count > 1}
