"""References: every place where an element of a map names another one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from argmap.model import ArgumentMap, Attack, Claim, Inference, Path, Proposal

CLAIM = frozenset({"claim"})
SOURCE = frozenset({"source"})
PARTY = frozenset({"party"})
TARGET = frozenset({"claim", "inference", "attack"})


@dataclass(frozen=True, slots=True)
class Reference:
    """One use of an id.

    Attributes:
        owner: the element whose field it is; None for a field of the map.
        path: the way to the id in the map.
        target: the id that is named.
        expected: the types that the target may have: claim, inference, attack, source, party.
    """

    owner: str | None
    path: Path
    target: str
    expected: frozenset[str]

    @property
    def field(self) -> str:
        """The name of the field that holds the id."""
        return next(str(part) for part in self.path[2 if self.owner else 0 :])


def find_references(argument_map: ArgumentMap) -> Iterator[Reference]:
    """Yield every reference of the map in file order; waivers have none, as a stale one is a finding of its own."""
    yield from _of_map(argument_map)
    for index, claim in enumerate(argument_map.claims):
        yield from _of_claim(claim, ("claims", index))
    for index, inference in enumerate(argument_map.inferences):
        yield from _of_inference(inference, ("inferences", index))
    for index, attack in enumerate(argument_map.attacks):
        yield from _of_attack(attack, ("attacks", index))


def find_undefined_references(argument_map: ArgumentMap, defined: Mapping[str, Collection[str]]) -> Iterator[Reference]:
    """Yield every reference whose target no element of an expected type has, in file order.

    Args:
        argument_map: the map.
        defined: type of element to the ids that elements of the type have.
    """
    for reference in _find_doubtful(argument_map, defined):
        if not any(reference.target in defined[expected] for expected in reference.expected):
            yield reference


def _find_doubtful(argument_map: ArgumentMap, defined: Mapping[str, Collection[str]]) -> Iterator[Reference]:
    """Yield the references of all elements but those claims and inferences that a quick look clears.

    Most references of a large map are of these two kinds and all in order, and to make each one takes time.
    """
    yield from _of_map(argument_map)
    claims, sources = defined["claim"], defined["source"]
    for index, claim in enumerate(argument_map.claims):
        is_plain = claim.type == "claim" and claim.by is None
        if not (is_plain and _are_defined(claim.cites, sources) and _has_no_source(claim)):
            yield from _of_claim(claim, ("claims", index))
    for index, inference in enumerate(argument_map.inferences):
        is_plain = inference.warrant is None and not inference.answers and inference.by is None and not inference.at
        if not (is_plain and inference.conclusion in claims and _are_defined(inference.premises, claims)):
            yield from _of_inference(inference, ("inferences", index))
    for index, attack in enumerate(argument_map.attacks):
        yield from _of_attack(attack, ("attacks", index))


def _are_defined(ids: tuple[str, ...], defined: Collection[str]) -> bool:
    return all(map(defined.__contains__, ids))


def _has_no_source(claim: Claim | Proposal) -> bool:
    return all(anchor.source is None for anchor in claim.at)


def _of_map(argument_map: ArgumentMap) -> Iterator[Reference]:
    if argument_map.article is not None:
        yield Reference(None, ("article",), argument_map.article, SOURCE)
    for index, claim_id in enumerate(argument_map.main):
        yield Reference(None, ("main", index), claim_id, CLAIM)
    for index, source in enumerate(argument_map.sources):
        if source.party is not None:
            yield Reference(source.id, ("sources", index, "party"), source.party, PARTY)


def _of_attack(attack: Attack, path: Path) -> Iterator[Reference]:
    yield from _premises(attack, path)
    yield Reference(attack.id, (*path, "target"), attack.target, TARGET)
    yield from _said(attack, path)


def _of_claim(claim: Claim | Proposal, path: Path) -> Iterator[Reference]:
    for number, source_id in enumerate(claim.cites):
        yield Reference(claim.id, (*path, "cites", number), source_id, SOURCE)
    yield from _said(claim, path)
    if isinstance(claim, Proposal):
        if claim.agent is not None:
            yield Reference(claim.id, (*path, "agent"), claim.agent, PARTY)
        if claim.reciprocates is not None:
            yield Reference(claim.id, (*path, "reciprocates"), claim.reciprocates, CLAIM)


def _of_inference(inference: Inference, path: Path) -> Iterator[Reference]:
    yield from _premises(inference, path)
    yield Reference(inference.id, (*path, "conclusion"), inference.conclusion, CLAIM)
    if inference.warrant is not None:
        yield Reference(inference.id, (*path, "warrant"), inference.warrant, CLAIM)
    for question, claim_id in inference.answers.items():
        yield Reference(inference.id, (*path, "answers", question), claim_id, CLAIM)
    yield from _said(inference, path)


def _premises(step: Inference | Attack, path: Path) -> Iterator[Reference]:
    for number, claim_id in enumerate(step.premises):
        yield Reference(step.id, (*path, "premises", number), claim_id, CLAIM)


def _said(element: Claim | Proposal | Inference | Attack, path: Path) -> Iterator[Reference]:
    if element.by is not None:
        yield Reference(element.id, (*path, "by"), element.by, PARTY)
    for number, anchor in enumerate(element.at):
        if anchor.source is not None:
            yield Reference(element.id, (*path, "at", number, "source"), anchor.source, SOURCE)
