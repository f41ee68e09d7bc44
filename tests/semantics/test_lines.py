"""Lines of support, held against what can be reached from each inference."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
from hypothesis import given, settings
from strategies import maps, structures

from argmap import ArgumentGraph, Support, loads
from argmap.graph import supporting_claims
from argmap.model import ArgumentMap, Claim, Inference
from argmap.semantics import Line, SharedGround


def reached(graph: ArgumentGraph, inference: Inference, top: str) -> tuple[set[str], set[str]]:
    """Return the claims and the inferences that the inference stands on, by walking down until nothing is new."""
    claims: set[str] = set()
    steps: list[Inference] = [inference]
    while True:
        more = {c for step in steps for c in supporting_claims(step) if c in graph.claims and c != top} - claims
        if not more:
            return claims, {step.id for step in steps}
        claims |= more
        steps += [step for claim_id in more for step in graph.inferences_to(claim_id)]


@settings(max_examples=150, deadline=None)
@given(maps | structures)
def test_lines_are_what_can_be_reached_and_their_groups_what_shares_something(drawn: ArgumentMap) -> None:
    support = Support(ArgumentGraph(drawn))
    graph = support.graph
    for claim_id in graph.claims:
        lines = support.lines(claim_id)
        first = sorted(graph.inferences_to(claim_id), key=lambda i: (i.id, supporting_claims(i)))
        assert [line.inference_id for line in lines.found] == [inference.id for inference in first]
        sharing: nx.Graph = nx.Graph()
        sharing.add_nodes_from(range(len(first)))
        grounds = []
        for inference, line in zip(first, lines.found, strict=True):
            claims, steps = reached(graph, inference, claim_id)
            sources = {s for c in claims for s in graph.claims[c].cites} & graph.sources.keys() - {drawn.article}
            assert (set(line.claims), set(line.inferences), set(line.sources)) == (claims, steps, sources)
            assert line.holds == support.holds(inference)
            grounds.append((claims, sources))
        for one, other in combinations(range(len(first)), 2):
            if any(mine & theirs for mine, theirs in zip(grounds[one], grounds[other], strict=True)):
                sharing.add_edge(one, other)
        groups = [tuple(sorted(first[line].id for line in group)) for group in nx.connected_components(sharing)]
        assert list(lines.groups) == sorted(groups)
        assert lines.independent == len(groups)


@settings(max_examples=150, deadline=None)
@given(maps | structures)
def test_lines_come_together_where_they_share_something(drawn: ArgumentMap) -> None:
    support = Support(ArgumentGraph(drawn))
    for claim_id in support.graph.claims:
        lines = support.lines(claim_id)
        shared_claims = {c for one, other in combinations(lines.found, 2) for c in {*one.claims} & {*other.claims}}
        for ground in lines.claims:
            assert ground.element_id in shared_claims
            assert sorted(ground.lines) == sorted(
                line.inference_id for line in lines.found if ground.element_id in line.claims
            )
        assert bool(lines.claims) == bool(shared_claims)
        of_claims = {source for c in shared_claims for source in support.graph.claims[c].cites}
        of_lines = {s for one, other in combinations(lines.found, 2) for s in {*one.sources} & {*other.sources}}
        assert {ground.element_id for ground in lines.sources} <= of_lines
        assert of_lines - of_claims <= {ground.element_id for ground in lines.sources}


def test_lines_that_meet_further_down_are_one_group() -> None:
    m = loads("""
argmap: 1
sources: {count: {title: Count, party: town}}
parties: {town: {name: The town}, shops: {name: The shops}}
claims:
  close: The bridge should be closed
  noise: The cars are loud
  through: Most cars only pass through
  trade: {text: Shops would sell more, by: shops}
  counted: {text: Cars were counted, cites: count}
inferences:
  loud: {premises: noise, conclusion: close}
  useless: {premises: through, conclusion: close}
  sales: {premises: trade, conclusion: close}
  one: {premises: counted, conclusion: noise}
  two: {premises: counted, conclusion: through}
""")
    lines = m.support().lines("close")
    assert lines.found[0] == Line(
        "loud", True, ("counted", "noise"), ("loud", "one"), ("count",), ("town",), is_whole=True
    )
    assert lines.found[1] == Line("sales", False, ("trade",), ("sales",), (), ("shops",), is_whole=True)
    assert lines.claims == (SharedGround("counted", ("loud", "useless")),)
    assert lines.sources == ()
    assert lines.groups == (("loud", "useless"), ("sales",))
    assert lines.independent == 2


def test_very_many_long_lines_are_listed_in_part_and_grouped_all_the_same() -> None:
    length = 30_000
    claims = tuple(Claim(id=f"c{n}", text="t") for n in range(length + 1))
    chain = tuple(Inference(id=f"i{n}", premises=(f"c{n + 1}",), conclusion=f"c{n}") for n in range(1, length))
    first = tuple(Inference(id=f"a{n}", premises=("c1",), conclusion="c0") for n in range(9))
    lines = ArgumentMap(claims=claims, inferences=chain + first).support().lines("c0")
    assert [line.is_whole for line in lines.found] == [True] * 3 + [False] * 6
    assert lines.groups == (tuple(f"a{n}" for n in range(9)),)
    assert not lines.is_exact
