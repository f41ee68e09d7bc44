"""Support: the least fixed point, gaps, circles and repairs, held against definitions written out."""

from __future__ import annotations

import networkx as nx
from brute_force import grounded, tangled_maps
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import structures

from argmap import ArgumentGraph, Support, loads
from argmap.graph import supporting_claims, used_claims
from argmap.model import ArgumentMap, Claim, Inference
from argmap.semantics import Circle


@settings(max_examples=200, deadline=None)
@given(structures)
def test_grounding_is_the_least_fixed_point(drawn: ArgumentMap) -> None:
    assert Support(ArgumentGraph(drawn)).grounded == grounded(drawn)


@settings(max_examples=150, deadline=None)
@given(tangled_maps(), st.sets(st.sampled_from(("c0", "c1", "c2")), max_size=2))
def test_a_derivation_leads_from_held_claims_to_the_claim(drawn: ArgumentMap, backed: set[str]) -> None:
    graph = ArgumentGraph(drawn)
    assumed = frozenset(backed & graph.claims.keys())
    support = Support(graph).assuming(assumed)
    assert support.grounded == grounded(drawn, assumed)
    inferences = {inference.id: inference for inference in drawn.inferences}
    for claim_id in graph.claims:
        derivation = support.derivation(claim_id)
        assert (derivation is not None) == support.is_grounded(claim_id)
        if derivation is not None:
            assert support.held.issuperset(derivation.held)
            reached = list(derivation.held)
            for inference in map(inferences.__getitem__, derivation.inferences):
                assert set(supporting_claims(inference)) <= set(reached)
                reached.append(inference.conclusion)
            assert reached[-1] == claim_id
            assert len(set(reached)) == len(reached)


@settings(max_examples=150, deadline=None)
@given(structures)
def test_what_is_asserted_without_a_reason_can_be_taken_as_held(drawn: ArgumentMap) -> None:
    graph = ArgumentGraph(drawn)
    bare = frozenset(claim_id for claim_id in graph.claims if not graph.inferences_to(claim_id))
    assert Support(graph).asserting().grounded == grounded(drawn, bare)


@settings(max_examples=250, deadline=None)
@given(tangled_maps(), st.booleans())
def test_gaps_are_what_matters_and_is_not_grounded_with_a_shortest_way_down(drawn: ArgumentMap, one: bool) -> None:
    support = Support(ArgumentGraph(drawn))
    graph = support.graph
    start = ("c0",) if one else graph.main_claims
    below = nx.DiGraph([("", claim_id) for claim_id in start])
    below.add_edges_from((i.conclusion, claim_id) for i in drawn.inferences for claim_id in used_claims(i))
    distances = nx.single_source_shortest_path_length(below, "") if start else {"": 0}
    gaps = support.gaps("c0" if one else None)
    assert [(gap.distance + 1, gap.claim_id) for gap in gaps] == sorted(
        (distance, claim_id)
        for claim_id, distance in distances.items()
        if claim_id and claim_id not in support.grounded
    )
    inferences = {inference.id: inference for inference in drawn.inferences}
    for gap in gaps:
        assert gap.path[0] in start
        assert (gap.path[-1], len(gap.path)) == (gap.claim_id, 2 * gap.distance + 1)
        for above, inference_id, claim_id in zip(gap.path[:-2:2], gap.path[1::2], gap.path[2::2], strict=True):
            assert inferences[inference_id].conclusion == above
            assert claim_id in used_claims(inferences[inference_id])
        assert [(failed.inference_id, failed.missing) for failed in gap.inferences] == [
            (inference.id, tuple(c for c in supporting_claims(inference) if c not in support.grounded))
            for inference in sorted(graph.inferences_to(gap.claim_id), key=lambda inference: inference.id)
        ]


def test_a_loop_does_not_ground_itself() -> None:
    m = loads("""
argmap: 1
claims: {a: A, b: B, c: C}
inferences:
  one: {premises: a, conclusion: b}
  two: {premises: b, conclusion: a}
  three: {premises: b, conclusion: c}
""")
    support = m.support()
    assert support.grounded == frozenset()
    assert list(support.find_circles()) == [("a", "b")]
    assert support.circles() == (Circle(("a", "b"), ("a", "b"), ("one", "two")),)
    assert [gap.claim_id for gap in support.gaps()] == ["c", "b", "a"]
    assert support.gaps("a")[1].path == ("a", "two", "b")


def test_a_source_that_the_map_does_not_define_holds_nothing() -> None:
    m = loads("{argmap: 1, claims: {a: {text: A, cites: nowhere}, b: {text: B, given: common}}}")
    assert m.support().grounded == {"b"}


def test_attacks_do_not_count() -> None:
    m = loads("{argmap: 1, claims: {a: {text: A, given: common}, b: B}, attacks: {x: {premises: b, target: a}}}")
    assert m.support().is_grounded("a")


def test_a_chain_of_100000_inferences_is_no_trouble() -> None:
    length = 100_000
    claims = tuple(Claim(id=f"c{n}", text="t", given="common" if n == length else "none") for n in range(length + 1))
    inferences = tuple(Inference(id=f"i{n}", premises=(f"c{n + 1}",), conclusion=f"c{n}") for n in range(length))
    support = Support(ArgumentGraph(ArgumentMap(claims=claims, inferences=inferences)))
    assert support.is_grounded("c0")
    assert support.load_bearing("c0").found[-1].claim_id == f"c{length}"
    open_chain = ArgumentMap(
        claims=(*claims[:-1], claims[0].model_copy(update={"id": f"c{length}"})), inferences=inferences
    )
    assert Support(ArgumentGraph(open_chain)).repairs("c0", 1).found[0].backing == (f"c{length}",)


def test_costs_of_shared_premises_do_not_explode() -> None:
    rungs = 3000
    claims = tuple(Claim(id=f"{side}{n}", text="t") for n in range(rungs + 1) for side in "abc")
    inferences = tuple(
        Inference(id=f"i{kind}{n}", premises=premises, conclusion=conclusion)
        for n in range(rungs)
        for kind, premises, conclusion in (
            ("c", (f"a{n}", f"b{n}"), f"c{n}"),
            ("a", (f"c{n + 1}",), f"a{n}"),
            ("b", (f"c{n + 1}",), f"b{n}"),
        )
    )
    support = Support(ArgumentGraph(ArgumentMap(claims=claims, inferences=inferences)))
    assert support.repairs("c0", 1).found[0].backing == (f"c{rungs}",)
    assert next(support.find_repairs(["c0"], most=9)).backing == (f"c{rungs}",)
