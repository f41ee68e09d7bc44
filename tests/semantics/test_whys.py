"""Whys: finite trees whose reasons came out before what they are reasons for, told in plain sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import maps, structures

from argmap import UnknownElementError, loads
from argmap.model import ArgumentMap
from argmap.reports import label_why_as_object, label_why_as_text
from argmap.semantics import Label, Link, Reason, Stance, WhyTelling, labels, pivots

BRIDGE = """
argmap: 1
main: close
claims:
  close: {text: The bridge should close, kind: policy}
  traffic: Cars only pass through
  shops: The shops need the cars
  foot: {text: Most customers come on foot, given: common}
  noisy: The street is noisy
  loud: The cars are loud
  one: One
  two: Two
inferences:
  because: {premises: traffic, conclusion: close}
  out: {premises: shops, conclusion: noisy}
  round: {premises: noisy, conclusion: loud}
  back: {premises: loud, conclusion: noisy}
  leans: {premises: one, conclusion: two}
attacks:
  but: {premises: shops, target: close}
  yet: {premises: foot, target: shops}
  duel: {premises: two, target: one}
"""


def gist(element_id: str, text: str = BRIDGE, **reading: str) -> str:
    found = loads(text).labels(**reading)
    return label_why_as_text(found.why(element_id), found).splitlines()[0]


@settings(max_examples=100, deadline=None)
@given(drawn=structures | maps, stance=st.sampled_from(Stance))
def test_a_why_is_finite_and_its_reasons_came_out_before(drawn: ArgumentMap, stance: Stance) -> None:
    found = labels(drawn, stance=stance)
    for element_id in found:
        why = found.why(element_id)
        told = [step.element_id for step in why.steps if step.telling is WhyTelling.HERE]
        claims = [told_id for told_id in told if told_id in found.atoms.claims.keys() - found.atoms.step_ids]
        assert why.steps[0].element_id == element_id
        assert len(claims) == len(set(claims))
        for above, below in pairwise(why.steps):
            if below.depth != above.depth + 1:
                continue
            if above.label.label is Label.UNDECIDED:
                assert below.label.label is Label.UNDECIDED
            elif above.label.reason is Reason.CIRCULAR and below.label.reason is Reason.CIRCULAR:
                assert below.label.rank == above.label.rank
            else:
                assert below.label.rank < above.label.rank
        assert label_why_as_text(why, found).startswith(f"[{element_id}] is {found[element_id].label}: ")
        assert label_why_as_object(why, found)["label"] == found[element_id].label.value


@settings(max_examples=150, deadline=None)
@given(structures)
def test_an_undecided_element_leads_into_a_ring_with_an_attack(drawn: ArgumentMap) -> None:
    found = labels(drawn)
    for element_id, element in found.items():
        if element.label is Label.UNDECIDED:
            steps = found.why(element_id).steps
            assert steps[-1].telling is WhyTelling.BACK
            start = next(n for n, step in enumerate(steps) if step.element_id == steps[-1].element_id)
            assert Link.ATTACK in {step.link for step in steps[start + 1 :]}


@pytest.mark.parametrize(
    ("element_id", "sentence"),
    [
        ("close", "[close] is in: it rests on [traffic] and [foot]; [but] is out."),
        ("but", "[but] is out: it rests on [shops], which [yet] defeats; nothing attacks that."),
        ("shops", "[shops] is out: [yet] is against it; nothing attacks that."),
        ("foot", "[foot] is in: it holds by itself, and nothing that is in attacks it."),
        ("one", "[one] is undecided: a ring of attacks stands between it and a verdict, through [duel] and [leans]."),
    ],
)
def test_a_why_is_summed_up_in_a_sentence(element_id: str, sentence: str) -> None:
    assert gist(element_id) == sentence


def test_claims_that_lean_on_one_another_are_named() -> None:
    assert gist("loud") == "[loud] is out: [loud] and [noisy] lean on one another, and on nothing else that stands."


def test_a_supposition_is_told_as_one() -> None:
    found = loads(BRIDGE).labels(accept=["shops"])
    assert (
        label_why_as_text(found.why("but"), found)
        == """\
[but] is in: it rests on [shops], and nothing that is in attacks it.
attack [but]: in, as its premises are and nothing attacks it
  for: [shops] The shops need the cars: in, as supposed (accepted)
"""
    )
    assert found["close"].label is Label.OUT


def test_a_why_of_what_is_not_there_names_the_nearest() -> None:
    with pytest.raises(UnknownElementError, match=r"did you mean \[close\]"):
        loads(BRIDGE).labels().why("clsoe")


@settings(max_examples=80, deadline=None)
@given(structures)
def test_pivots_are_the_smallest_sets_whose_rejection_changes_the_label(drawn: ArgumentMap) -> None:
    from itertools import combinations

    found = labels(drawn)
    claim_id = min((claim.id for claim in drawn.claims), default=None)
    if claim_id is None:
        return
    was_in = found[claim_id].label is Label.IN
    others = sorted(set(found) - {claim_id})
    expected: list[tuple[str, ...]] = []
    for size in (1, 2):
        expected = [
            chosen
            for chosen in combinations(others, size)
            if (labels(drawn, reject=chosen)[claim_id].label is Label.IN) != was_in
        ]
        if expected:
            break
    turns = pivots(found, claim_id, most_size=2)
    assert (list(turns.sets), turns.is_exact) == (expected, True)
    if expected:
        assert turns.bound == len(expected[0])


def test_pivots_end_with_an_honest_bound() -> None:
    claims = "".join(f"  p{n}: P\n" for n in range(6))
    steps = "".join(f"  i{n}: {{premises: p{n}, conclusion: c}}\n" for n in range(6))
    found = loads(f"argmap: 1\nclaims:\n  c: C\n{claims}inferences:\n{steps}").labels()
    early = pivots(found, "c", most_size=6, most_labellings=20)
    assert (early.sets, early.is_exact) == ((), False)
    assert 1 < early.bound <= 6
    late = pivots(found, "c", most_size=6, most_labellings=10**6)
    assert (late.bound, late.is_exact, len(late.sets)) == (6, True, 2**6)
    assert pivots(found, "c", time_limit=0).is_exact is False
