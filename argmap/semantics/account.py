"""Accounts: how a claim is supported, step by step, down to sources and givens, and where that stops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.graph import ArgumentGraph, supporting_claims
from argmap.model import Given, Inference

if TYPE_CHECKING:
    from argmap.semantics.support import Support


class Standing(StrEnum):
    """What a claim stands on."""

    CITED = "cited"
    """It cites a source that the map defines and that is not the article itself."""
    GIVEN = "given"
    """It is accepted without support, on purpose."""
    ASSUMED = "assumed"
    """It counts as held here, though the map does not back it; see `Support.assuming`."""
    CONCLUDED = "concluded"
    """Some inference to it holds."""
    UNGROUNDED = "ungrounded"
    """It has reasons, and no inference to it holds."""
    BARE = "bare"
    """It has no reason and no source, and is not given."""
    UNDEFINED = "undefined"
    """No claim has the id."""

    @property
    def is_grounded(self) -> bool:
        """True if what stands so reaches sources or givens."""
        return self in {Standing.CITED, Standing.GIVEN, Standing.ASSUMED, Standing.CONCLUDED}


class Telling(StrEnum):
    """Where an account tells how a claim is supported."""

    HERE = "here"
    ABOVE = "above"
    CIRCLE = "circle"
    """It is on the way that led here, so its support leads back to it."""
    LEFT_OUT = "left out"
    """It lies deeper than the account goes."""


@dataclass(frozen=True, slots=True)
class ClaimStep:
    """A claim in an account.

    Attributes:
        depth: how many inferences lie between it and the claim of the account; 0 for that claim itself.
        claim_id: the claim.
        standing: what it stands on.
        telling: whether the steps below it follow here.
        sources: the ids of the sources that back it, in the order in which it cites them.
        is_warrant: True if it licenses the inference above it and is none of its premises.
    """

    depth: int
    claim_id: str
    standing: Standing
    telling: Telling
    sources: tuple[str, ...] = ()
    is_warrant: bool = False


@dataclass(frozen=True, slots=True)
class InferenceStep:
    """An inference in an account, followed by the claims that it stands on.

    Attributes:
        depth: the depth of the claim that it concludes.
        inference_id: the inference.
        premises: the claims that it stands on, each once; its warrant comes last.
        missing: those of them that are not grounded; () if the inference holds.
    """

    depth: int
    inference_id: str
    premises: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """How one claim is supported.

    Attributes:
        claim_id: the claim.
        is_grounded: whether it reaches sources or givens.
        steps: the claim, below it each inference to it in file order, below that its claims, and so on; a claim is
            told once, and where it is met again the step says so.
        rests_on: the claims that are held and were met, in order.
        stops: the claims that were met and have nothing behind them, in order.
    """

    claim_id: str
    is_grounded: bool
    steps: tuple[ClaimStep | InferenceStep, ...]
    rests_on: tuple[str, ...]
    stops: tuple[str, ...]


def account(support: Support, claim_id: str, depth: int | None = None) -> Account:
    """Return how the claim is supported, down to its sources and givens, and where that stops.

    O(n + m) for the part of the map below the claim; nothing recurses.

    Args:
        support: the support of the map.
        claim_id: the claim.
        depth: how many inferences deep to go, 0 for the claim alone; None for all.

    Raises:
        UnknownElementError: the map has no such claim.
    """
    start = support.graph.claim(claim_id).id
    steps = tuple(_Walk(support, depth).steps(start))
    told = [step for step in steps if isinstance(step, ClaimStep) and step.telling is not Telling.ABOVE]
    return Account(
        claim_id=start,
        is_grounded=support.is_grounded(start),
        steps=steps,
        rests_on=_ids(told, Standing.CITED, Standing.GIVEN, Standing.ASSUMED),
        stops=_ids(told, Standing.BARE, Standing.UNDEFINED),
    )


def _ids(steps: list[ClaimStep], *standings: Standing) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step.claim_id for step in steps if step.standing in standings))


@dataclass(frozen=True, slots=True)
class _Leave:
    """A mark on the stack: everything below the claim has been told."""

    claim_id: str


_Ahead = tuple[int, str, bool]
"""A claim that is still to be told: its depth, its id, and whether it is a warrant."""


@dataclass
class _Walk:
    """The walk down from a claim, and what it has met so far."""

    support: Support
    most: int | None
    told: set[str] = field(default_factory=set)
    way: set[str] = field(default_factory=set)

    @property
    def graph(self) -> ArgumentGraph:
        return self.support.graph

    def steps(self, start: str) -> Iterator[ClaimStep | InferenceStep]:
        stack: list[_Ahead | InferenceStep | _Leave] = [(0, start, False)]
        while stack:
            match stack.pop():
                case _Leave(claim_id):
                    self.way.discard(claim_id)
                case InferenceStep() as inference_step:
                    yield inference_step
                case (depth, claim_id, is_warrant):
                    step = self._claim_step(depth, claim_id, is_warrant=is_warrant)
                    yield step
                    if step.telling is Telling.HERE:
                        stack += reversed(list(self._below(depth, claim_id)))

    def _claim_step(self, depth: int, claim_id: str, *, is_warrant: bool) -> ClaimStep:
        standing = self._standing(claim_id)
        sources = self._sources(claim_id) if standing is Standing.CITED else ()
        return ClaimStep(depth, claim_id, standing, self._telling(depth, claim_id), sources, is_warrant)

    def _telling(self, depth: int, claim_id: str) -> Telling:
        if claim_id in self.way:
            return Telling.CIRCLE
        if claim_id in self.told:
            return Telling.ABOVE
        if depth == self.most and self.graph.has_reason(claim_id):
            return Telling.LEFT_OUT
        return Telling.HERE

    def _below(self, depth: int, claim_id: str) -> Iterator[_Ahead | InferenceStep | _Leave]:
        self.told.add(claim_id)
        self.way.add(claim_id)
        # Two inferences with one id are two steps; a claim that nothing defines may have reasons and stays undefined.
        for inference in self.graph.inferences_to(claim_id) if claim_id in self.graph.claims else ():
            premises = supporting_claims(inference)
            missing = tuple(premise_id for premise_id in premises if premise_id not in self.support.grounded)
            yield InferenceStep(depth, inference.id, premises, missing)
            yield from ((depth + 1, premise_id, _is_warrant(inference, premise_id)) for premise_id in premises)
        yield _Leave(claim_id)

    def _standing(self, claim_id: str) -> Standing:
        claim = self.graph.claims.get(claim_id)
        if claim is None:
            return Standing.UNDEFINED
        if self._sources(claim_id):
            return Standing.CITED
        if claim.given is not Given.NONE:
            return Standing.GIVEN
        if claim_id in self.support.assumed:
            return Standing.ASSUMED
        if claim_id in self.support.grounded:
            return Standing.CONCLUDED
        return Standing.UNGROUNDED if self.graph.has_reason(claim_id) else Standing.BARE

    def _sources(self, claim_id: str) -> tuple[str, ...]:
        cited = dict.fromkeys(self.graph.claims[claim_id].cites)
        article = self.graph.map.article
        return tuple(source_id for source_id in cited if source_id in self.graph.sources and source_id != article)


def _is_warrant(inference: Inference, claim_id: str) -> bool:
    return claim_id == inference.warrant and claim_id not in inference.premises
