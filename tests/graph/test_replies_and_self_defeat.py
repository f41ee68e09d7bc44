"""How attacks are met, and which defeat themselves: the answers of the graph are those of the definitions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import maps, structures

from argmap.graph import ArgumentGraph, Side, supporting_claims, used_claims
from argmap.graph.self_defeat import find_self_defeats
from argmap.model import ArgumentMap, Attack, Claim, Given, Inference

# --- the definitions, written out ---


def standing_on(argument_map: ArgumentMap, claim_ids: tuple[str, ...]) -> set[str]:
    """The claims, and all claims and inferences that support them."""
    found = set(claim_ids)
    while True:
        more = {i.id for i in argument_map.inferences if i.conclusion in found}
        more |= {claim_id for i in argument_map.inferences if i.id in found for claim_id in used_claims(i)}
        if more <= found:
            return found
        found |= more


def replies_to(argument_map: ArgumentMap, attack: Attack) -> list[Attack]:
    below = standing_on(argument_map, attack.premises)
    return [reply for reply in argument_map.attacks if reply.target == attack.id or reply.target in below]


def attacks_on_what_speaks_for_a_main_claim(argument_map: ArgumentMap) -> list[Attack]:
    sides = ArgumentGraph(argument_map).sides
    return [attack for attack in argument_map.attacks if Side.FOR in sides.get(attack.target, ())]


def standing(argument_map: ArgumentMap, without: str | None = None) -> set[str]:
    """The claims that hold if those do that are held or that no inference concludes."""
    graph = ArgumentGraph(argument_map)
    found = {c for c in graph.claims if c != without and (graph.is_held(c) or not graph.has_reason(c))}
    while True:
        more = {
            inference.conclusion
            for inference in argument_map.inferences
            if inference.id != without and found.issuperset(supporting_claims(inference))
        }
        more &= graph.claims.keys() - {without}
        if more <= found:
            return found
        found |= more


def led_to(argument_map: ArgumentMap, element_id: str) -> set[str]:
    """The claims that a claim or an inference leads to, through premises and warrants that are claims of the map."""
    claims = {claim.id for claim in argument_map.claims}
    found = {element_id} & claims
    found |= {i.conclusion for i in argument_map.inferences if i.id == element_id} & claims
    while True:
        more = {i.conclusion for i in argument_map.inferences if found & set(supporting_claims(i))} & claims
        if more <= found:
            return found
        found |= more


def self_defeats(argument_map: ArgumentMap) -> list[tuple[Attack, str]]:
    found = []
    for attack in argument_map.attacks:
        falling = led_to(argument_map, attack.target) - standing(argument_map, without=attack.target)
        if attack.target == attack.id:
            found.append((attack, attack.id))
        elif attack.target in attack.premises:
            found.append((attack, attack.target))
        elif falling.intersection(attack.premises):
            found.append((attack, min(falling.intersection(attack.premises))))
    return found


# --- replies ---


@settings(max_examples=100)
@given(argument_map=structures, firm=st.sets(st.sampled_from("pqr")))
def test_a_weak_reply_is_the_nearest_of_replies_of_which_none_holds(argument_map, firm):
    found = list(ArgumentGraph(argument_map).find_weak_replies(lambda attack: attack.id in firm))
    expected = []
    for attack in attacks_on_what_speaks_for_a_main_claim(argument_map):
        replies = replies_to(argument_map, attack)
        if replies and not any(reply.id in firm for reply in replies):
            expected.append(attack)
    assert [attack for attack, _ in found] == expected
    for attack, reply in found:
        replies = replies_to(argument_map, attack)
        direct = [other for other in replies if other.target == attack.id]
        assert reply in replies
        assert not direct or reply == min(direct, key=lambda other: (other.id, other.premises))


@given(argument_map=maps | structures)
def test_every_attack_is_unanswered_or_met_by_a_weak_reply_if_no_attack_holds(argument_map):
    graph = ArgumentGraph(argument_map)
    unanswered = list(graph.find_unanswered_attacks())
    weak = [attack for attack, _ in graph.find_weak_replies(lambda _: False)]
    assert list(graph.find_weak_replies(lambda _: True)) == []
    assert sorted(map(repr, (*unanswered, *weak))) == sorted(
        map(repr, attacks_on_what_speaks_for_a_main_claim(argument_map))
    )


@given(argument_map=structures)
def test_a_concession_is_an_attack_that_only_attacks_on_itself_answer(argument_map):
    expected = [
        attack
        for attack in attacks_on_what_speaks_for_a_main_claim(argument_map)
        if {reply.target for reply in replies_to(argument_map, attack)} == {attack.id}
        and attack.id not in standing_on(argument_map, attack.premises)
    ]
    found = [attack for attack, _ in ArgumentGraph(argument_map).find_concessions()]
    assert found == expected


@given(argument_map=structures)
def test_a_claim_is_contested_if_something_attacks_it_or_what_it_stands_on(argument_map):
    graph = ArgumentGraph(argument_map)
    targets = {attack.target for attack in argument_map.attacks}
    expected = {claim_id for claim_id in graph.claims if not targets.isdisjoint(standing_on(argument_map, (claim_id,)))}
    assert graph.contested.keys() & graph.claims.keys() == expected


# --- self-defeat ---


@st.composite
def circling(draw: st.DrawFn) -> ArgumentMap:
    """Draw a map in which support and attacks often lead back to where they start."""
    few = st.sampled_from("abcd")
    inferences = draw(st.lists(st.tuples(st.lists(few, min_size=1, max_size=2), few, st.none() | few), max_size=9))
    attacks = draw(st.lists(st.tuples(few, st.sampled_from("abcd01234")), min_size=1, max_size=5))
    held = draw(st.sets(few, max_size=2))
    missing = draw(st.sets(few, max_size=1))
    ids = draw(st.permutations(range(len(inferences)))) if draw(st.booleans()) else [n // 2 for n in range(9)]
    return ArgumentMap(
        claims=tuple(
            Claim(id=c, text="t", given=Given.ASSUMED if c in held else Given.NONE)
            for c in "abcdef"
            if c not in missing
        ),
        inferences=tuple(
            Inference(id=str(number), premises=tuple(premises), conclusion=conclusion, answers={"q": answer or "a"})
            for number, (premises, conclusion, answer) in zip(ids, inferences, strict=False)
        ),
        attacks=tuple(
            Attack(id=f"x{number}", premises=(premise,), target=target)
            for number, (premise, target) in enumerate(attacks)
        ),
    )


@settings(max_examples=100)
@given(argument_map=circling() | circling() | maps)
def test_self_defeats_are_those_of_the_definition(argument_map):
    defeats = ArgumentGraph(argument_map).self_defeats
    assert [(defeat.attack, defeat.premise_id) for defeat in defeats.found] == self_defeats(argument_map)
    assert defeats.unseen == 0


def circles_of_attack(length: int) -> ArgumentMap:
    """A chain of claims whose last attacks every other."""
    return ArgumentMap(
        claims=tuple(Claim(id=f"c{n}", text="t") for n in range(length)),
        inferences=tuple(Inference(id=f"i{n}", premises=(f"c{n}",), conclusion=f"c{n + 1}") for n in range(length - 1)),
        attacks=tuple(Attack(id=f"a{n}", premises=(f"c{length - 1}",), target=f"c{n}") for n in range(length - 1)),
    )


def test_the_end_of_a_chain_defeats_itself_by_attacking_any_link():
    defeats = find_self_defeats(ArgumentGraph(circles_of_attack(40)))
    assert [defeat.premise_id for defeat in defeats.found] == ["c39"] * 39


@pytest.mark.parametrize("most_steps", [0, 1, 100, 1000])
def test_a_limit_leaves_out_the_targets_that_sort_last_and_counts_them(most_steps):
    whole = find_self_defeats(ArgumentGraph(circles_of_attack(40)))
    part = find_self_defeats(ArgumentGraph(circles_of_attack(40)), most_steps)
    first = sorted(defeat.attack.target for defeat in whole.found)[: len(part.found)]
    assert sorted(defeat.attack.target for defeat in part.found) == first
    assert part.unseen == len(whole.found) - len(part.found) > 0
