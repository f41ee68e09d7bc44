"""Support: the least fixed point, gaps, circles and repairs, held against definitions written out."""

from __future__ import annotations

from brute_force import grounded
from hypothesis import given, settings
from strategies import structures

from argmap import ArgumentGraph, Support, loads
from argmap.model import ArgumentMap, Claim, Inference


@settings(max_examples=400, deadline=None)
@given(structures)
def test_grounding_is_the_least_fixed_point(drawn: ArgumentMap) -> None:
    assert Support(ArgumentGraph(drawn)).grounded == grounded(drawn)


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
    assert list(support.find_gaps()) == ["c", "b", "a"]


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
