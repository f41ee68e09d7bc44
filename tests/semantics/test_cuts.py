"""Load-bearing claims, cuts and robustness, held against all sets of claims of small maps."""

from __future__ import annotations

import pytest
from brute_force import all_cuts, grounded, tangled_maps
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import structures

from argmap import ArgumentGraph, Support, UnknownElementError, loads
from argmap.graph import supporting_claims
from argmap.model import ArgumentMap, Claim, Inference
from argmap.semantics import Cut, LoadBearingClaim, Robustness


def falls_because_of(drawn: ArgumentMap, falling: set[str], removed: set[str]) -> bool:
    """Tell whether each of the claims is not held, and each inference to it needs something that does not stand."""
    graph = ArgumentGraph(drawn)
    standing = grounded(drawn) - falling - removed
    return all(
        not graph.is_held(claim_id)
        and not any(standing.issuperset(supporting_claims(inference)) for inference in graph.inferences_to(claim_id))
        for claim_id in falling
    )


@settings(max_examples=500, deadline=None)
@given(tangled_maps() | structures)
def test_load_bearing_claims_are_those_without_which_the_claim_is_not_grounded(drawn: ArgumentMap) -> None:
    support = Support(ArgumentGraph(drawn))
    for claim_id in support.graph.claims:
        bearing = support.load_bearing(claim_id)
        expected = [ids[0] for ids in all_cuts(drawn, claim_id) if len(ids) == 1]
        assert sorted(one.claim_id for one in bearing.found) == expected
        assert bearing.is_exact
        for one in bearing.found:
            assert one.brings_down in {claim_id, *expected}
            assert falls_because_of(drawn, {one.brings_down, *one.falls}, {one.claim_id})


@settings(max_examples=250, deadline=None)
@given(tangled_maps(), st.integers(0, 12))
def test_load_bearing_claims_that_a_limit_cuts_short_are_some_and_the_rest_is_undecided(
    drawn: ArgumentMap, work: int
) -> None:
    support = Support(ArgumentGraph(drawn))
    for claim_id in support.graph.claims:
        bearing = support.load_bearing(claim_id, work_limit=work)
        found = {one.claim_id for one in bearing.found}
        expected = {ids[0] for ids in all_cuts(drawn, claim_id) if len(ids) == 1}
        assert found <= expected <= found | set(bearing.undecided)
        assert found.isdisjoint(bearing.undecided)


@settings(max_examples=500, deadline=None)
@given(tangled_maps() | structures, st.integers(1, 4))
def test_cuts_are_the_smallest_of_all_sets_that_bring_the_claim_down(drawn: ArgumentMap, size: int) -> None:
    support = Support(ArgumentGraph(drawn))
    for claim_id in support.graph.claims:
        every = [] if claim_id in support.graph.held else all_cuts(drawn, claim_id)
        cuts = support.cuts(claim_id, size, time_limit=None)
        assert [cut.removed for cut in cuts.found] == [ids for ids in every if len(ids) <= size]
        assert cuts.is_exact
        for cut in cuts.found:
            assert falls_because_of(drawn, {claim_id, *cut.falls}, set(cut.removed))


@settings(max_examples=250, deadline=None)
@given(tangled_maps(), st.integers(0, 60), st.integers(1, 3))
def test_cuts_that_a_limit_cuts_short_are_the_first(drawn: ArgumentMap, work: int, most: int) -> None:
    support = Support(ArgumentGraph(drawn))
    for claim_id in support.graph.claims.keys() - support.graph.held:
        every = [ids for ids in all_cuts(drawn, claim_id) if len(ids) <= 2]
        some = support.cuts(claim_id, most=most, time_limit=None)
        assert [cut.removed for cut in some.found] == every[:most]
        assert some.is_exact == (len(every) <= most)
        short = support.cuts(claim_id, time_limit=None, work_limit=work)
        assert {cut.removed for cut in short.found} <= set(every)
        assert not short.is_exact or len(short.found) == len(every)


