"""Proposals: what they are derived from, whether that says why they would work, and who is to answer them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from argmap.graph.steps import supporting_claims, used_claims
from argmap.model import AnyClaim, Kind, Proposal

if TYPE_CHECKING:
    from argmap.graph.argument_graph import ArgumentGraph

NORMATIVE = frozenset({Kind.VALUE, Kind.POLICY})
"""Kinds of claims that say what is good or what to do, and not what is so."""

CONSEQUENTIAL = frozenset({Kind.CAUSAL, Kind.PREDICTION})
"""Kinds of claims that say what brings about what, or what will be."""


def find_proposals(graph: ArgumentGraph) -> Iterator[AnyClaim]:
    """Yield the claims that propose something: those of type proposal, and main claims of kind policy.

    A policy claim on the way to another one mostly is a goal or a norm, so it counts only if it says that it proposes.
    """
    for claim_id, claim in graph.claims.items():
        if isinstance(claim, Proposal) or (claim.kind is Kind.POLICY and claim_id in graph.main_ids):
            yield claim


def find_derived_from_facts(graph: ArgumentGraph) -> Iterator[str]:
    """Yield the policy claims that have reasons, and below which no other claim is a value or a policy.

    All that supports them counts, not the last step alone; attacks and answers do not. O(n + m).
    """
    derived = [claim.id for claim in graph.claims.values() if claim.kind is Kind.POLICY and graph.has_reason(claim.id)]
    norms = {claim.id: None for claim in graph.claims.values() if claim.kind in NORMATIVE} if derived else {}
    doubtful = [claim_id for claim_id in derived if not _is_next_to(graph, claim_id, norms)]
    reaching = _find_two_below(graph, norms) if doubtful else {}
    for claim_id in doubtful:
        if not any(other_id != claim_id for other_id in reaching.get(claim_id, ())):
            yield claim_id


def find_consequential(graph: ArgumentGraph) -> frozenset[str]:
    """Return the claims that are causal or predictions, or that such claims support, directly or not; O(n + m)."""
    reached = {claim_id: None for claim_id, claim in graph.claims.items() if claim.kind in CONSEQUENTIAL}
    _reach(reached, _onward(graph))
    return frozenset(reached)


def find_without_means(graph: ArgumentGraph, exempt: Collection[str] = ()) -> Iterator[str]:
    """Yield the proposals that have reasons, none of which says what they would bring about.

    A reason says so if one of its premises, or its warrant, is causal or a prediction, supported or not; or a value
    claim for which such a claim is a reason in its turn. O(n + m).

    Args:
        graph: the map.
        exempt: ids of proposals to leave out.
    """
    wanted = [claim.id for claim in find_proposals(graph) if graph.has_reason(claim.id) and claim.id not in exempt]
    if not wanted:
        return
    claims = graph.claims
    passing = {
        claim_id: conclusions
        for claim_id, conclusions in _onward(graph).items()
        if claim_id in claims and claims[claim_id].kind in CONSEQUENTIAL | {Kind.VALUE}
    }
    reached = {claim_id: None for claim_id, claim in claims.items() if claim.kind in CONSEQUENTIAL}
    _reach(reached, passing)
    yield from (claim_id for claim_id in wanted if claim_id not in reached)


def find_expectations(graph: ArgumentGraph, proposal: Proposal) -> Iterator[tuple[str, ...]]:
    """Yield, for each step that has some, the claims that say why the other side would answer, sorted.

    They are the causal claims and predictions in an inference to the proposal, or in one that leads from it to the
    proposal that it answers. Those of one step work only together.
    """
    steps = [*graph.inferences_to(proposal.id)]
    steps += [step for step in graph.inferences_from(proposal.id) if step.conclusion == proposal.reciprocates]
    claims = graph.claims
    for step in steps:
        found = {used for used in used_claims(step) if used in claims and claims[used].kind in CONSEQUENTIAL}
        if found:
            yield tuple(sorted(found))


def _onward(graph: ArgumentGraph) -> Mapping[str, list[str]]:
    """Return claim to what it supports directly."""
    onward: dict[str, list[str]] = defaultdict(list)
    for inference, needed in zip(graph.map.inferences, graph.supporting, strict=True):
        for claim_id in needed:
            onward[claim_id].append(inference.conclusion)
    return onward


def _reach(reached: dict[str, None], onward: Mapping[str, list[str]]) -> None:
    """Add everything that the claims support, directly or not."""
    queue = list(reached)
    for claim_id in queue:
        for other_id in onward.get(claim_id, ()):
            if other_id not in reached:
                reached[other_id] = None
                queue.append(other_id)


def _is_next_to(graph: ArgumentGraph, claim_id: str, others: Collection[str]) -> bool:
    """Tell whether one of the other claims is in an inference to the claim."""
    return any(
        other_id in others and other_id != claim_id
        for step in graph.inferences_to(claim_id)
        for other_id in supporting_claims(step)
    )


def _find_two_below(graph: ArgumentGraph, start: Iterable[str]) -> Mapping[str, list[str]]:
    """Return, for each claim, two of the starting claims that support it, or all if there are fewer.

    Two are enough to tell whether one other than the claim itself does, in a circle of support.
    """
    onward = _onward(graph)
    found: dict[str, list[str]] = defaultdict(list)
    queue = [(claim_id, claim_id) for claim_id in start]
    for claim_id, first_id in queue:
        for other_id in onward.get(claim_id, ()):
            known = found[other_id]
            if len(known) < 2 and first_id not in known:
                known.append(first_id)
                queue.append((other_id, first_id))
    return found
