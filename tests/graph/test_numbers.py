"""Numbers of claims, for a class to speak of."""

from __future__ import annotations

from hypothesis import given, settings
from strategies import structures

from argmap.graph import ArgumentGraph, find_numbers
from argmap.model import ArgumentMap, Draft


def test_claims_are_numbered_by_level_step_and_place() -> None:
    draft = Draft()
    wet = draft.claim("The street is wet", id="wet", main=True)
    rain, law = draft.claim("It has rained", id="rain"), draft.claim("Rain wets streets", id="law", implicit=True)
    roof = draft.claim("There is a roof", id="roof")
    draft.support(wet, rain, law, id="i1")
    draft.support(rain, draft.claim("The gauge shows 5 mm", id="gauge"), id="i2")
    draft.attack(wet, roof, id="a1")
    draft.attack(roof, draft.claim("The roof has a hole", id="hole"), id="a2")
    draft.attack("i2", draft.claim("The gauge is broken", id="broken"), id="a3")
    assert find_numbers(ArgumentGraph(draft.build())) == {
        "rain": "1A-a",
        "law": "1A-b",
        "roof": "1B-a",
        "gauge": "2A-a",
        "broken": "2B-a",
        "hole": "2C-a",
    }


@settings(max_examples=100)
@given(structures)
def test_no_two_claims_share_a_number_and_main_claims_have_none(drawn: ArgumentMap) -> None:
    graph = ArgumentGraph(drawn)
    numbers = find_numbers(graph)
    assert len(set(numbers.values())) == len(numbers)
    assert numbers.keys().isdisjoint(graph.main_claims)
    assert numbers.keys() <= graph.claims.keys()
