"""Hinges: the held claims on which main claims hang, held against all cuts of one claim."""

from __future__ import annotations

from brute_force import all_cuts, tangled_maps
from hypothesis import given, settings
from strategies import structures

from argmap import ArgumentGraph, Support
from argmap.model import ArgumentMap
from argmap.semantics.hinges import find_hinges


@settings(max_examples=120, deadline=None)
@given(tangled_maps() | structures)
def test_hinges_are_the_held_claims_without_which_a_main_claim_is_not_grounded(drawn: ArgumentMap) -> None:
    support = Support(ArgumentGraph(drawn))
    mains = [main_id for main_id in support.graph.main_claims if main_id in support.grounded - support.held]
    expected = {
        (ids[0], main_id)
        for main_id in mains
        for ids in all_cuts(drawn, main_id)
        if len(ids) == 1 and ids[0] in support.held
    }
    assert {(hinge.claim_id, main_id) for hinge in support.hinges.found for main_id in hinge.main_claims} == expected
    assert support.hinges.unseen == ()
    assert [hinge.claim_id for hinge in support.hinges.found] == sorted({claim_id for claim_id, _ in expected})


@given(tangled_maps())
def test_without_work_no_main_claim_that_could_hang_is_seen(drawn: ArgumentMap) -> None:
    support = Support(ArgumentGraph(drawn))
    hinges = find_hinges(support, work_limit=0)
    assert hinges.found == ()
    assert set(hinges.unseen) == {
        claim_id for claim_id in support.graph.main_claims if claim_id in support.grounded
    } - (support.held)
