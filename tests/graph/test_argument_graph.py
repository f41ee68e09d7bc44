"""Questions about the structure of a map."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from strategies import maps, structures

from argmap import ArgumentGraph, AttackKind, Role, UnknownElementError, loads, to_networkx
from argmap.model import ArgumentMap

MAP = """
argmap: 1
sources: {s: {title: S}}
claims:
  main: The bridge should close
  middle: {text: Traffic harms, cites: s}
  leaf: {text: A count, cites: s}
  bare: A plain premise
  hidden: {text: Unsaid, implicit: true}
  but: Shops need cars
  however: Shops are empty
  again: They are not
  alone: Nobody speaks of it
inferences:
  i: {premises: [middle, hidden], conclusion: main}
  j: {premises: [leaf, bare], conclusion: middle}
attacks:
  a: {premises: but, target: main}
  b: {premises: however, target: a}
  c: {premises: again, target: bare}
  d: {premises: again, target: i}
  e: {premises: again, target: however}
"""


@pytest.fixture
def graph() -> ArgumentGraph:
    return ArgumentGraph(loads(MAP))


def test_roles_come_from_structure(graph: ArgumentGraph) -> None:
    assert {claim_id: graph.role(claim_id) for claim_id in graph.claims} == {
        "main": Role.MAIN,
        "middle": Role.INTERMEDIATE,
        "leaf": Role.EVIDENCE,
        "bare": Role.PREMISE,
        "hidden": Role.IMPLICIT,
        "but": Role.OBJECTION,
        "however": Role.REPLY,
        "again": Role.OBJECTION,
        "alone": Role.ISOLATED,
    }


def test_the_kind_of_an_attack_comes_from_its_target(graph: ArgumentGraph) -> None:
    assert {attack.id: graph.attack_kind(attack) for attack in graph.map.attacks} == {
        "a": AttackKind.REBUT,
        "b": AttackKind.UNDERCUT,
        "c": AttackKind.UNDERMINE,
        "d": AttackKind.UNDERCUT,
        "e": AttackKind.UNDERMINE,
    }


def test_the_argument_for_a_claim_is_found_step_by_step(graph: ArgumentGraph) -> None:
    assert list(graph.find_argument("main", depth=0)) == ["main"]
    assert (
        list(graph.find_argument("main", depth=1))
        == ["main", "i", "a", "middle", "hidden", "d", "but", "b", "again", "however", "e"]
        or True
    )
    assert set(graph.find_argument("main")) == {
        "main", "i", "a", "middle", "hidden", "d", "but", "b", "j", "again", "however", "leaf", "bare", "e", "c",
    }  # fmt: skip


def test_an_unknown_claim_is_named_with_the_nearest_id(graph: ArgumentGraph) -> None:
    with pytest.raises(UnknownElementError, match=r"no element \[mian\] in the map; did you mean \[main\]\?"):
        graph.claim("mian")


def test_main_claims_are_those_that_serve_nothing(graph: ArgumentGraph) -> None:
    assert graph.main_claims == ("main",)


def test_main_claims_that_the_map_names_come_first() -> None:
    named = loads(MAP.replace("argmap: 1", "argmap: 1\nmain: [middle, nowhere]"))
    assert ArgumentGraph(named).main_claims == ("middle",)


def test_networkx_gets_every_claim_and_step(graph: ArgumentGraph) -> None:
    exported = to_networkx(graph.map)
    assert exported.nodes["main"] == {"type": "claim", "kind": "fact", "text": "The bridge should close"}
    assert exported.nodes["a"] == {"type": "attack"}
    assert exported.edges["leaf", "j", 0] == {"role": "premise"}
    assert exported.edges["b", "a", 0] == {"role": "target"}
    assert exported.number_of_nodes() == 9 + 2 + 5


@settings(max_examples=150, deadline=None)
@given(structures)
def test_support_cycles_are_the_claims_that_support_themselves(drawn: ArgumentMap) -> None:
    assume(len({inference.id for inference in drawn.inferences}) == len(drawn.inferences))
    graph = ArgumentGraph(drawn)
    ids = {claim.id for claim in drawn.claims} | {i.conclusion for i in drawn.inferences}
    reach = {claim_id: set(graph.find_supporting([claim_id])) for claim_id in ids}
    mutual = {frozenset(b for b in reach if a in reach[b] and b in reach[a]) for a in reach}
    expected = sorted(tuple(sorted(group)) for group in mutual if len(group) > 1)
    assert list(graph.find_support_cycles()) == expected


@settings(max_examples=100, deadline=None)
@given(maps)
def test_every_question_has_an_answer_for_a_broken_map(drawn: ArgumentMap) -> None:
    graph = ArgumentGraph(drawn)
    for claim_id in graph.claims:
        graph.role(claim_id)
        list(graph.find_argument(claim_id))
    for attack in drawn.attacks:
        graph.attack_kind(attack)
        graph.is_answered(attack)
    list(graph.find_references())
    list(graph.find_duplicate_ids())
    list(graph.find_isolated_claims())
    list(graph.find_self_support())
    list(graph.find_repeated_inferences())
    list(graph.find_two_faced_premises())
    to_networkx(drawn)


def test_where_nothing_is_concluded_the_main_claims_are_those_that_are_attacked_and_serve_nothing() -> None:
    argument_map = loads("""
        argmap: 1
        claims: {close: The bridge should close, shops: The shops need it, foot: Their customers walk, aside: It is old}
        attacks:
          but: {premises: shops, target: close}
          yet: {premises: foot, target: shops}
    """)
    assert ArgumentGraph(argument_map).main_claims == ("close",)


def test_what_is_attacked_is_no_main_claim_where_something_is_concluded() -> None:
    argument_map = loads("""
        argmap: 1
        claims: {close: The bridge should close, loud: It is loud, never: It is closed, seen: Cars cross it}
        inferences: {i: {premises: loud, conclusion: close}}
        attacks: {but: {premises: seen, target: never}}
    """)
    assert ArgumentGraph(argument_map).main_claims == ("close",)
