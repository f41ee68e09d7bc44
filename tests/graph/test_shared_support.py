"""What lines to one conclusion share: the answer of the graph is that of the definition."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import maps, structures

from argmap.graph import ArgumentGraph, supporting_claims
from argmap.model import ArgumentMap, Claim, Given, Inference, Source


@st.composite
def convergent(draw: st.DrawFn) -> ArgumentMap:
    """Draw a map of few claims and many inferences, most of which lead to a claim of an earlier letter."""
    letters = "abcdefg"
    steps = draw(
        st.lists(st.tuples(st.integers(0, 3), st.sets(st.integers(1, 6), min_size=1, max_size=2)), max_size=10)
    )
    back = draw(st.sampled_from((0, 0, 0, 1, 3)))
    inferences = [
        Inference(
            id=f"i{number}",
            premises=tuple(letters[min(6, conclusion + distance) if number >= back else distance] for distance in far),
            conclusion=letters[conclusion],
        )
        for number, (conclusion, far) in enumerate(steps)
    ]
    cites = st.sampled_from(((), (), (), ("s",), ("s",), ("t",), ("article",), ("s", "t")))
    given_as = st.sampled_from((*Given, *[Given.NONE] * 9))
    absent = draw(st.sampled_from(("", "", "g")))
    return ArgumentMap(
        article="article",
        sources=tuple(Source(id=source_id) for source_id in ("s", "t", "article")),
        claims=tuple(
            Claim(id=letter, text="t", cites=draw(cites), given=draw(given_as))
            for letter in letters
            if letter != absent
        ),
        inferences=tuple(inferences),
    )


# --- the definition, written out ---


def find_lines(graph: ArgumentGraph) -> dict[str, dict[frozenset[str], str]]:
    """The lines to each claim: inferences in no circle of support, one of those that stand on the same claims."""
    inferences = graph.map.inferences
    lines: dict[str, dict[frozenset[str], str]] = defaultdict(dict)
    for inference in sorted(inferences, key=lambda inference: inference.id):
        below = set(supporting_claims(inference))
        while more := {c for i in inferences if i.conclusion in below for c in supporting_claims(i)} - below:
            below |= more
        if inference.conclusion not in below and inference.conclusion in graph.claims:
            lines[inference.conclusion].setdefault(frozenset(supporting_claims(inference)), inference.id)
    return lines


def fall_without(graph: ArgumentGraph, lines: dict[str, dict[frozenset[str], str]], gone: str) -> set[str]:
    """The claims that fall if a claim or a source is gone."""
    fallen = {gone}
    while True:
        more = set()
        for claim in graph.claims.values():
            backing = [s for s in set(claim.cites) if s in graph.sources and s != graph.map.article]
            stands = [claim.given is not Given.NONE] if claim.given is not Given.NONE else []
            stands += [source_id not in fallen for source_id in backing]
            stands += [fallen.isdisjoint(needed) for needed in lines.get(claim.id, {})]
            if stands and not any(stands):
                more.add(claim.id)
        if more <= fallen:
            return fallen
        fallen |= more


def find_shared(graph: ArgumentGraph) -> list[tuple[object, ...]]:
    lines = find_lines(graph)
    uses = [claim_id for each in lines.values() for needed in each for claim_id in needed]
    claims = {c for c in graph.claims if uses.count(c) > 1 and graph.claims[c].given is not Given.COMMON}
    sources = {s for s in graph.sources if sum(s in claim.cites for claim in graph.claims.values()) > 1}
    falls = {gone: fall_without(graph, lines, gone) for gone in claims | sources}
    found = []
    for conclusion in graph.claims:
        to = lines.get(conclusion, {})
        shared = {gone: {i for needed, i in to.items() if not falls[gone].isdisjoint(needed)} for gone in falls}
        shared = {
            gone: some
            for gone, some in shared.items()
            if len(to) > 1 and len(some) >= (2 if gone in claims else len(to))
        }
        nearest = [
            gone
            for gone in sorted(shared)
            if not any(
                other != gone and other in falls[gone] and shared[gone] <= shared[other]
                for other in shared.keys() & claims
            )
        ]
        if nearest:
            each = [(gone, tuple(sorted(shared[gone]))) for gone in nearest]
            of_claims = tuple(pair for pair in each if pair[0] in claims)
            found.append((conclusion, of_claims, tuple(pair for pair in each if pair[0] not in claims)))
    return found


@settings(max_examples=250)
@given(argument_map=convergent())
def test_what_lines_share_is_what_the_definition_says(argument_map):
    graph = ArgumentGraph(argument_map)
    found = [(each.conclusion, each.claims, each.sources) for each in graph.find_shared_support()]
    assert found == find_shared(graph)


@given(argument_map=maps | structures)
def test_no_map_is_too_broken_to_look_for_what_lines_share(argument_map):
    graph = ArgumentGraph(argument_map)
    for shared in graph.find_shared_support():
        assert shared.claims or shared.sources
        assert all(len(each.inferences) > 1 for each in (*shared.claims, *shared.sources))


def test_a_long_ladder_of_shared_premises_shares_the_last_at_each_step():
    length = 3000
    steps = [
        Inference(id=f"{side}{n}", premises=(f"c{n + 1}", f"{side}-c{n}"), conclusion=f"c{n}")
        for n in range(length)
        for side in ("x", "y")
    ]
    sides = [Claim(id=f"{side}-c{n}", text="t") for n in range(length) for side in ("x", "y")]
    ladder = ArgumentMap(
        claims=(*(Claim(id=f"c{n}", text="t") for n in range(length + 1)), *sides), inferences=tuple(steps)
    )
    shared = list(ArgumentGraph(ladder).find_shared_support())
    assert [each.claims for each in shared] == [((f"c{n + 1}", (f"x{n}", f"y{n}")),) for n in range(length)]
