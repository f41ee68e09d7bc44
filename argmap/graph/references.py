"""References: every place where an element of a map names another one."""

from __future__ import annotations

from collections.abc import Iterator
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
    if argument_map.article is not None:
        yield Reference(None, ("article",), argument_map.article, SOURCE)
    for index, claim_id in enumerate(argument_map.main):
        yield Reference(None, ("main", index), claim_id, CLAIM)
    for index, source in enumerate(argument_map.sources):
        if source.party is not None:
            yield Reference(source.id, ("sources", index, "party"), source.party, PARTY)
    for index, claim in enumerate(argument_map.claims):
        yield from _of_claim(claim, ("claims", index))
    for index, inference in enumerate(argument_map.inferences):
        yield from _of_inference(inference, ("inferences", index))
    for index, attack in enumerate(argument_map.attacks):
        path = ("attacks", index)
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