@settings(max_examples=500, deadline=None)
@given(tangled_maps() | structures, st.integers(0, 60))
def test_robustness_is_the_size_of_the_smallest_cut(drawn: ArgumentMap, work: int) -> None:
    support = Support(ArgumentGraph(drawn))
    for claim_id in support.graph.claims:
        if claim_id in support.graph.held:
            assert support.robustness(claim_id).size is None
            continue
        every = all_cuts(drawn, claim_id)
        smallest = every[0] if every else ()
        robustness = support.robustness(claim_id, time_limit=None)
        assert (robustness.size, robustness.cut) == (len(smallest), smallest)
        assert (robustness.bound, robustness.is_exact) == (len(smallest), True)
        short = support.robustness(claim_id, time_limit=None, work_limit=work)
        assert short.bound <= len(smallest) <= (short.size or 0)
        assert short.is_exact == (short.bound == short.size)
        assert claim_id not in grounded(drawn, gone=frozenset(short.cut))


BRIDGE = """
argmap: 1
claims:
  close: The bridge should be closed
  noise: The cars are loud
  through: Most cars only pass through
  asked: Residents were asked
  counted: {text: Cars were counted, given: common}
  heard: {text: Residents complain, given: common}
inferences:
  because: {premises: [noise, through], conclusion: close}
  measured: {premises: counted, conclusion: noise}
  told: {premises: heard, conclusion: noise}
  tally: {premises: counted, conclusion: through}
  survey: {premises: asked, conclusion: through}
"""


def test_what_a_claim_hangs_on_is_told_nearest_first_with_what_falls_in_between() -> None:
    support = loads(BRIDGE).support()
    bearing = support.load_bearing("close")
    assert bearing.found == (
        LoadBearingClaim("noise", brings_down="close", falls=()),
        LoadBearingClaim("through", brings_down="close", falls=()),
        LoadBearingClaim("counted", brings_down="through", falls=()),
    )
    assert support.cuts("noise").found == (Cut(("counted", "heard"), falls=()),)
    assert support.robustness("noise") == Robustness("noise", 2, ("counted", "heard"), bound=2)
    assert support.robustness("asked").size == 0
    assert support.robustness("heard").size is None


def test_what_falls_in_between_is_named() -> None:
    m = loads("""
argmap: 1
claims: {top: t, left: t, right: t, root: {text: t, given: common}}
inferences:
  one: {premises: left, conclusion: top}
  two: {premises: right, conclusion: top}
  three: {premises: root, conclusion: left}
  four: {premises: root, conclusion: right}
""")
    assert m.support().load_bearing("top").found == (LoadBearingClaim("root", "top", ("left", "right")),)
    assert m.support().cuts("top", 2).found == (Cut(("root",), ("left", "right")), Cut(("left", "right"), ()))


def test_many_claims_that_two_ways_lead_to_are_found_to_be_load_bearing() -> None:
    count = 3000
    inferences = tuple(
        Inference(id=f"{way}{n}", premises=(f"c{n + 1}" if way in "lr" else f"{way}{n}",), conclusion=conclusion)
        for n in range(count)
        for way, conclusion in (("a", f"c{n}"), ("b", f"c{n}"), ("l", f"a{n}"), ("r", f"b{n}"))
    )
    ids = [f"{kind}{n}" for n in range(count) for kind in "abc"]
    claims = (*(Claim(id=i, text="t") for i in ids), Claim(id=f"c{count}", text="t", given="common"))
    bearing = Support(ArgumentGraph(ArgumentMap(claims=claims, inferences=inferences))).load_bearing("c0")
    assert [one.claim_id for one in bearing.found] == [f"c{n}" for n in range(1, count + 1)]
    assert [one.falls for one in bearing.found] == [(f"a{n}", f"b{n}") for n in range(count)]
    assert bearing.is_exact


@pytest.mark.parametrize("question", ["load_bearing", "cuts", "robustness", "lines", "repairs", "derivation", "gaps"])
def test_a_question_about_a_claim_that_is_not_there_names_the_nearest(question: str) -> None:
    with pytest.raises(UnknownElementError, match=r"did you mean \[noise\]"):
        getattr(loads(BRIDGE).support(), question)("noize")


def test_sizes_have_to_be_positive() -> None:
    support = loads(BRIDGE).support()
    with pytest.raises(ValueError, match="found 0 and 1"):
        support.cuts("close", 0, most=1)
    with pytest.raises(ValueError, match="found 0"):
        support.repairs("asked", 0)
    with pytest.raises(ValueError, match=r"positive integer as the cost of \[asked\], found 0"):
        support.repairs("asked", cost=lambda claim: 0)
