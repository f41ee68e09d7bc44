"""Drafts: building a map in Python, step by step."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, TypedDict, Unpack

from argmap.model.anchor import Anchor
from argmap.model.argument_map import AnyElement, ArgumentMap
from argmap.model.elements import (
    AnyClaim,
    Attack,
    Claim,
    Element,
    Extensions,
    Inference,
    Party,
    Proposal,
    Source,
    Standard,
    Waiver,
)

Reference = str | AnyElement
"""An element, or its id."""


class MapFields(TypedDict, total=False):
    """The fields of a map besides its elements."""

    language: str
    article: Reference
    standard: Standard | str
    note: str
    extensions: Extensions


class ClaimFields(TypedDict, total=False):
    """The fields of a claim that may be left out."""

    id: str
    kind: str
    given: str
    cites: Reference | Iterable[Reference]
    implicit: bool
    by: Reference
    at: Anchor | Iterable[Anchor]
    when: str
    standard: Standard | str
    weight: float
    note: str
    tags: str | Iterable[str]
    extensions: Extensions


class ProposalFields(ClaimFields, total=False):
    """The fields of a proposal that may be left out."""

    agent: Reference
    action: str
    reciprocates: Reference


class StepFields(TypedDict, total=False):
    """The fields that inferences and attacks share and that may be left out."""

    id: str
    weight: float
    by: Reference
    at: Anchor | Iterable[Anchor]
    note: str
    extensions: Extensions


class InferenceFields(StepFields, total=False):
    """The fields of an inference that may be left out."""

    scheme: str
    warrant: Reference
    answers: dict[str, Reference]


class SourceFields(TypedDict, total=False):
    """The fields of a source that may be left out."""

    title: str
    author: str
    publisher: str
    date: str
    url: str
    party: Reference
    medium: str
    note: str
    extensions: Extensions


class PartyFields(TypedDict, total=False):
    """The fields of a party that may be left out."""

    name: str
    interests: str | Iterable[str]
    note: str
    extensions: Extensions


class Draft:
    """A map in the making; `build` gives the immutable map.

    Every method returns the element it adds, to be used where another method wants a claim, an inference or an id.
    An id that is left out is made from the text, so that the same calls always make the same map.

    Examples:
        >>> draft = Draft(title="Rain")
        >>> wet = draft.claim("The street is wet", main=True)
        >>> rain = draft.claim("It has rained", given="common")
        >>> draft.support(wet, rain).premises
        ('it-has-rained',)
        >>> [claim.id for claim in draft.build().claims]
        ['the-street-is-wet', 'it-has-rained']
    """

    def __init__(self, title: str = "", **fields: Unpack[MapFields]) -> None:
        self._fields: dict[str, Any] = {"title": title, **_ids(fields)}
        self._main: list[str] = []
        self._sources: list[Source] = []
        self._parties: list[Party] = []
        self._claims: list[AnyClaim] = []
        self._inferences: list[Inference] = []
        self._attacks: list[Attack] = []
        self._waivers: list[Waiver] = []
        self._used: set[str] = set()
        self._numbers: dict[str, int] = {}

    def claim(self, text: str, *, main: bool = False, **fields: Unpack[ClaimFields]) -> Claim:
        """Add a claim.

        Args:
            text: the claim as one sentence.
            main: True if it is a main claim.
            **fields: the other fields of `Claim`; single values stand for lists of one.

        Raises:
            pydantic.ValidationError: a field has a value of the wrong shape.
        """
        claim = Claim(text=text, **self._with_id(fields, text))
        self._add_claim(claim, main=main)
        return claim

    def proposal(self, text: str, *, main: bool = False, **fields: Unpack[ProposalFields]) -> Proposal:
        """Add a proposal; the arguments are those of `claim`, with agent, action and reciprocates."""
        proposal = Proposal(text=text, **self._with_id(fields, text))
        self._add_claim(proposal, main=main)
        return proposal

    def support(self, conclusion: Reference, *premises: Reference, **fields: Unpack[InferenceFields]) -> Inference:
        """Add an inference; several premises in one call are linked, several calls are convergent."""
        values = self._with_id(fields, "", prefix="i")
        answers = {question: _id(answer) for question, answer in values.pop("answers", {}).items()}
        inference = Inference(premises=tuple(map(_id, premises)), conclusion=_id(conclusion), answers=answers, **values)
        self._inferences.append(inference)
        return inference

    def attack(self, target: Reference, *premises: Reference, **fields: Unpack[StepFields]) -> Attack:
        """Add an attack on a claim, an inference or another attack."""
        values = self._with_id(fields, "", prefix="a")
        attack = Attack(premises=tuple(map(_id, premises)), target=_id(target), **values)
        self._attacks.append(attack)
        return attack

    def source(self, id: str, **fields: Unpack[SourceFields]) -> Source:  # noqa: A002 - the field's name
        """Add a source that claims can cite."""
        self._used.add(id)
        source = Source(id=id, **_ids(fields))
        self._sources.append(source)
        return source

    def party(self, id: str, **fields: Unpack[PartyFields]) -> Party:  # noqa: A002
        """Add a party that says, wants or does something."""
        self._used.add(id)
        party = Party(id=id, **_ids(fields))
        self._parties.append(party)
        return party

    def waive(self, rule: str, element: Reference | None = None, *, reason: str) -> Waiver:
        """Accept the finding of a rule about an element, or about the whole map, with a reason."""
        waiver = Waiver(rule=rule, element=None if element is None else _id(element), reason=reason)
        self._waivers.append(waiver)
        return waiver

    def build(self) -> ArgumentMap:
        """Return the map as it stands; the draft can go on."""
        return ArgumentMap(
            **self._fields,
            main=tuple(self._main),
            sources=tuple(self._sources),
            parties=tuple(self._parties),
            claims=tuple(self._claims),
            inferences=tuple(self._inferences),
            attacks=tuple(self._attacks),
            waivers=tuple(self._waivers),
        )

    def _add_claim(self, claim: AnyClaim, *, main: bool) -> None:
        self._claims.append(claim)
        if main:
            self._main.append(claim.id)

    def _with_id(self, fields: Any, text: str, prefix: str = "c") -> dict[str, Any]:
        values = _ids(fields)
        values["id"] = values.get("id") or self._new_id(_slug(text), prefix)
        self._used.add(values["id"])
        return values

    def _new_id(self, slug: str, prefix: str) -> str:
        if slug and slug not in self._used:
            return slug
        base = f"{slug}-" if slug else prefix
        number = self._numbers.get(base, 2 if slug else 1)
        while f"{base}{number}" in self._used:
            number += 1
        self._numbers[base] = number + 1
        return f"{base}{number}"


def _slug(text: str, most_words: int = 5) -> str:
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("'", ""))
    return "-".join(words[:most_words])[:60]


def _id(reference: Reference) -> str:
    return reference.id if isinstance(reference, Element) else reference


def _ids(fields: Any) -> dict[str, Any]:
    """Return the fields with ids for elements and tuples for single values of list fields."""
    values: dict[str, Any] = dict(fields)
    for name, value in values.items():
        match name:
            case "cites" | "at":
                single = isinstance(value, str | Element | Anchor)
                values[name] = tuple(map(_as_value, (value,) if single else value))
            case "tags" | "interests":
                values[name] = (value,) if isinstance(value, str) else tuple(value)
            case _:
                values[name] = _as_value(value)
    return values


def _as_value(value: Any) -> Any:
    return value.id if isinstance(value, Element) else value
