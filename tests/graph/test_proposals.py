"""Questions about proposals, held against plain searches."""

from __future__ import annotations

from hypothesis import given
from strategies import maps, structures

from argmap.graph import (
    ArgumentGraph,
    find_consequential,
    find_derived_from_facts,
    find_expectations,
    find_proposals,
    find_without_means,
    supporting_claims,
)
from argmap.model import ArgumentMap, Kind, Proposal

NORMS = {Kind.VALUE, Kind.POLICY}
EFFECTS = {Kind.CAUSAL, Kind.PREDICTION}


def below(graph: ArgumentGraph, claim_id: str) -> set[str]:
    """What supports the claim, directly or not; the claim itself if it is in a circle."""
    found: set[str] = set()
    queue = [claim_id]
    for current in queue:
        for step in graph.inferences_to(current):
            new = [c for c in supporting_claims(step) if c not in found]
            found.update(new)
            queue += new
    return found


def kind(graph: ArgumentGraph, claim_id: str) -> Kind | None:
    return graph.claims[claim_id].kind if claim_id in graph.claims else None


@given(argument_map=maps | structures)
def test_a_proposal_is_derived_from_facts_if_no_other_claim_below_it_is_a_norm(argument_map):
    graph = ArgumentGraph(argument_map)
    expected = [
        claim_id
        for claim_id, claim in graph.claims.items()
        if claim.kind is Kind.POLICY
        and graph.has_reason(claim_id)
        and not any(kind(graph, other) in NORMS for other in below(graph, claim_id) - {claim_id})
    ]
    assert list(find_derived_from_facts(graph)) == expected


@given(argument_map=maps | structures)
def test_a_claim_is_consequential_if_it_or_something_below_it_is(argument_map):
    graph = ArgumentGraph(argument_map)
    expected = {
        claim_id
        for claim_id in graph.claims
        if any(kind(graph, other) in EFFECTS for other in {claim_id} | below(graph, claim_id))
    }
    assert find_consequential(graph) & graph.claims.keys() == expected


def has_means(graph: ArgumentGraph, claim_id: str) -> bool:
    """Whether a premise is an effect, or a value with an effect below it, values alone between."""
    seen: set[str] = set()
    queue = [claim_id]
    for current in queue:
        for step in graph.inferences_to(current):
            for premise in supporting_claims(step):
                if kind(graph, premise) in EFFECTS:
                    return True
                if kind(graph, premise) is Kind.VALUE and premise not in seen:
                    seen.add(premise)
                    queue.append(premise)
    return False


@given(argument_map=maps | structures)
def test_a_proposal_is_without_means_if_no_reason_says_what_it_brings_about(argument_map):
    graph = ArgumentGraph(argument_map)
    reasoned = [claim.id for claim in find_proposals(graph) if graph.has_reason(claim.id)]
    assert list(find_without_means(graph)) == [c for c in reasoned if not has_means(graph, c)]
    assert list(find_without_means(graph, exempt=reasoned)) == []


@given(argument_map=maps | structures)
def test_proposals_are_claims_that_say_so_and_main_claims_of_kind_policy(argument_map):
    graph = ArgumentGraph(argument_map)
    assert {claim.id for claim in find_proposals(graph)} == {
        claim_id
        for claim_id, claim in graph.claims.items()
        if isinstance(claim, Proposal) or (claim.kind is Kind.POLICY and claim_id in graph.main_claims)
    }


@given(argument_map=maps | structures)
def test_expectations_are_effects_in_the_steps_to_the_answer(argument_map):
    graph = ArgumentGraph(argument_map)
    for claim in graph.claims.values():
        if isinstance(claim, Proposal):
            found = list(find_expectations(graph, claim))
            assert all(list(step) == sorted(set(step)) for step in found)
            assert all(step and all(kind(graph, claim_id) in EFFECTS for claim_id in step) for step in found)
            for step in graph.inferences_to(claim.id):
                effects = {c for c in supporting_claims(step) if kind(graph, c) in EFFECTS}
                assert not effects or any(effects <= set(others) for others in found)


def test_a_proposal_that_only_its_own_circle_supports_is_derived_from_facts():
    argument_map = ArgumentMap.model_validate(
        {
            "claims": [
                {"type": "claim", "id": "act", "text": "Act", "kind": "policy"},
                {"type": "claim", "id": "fact", "text": "A fact"},
            ],
            "inferences": [
                {"id": "up", "premises": ["fact"], "conclusion": "act"},
                {"id": "down", "premises": ["act"], "conclusion": "fact"},
            ],
        }
    )
    assert list(find_derived_from_facts(ArgumentGraph(argument_map))) == ["act"]
