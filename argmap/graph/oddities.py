"""Oddities of structure: claims beside the rest, steps that say nothing new, premises that serve both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Attack, Inference, Proposal

if TYPE_CHECKING:
    from argmap.graph.argument_graph import ArgumentGraph


def find_isolated_claims(graph: ArgumentGraph) -> Iterator[str]:
    """Yield the claims that nothing connects with the rest: no inference, no attack, not named main."""
    named = frozenset(graph.map.main)
    answered = {claim.reciprocates for claim in graph.claims.values() if isinstance(claim, Proposal)}
    for claim_id, claim in graph.claims.items():
        answers = isinstance(claim, Proposal) and claim.reciprocates in graph.claims
        if not (answers or claim_id in answered or claim_id in named or graph.has_step(claim_id)):
            yield claim_id


def find_self_support(graph: ArgumentGraph) -> Iterator[Inference]:
    """Yield the inferences whose conclusion is one of their own premises, or their own warrant."""
    for inference in graph.map.inferences:
        if inference.conclusion in inference.premises or inference.conclusion == inference.warrant:
            yield inference


def find_repeated_inferences(graph: ArgumentGraph) -> Iterator[tuple[Inference, ...]]:
    """Yield groups of inferences with the same premises (in any order), conclusion, warrant and scheme."""
    for inferences in graph.find_convergent_inferences():
        groups: dict[tuple[object, ...], list[Inference]] = defaultdict(list)
        for inference in inferences:
            groups[frozenset(inference.premises), inference.warrant, inference.scheme].append(inference)
        yield from (tuple(group) for group in groups.values() if len(group) > 1)


def find_two_faced_premises(graph: ArgumentGraph) -> Iterator[tuple[str, Inference, Attack]]:
    """Yield (claim, inference, attack) where the claim is a premise of both, for and against one claim."""
    for claim_id in dict.fromkeys(claim_id for attack in graph.map.attacks for claim_id in attack.premises):
        attacks = sorted(graph.attacks_from(claim_id), key=lambda attack: attack.id, reverse=True)
        targets = {attack.target: attack for attack in attacks}
        for inference in graph.inferences_from(claim_id):
            if inference.conclusion in targets and claim_id in inference.premises:
                yield claim_id, inference, targets[inference.conclusion]


def find_subordinate_main_claims(graph: ArgumentGraph) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each claim that the map names main and that only serves other claims, with those, sorted."""
    reaching = frozenset(graph.find_supporting(graph.main_claims)) if graph.map.main else frozenset()
    for claim_id in graph.main_claims:
        served = {inference.conclusion for inference in graph.inferences_from(claim_id)} & graph.claims.keys()
        if served and not served & reaching:
            yield claim_id, tuple(sorted(served))
