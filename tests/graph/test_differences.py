"""What differs between two maps, and which elements of them are the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import strategies
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import diff
from argmap.graph import Change, Differences, FieldChange
from argmap.model import ArgumentMap, Attack, Claim, Inference, Proposal, Source, Waiver

SECTIONS = ("sources", "parties", "claims", "inferences", "attacks", "waivers", "main")


def argument(**fields: object) -> ArgumentMap:
    """A map of the claims a, b and c, with what the test says of it."""
    return ArgumentMap(**({"claims": tuple(Claim(id=i, text=f"Claim {i}") for i in "abc")} | fields))


def step(step_id: str, premises: str, conclusion: str, **fields: object) -> Inference:
    return Inference(id=step_id, premises=tuple(premises), conclusion=conclusion, **fields)


def told(differences: Differences) -> dict[str, list[str]]:
    """Return the ids of what is removed, added and changed, with the fields that differ."""
    return {
        "removed": [part.id for part in differences.removed],
        "added": [part.id for part in differences.added],
        "changed": [f"{change.after.id} {' '.join(f.field for f in change.fields)}" for change in differences.changed],
    }


def reversed_lists(argument_map: ArgumentMap) -> ArgumentMap:
    return argument_map.model_copy(update={name: getattr(argument_map, name)[::-1] for name in SECTIONS})


def turned(differences: Differences) -> tuple[list[str], ...]:
    """Return what is told if the maps change places, in an order that does not depend on them."""
    fields = [FieldChange(f.field, f.after, f.before) for f in differences.fields]
    changes = [
        Change(c.after, c.before, tuple(FieldChange(f.field, f.after, f.before) for f in c.fields))
        for c in differences.changed
    ]
    return sorted_parts(fields, differences.added, changes, differences.removed)


def sorted_parts(*groups: object) -> tuple[list[str], ...]:
    return tuple(sorted(map(repr, group)) for group in groups)


@settings(max_examples=60, deadline=None)
@given(strategies.maps | strategies.structures)
def test_a_map_does_not_differ_from_itself_in_any_order(argument_map: ArgumentMap) -> None:
    assert not diff(argument_map, argument_map)
    assert not diff(argument_map, reversed_lists(argument_map))


@settings(max_examples=80, deadline=None)
@given(st.tuples(strategies.maps, strategies.maps) | st.tuples(strategies.structures, strategies.structures))
def test_the_other_way_round_all_is_the_other_way_round(maps: tuple[ArgumentMap, ArgumentMap]) -> None:
    there, back = diff(*maps), diff(*maps[::-1])
    assert turned(there) == sorted_parts(back.fields, back.removed, back.changed, back.added)


@settings(max_examples=60, deadline=None)
@given(st.tuples(strategies.maps, strategies.maps) | st.tuples(strategies.structures, strategies.structures))
def test_nothing_is_lost_between_two_maps(maps: tuple[ArgumentMap, ArgumentMap]) -> None:
    matching = diff(*maps).matching
    for name in SECTIONS[:-1]:
        pairs = getattr(matching, name)
        before, after = zip(*pairs.both, strict=True) if pairs.both else ((), ())
        assert sorted(map(repr, (*before, *pairs.removed))) == sorted(map(repr, getattr(maps[0], name)))
        assert sorted(map(repr, (*after, *pairs.added))) == sorted(map(repr, getattr(maps[1], name)))


def test_elements_with_one_id_are_the_same_and_their_fields_are_compared() -> None:
    after = argument(
        claims=(Claim(id="a", text="Other", kind="value"), Claim(id="b", text="Claim b"), Claim(id="d", text="D"))
    )
    assert told(diff(argument(), after)) == {"removed": ["c"], "added": ["d"], "changed": ["a text kind"]}


def test_a_claim_that_becomes_a_proposal_is_changed() -> None:
    after = argument(claims=(*argument().claims[:2], Proposal(id="c", text="Claim c", agent="city")))
    (change,) = diff(argument(), after).changed
    assert [field.field for field in change.fields] == ["type", "kind", "agent"]


def test_a_claim_with_another_id_and_the_same_text_is_renamed() -> None:
    before = argument(inferences=(step("i", "a", "b"),))
    after = ArgumentMap(
        claims=(Claim(id="x", text=" claim  A"), Claim(id="b", text="Claim b"), Claim(id="c", text="Claim c")),
        inferences=(step("i", "x", "b"),),
    )
    assert told(diff(before, after)) == {"removed": [], "added": [], "changed": ["x id text"]}


def test_every_reference_follows_a_renamed_claim() -> None:
    def named(a: str, b: str) -> ArgumentMap:
        return ArgumentMap(
            main=(a,),
            claims=(Claim(id=a, text="A"), Proposal(id=b, text="B", reciprocates=a)),
            inferences=(Inference(id="i", premises=(b,), conclusion=a, warrant=b, answers={"why": b}),),
            attacks=(Attack(id="x", premises=(b,), target=a),),
            waivers=(Waiver(rule="SUP001", element=b),),
        )

    assert told(diff(named("a", "b"), named("c", "d"))) == {"removed": [], "added": [], "changed": ["c id", "d id"]}


@pytest.mark.parametrize("text", ["", " "])
def test_claims_without_text_are_not_the_same(text: str) -> None:
    before, after = (ArgumentMap(claims=(Claim(id=i, text=text),)) for i in "ab")
    assert told(diff(before, after)) == {"removed": ["a"], "added": ["b"], "changed": []}


def test_steps_that_are_only_numbered_anew_do_not_differ() -> None:
    before = argument(
        inferences=(step("i1", "a", "b"), step("i2", "b", "c")), attacks=(Attack(id="x", premises=("c",), target="i2"),)
    )
    after = argument(
        inferences=(step("i1", "ab", "c"), step("i2", "a", "b"), step("i3", "b", "c")),
        attacks=(Attack(id="y", premises=("c",), target="i3"),),
    )
    assert told(diff(before, after)) == {"removed": [], "added": ["i1"], "changed": []}


def test_a_step_with_other_premises_and_the_same_id_is_changed() -> None:
    before, after = argument(inferences=(step("i", "a", "c"),)), argument(inferences=(step("i", "ab", "c"),))
    (change,) = diff(before, after).changed
    assert change.fields == (FieldChange("premises", ("a",), ("a", "b")),)


def test_steps_with_one_id_and_no_premise_in_common_are_not_the_same() -> None:
    before = argument(inferences=(step("i", "a", "c"),), attacks=(Attack(id="x", premises=("b",), target="i"),))
    after = argument(inferences=(step("i", "b", "c"),), attacks=(Attack(id="y", premises=("b",), target="i"),))
    assert told(diff(before, after)) == {"removed": ["i", "x"], "added": ["i", "y"], "changed": []}


def test_the_order_of_premises_is_no_difference() -> None:
    assert not diff(argument(inferences=(step("i", "ab", "c"),)), argument(inferences=(step("i", "ba", "c"),)))


def test_attacks_on_attacks_are_followed_down_to_what_the_first_is_on() -> None:
    def chain(first: str, second: str, target: str) -> ArgumentMap:
        return argument(
            attacks=(Attack(id=first, premises=("a",), target=target), Attack(id=second, premises=("b",), target=first))
        )

    assert not diff(chain("x", "y", "c"), chain("p", "q", "c"))
    assert told(diff(chain("x", "y", "c"), chain("p", "q", "b")))["added"] == ["p", "q"]


def test_attacks_in_a_circle_are_the_same_by_their_ids() -> None:
    circle = (Attack(id="x", premises=("a",), target="y"), Attack(id="y", premises=("b",), target="x"))
    assert not diff(argument(attacks=circle), argument(attacks=circle[::-1]))


def test_a_long_chain_of_attacks_is_compared() -> None:
    attacks = tuple(Attack(id=f"x{i}", premises=("a",), target=f"x{i + 1}") for i in range(20_000))
    assert not diff(argument(attacks=attacks), argument(attacks=attacks[::-1]))


def test_an_id_that_only_looks_the_same_is_a_difference() -> None:
    """Before, `i` starts from the claim `a`; after, from an `a` that nothing defines, beside the renamed claim."""
    before = ArgumentMap(claims=(Claim(id="a", text="A"),), inferences=(step("i", "ay", "z"),))
    after = ArgumentMap(claims=(Claim(id="b", text="A"),), inferences=(step("i", "ay", "z"),))
    assert told(diff(before, after))["changed"] == ["b id", "i premises"]


def test_true_in_an_extension_is_not_one() -> None:
    before, after = (argument(extensions={"aif": value}) for value in (True, 1))
    assert [field.field for field in diff(before, after).fields] == ["extensions"]


def test_repeated_elements_are_paired_while_there_are_some_left() -> None:
    one, two, three = (Source(id="s", title=title) for title in ("One", "Two", "Three"))
    found = diff(ArgumentMap(sources=(one, two)), ArgumentMap(sources=(two, three, one)))
    assert (found.removed, found.changed, found.added) == ((), (), (three,))


@pytest.mark.parametrize("ask", [diff, lambda before, after: before.diff(after)])
def test_the_method_and_the_function_say_the_same(ask: Callable[..., Differences]) -> None:
    assert ask(argument(title="A"), argument(title="B")).fields == (FieldChange("title", "A", "B"),)
