"""Strengths: the worked numbers of the models, circles, and gradients held against small differences."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import maps, structures

from argmap import UnknownElementError, loads
from argmap.model import SECTIONS, ArgumentMap, Attack, Claim, Inference
from argmap.semantics.strengths import Base, BaseScoreError, Method, strengths


def small_map(supports: int, attacks: int) -> ArgumentMap:
    others = [Claim(id=f"p{n}", text="t", weight=1.0) for n in range(supports + attacks)]
    return ArgumentMap(
        claims=(Claim(id="c", text="t", weight=0.5), *others),
        inferences=[Inference(id=f"i{n}", premises=(f"p{n}",), conclusion="c", weight=0.5) for n in range(supports)],
        attacks=[Attack(id=f"a{n}", premises=(f"p{supports + n}",), target="c", weight=0.5) for n in range(attacks)],
    )


@pytest.mark.parametrize(
    ("method", "supports", "attacks", "expected"),
    [
        ("qem", 0, 0, 0.5),
        ("qem", 1, 0, 0.5 + 0.5 * 0.25 / 1.25),
        ("qem", 2, 0, 0.5 + 0.5 * 0.5),
        ("qem", 0, 2, 0.5 - 0.5 * 0.5),
        ("qem", 3, 3, 0.5),
        ("df-quad", 1, 0, 0.5 + 0.5 * 0.5),
        ("df-quad", 2, 0, 0.5 + 0.5 * 0.75),
        ("df-quad", 2, 1, 0.5 + 0.5 * (0.75 - 0.5)),
        ("df-quad", 0, 1, 0.25),
    ],
)
def test_a_claim_is_as_strong_as_its_model_says(method: str, supports: int, attacks: int, expected: float) -> None:
    assert strengths(small_map(supports, attacks), method=method)["c"] == pytest.approx(expected)


def test_a_step_is_as_strong_as_its_weakest_premise_less_what_the_strongest_attack_takes() -> None:
    m = loads("""
argmap: 1
claims: {c: C, p: {text: P, weight: 0.6}, q: {text: Q, weight: 0.9}, r: {text: R, weight: 0.5}}
inferences: {i: {premises: [p, q], conclusion: c, weight: 0.5}}
attacks: {x: {premises: r, target: i}, y: {premises: q, target: i, weight: 0.1}, z: {premises: nowhere, target: c}}
""")
    found = strengths(m)
    assert (found["x"], found["y"], found["z"]) == pytest.approx((0.5, 0.09, 0))
    assert found["i"] == pytest.approx(0.5 * 0.6 * (1 - 0.5))


def test_base_scores_come_from_being_held_from_sources_or_from_the_caller() -> None:
    m = loads("""
argmap: 1
article: letter
sources: {letter: {title: A}, one: {title: B}, two: {title: C}}
claims:
  bare: {text: A, cites: [letter, nowhere]}
  cited: {text: B, cites: [one, two, one]}
  said: {text: C, given: common}
""")
    assert dict(strengths(m)) == {"bare": 0.5, "cited": 0.8, "said": 0.8}
    assert dict(strengths(m, base="sources")) == {"bare": 0.5, "cited": 0.875, "said": 0.75}
    assert dict(strengths(m, base={"bare": 0.1})) == {"bare": 0.1, "cited": 0.8, "said": 0.8}
    assert [strengths(m, base={"bare": score}).word("bare") for score in (0.1, 0.3, 0.5, 0.8, 1)] == [
        "very weak", "weak", "middling", "strong", "very strong",
    ]  # fmt: skip


def test_what_is_no_base_score_is_told() -> None:
    m = loads("{argmap: 1, claims: {close: C}}")
    with pytest.raises(BaseScoreError, match=r"\[close\] is 2, expected a number from 0 to 1"):
        strengths(m, base={"close": 2})
    with pytest.raises(UnknownElementError, match=r"did you mean \[close\]"):
        strengths(m, base={"clsoe": 0.5})
    with pytest.raises(UnknownElementError, match="clsoe"):
        strengths(m)["clsoe"]
    with pytest.raises(ValueError, match="euler"):
        strengths(m, method="euler")


@settings(max_examples=60, deadline=None)
@given(drawn=maps | structures, method=st.sampled_from(Method), base=st.sampled_from(Base), seed=st.integers(0, 99))
def test_strengths_are_numbers_from_0_to_1_whatever_the_order_of_the_file(
    drawn: ArgumentMap, method: Method, base: Base, seed: int
) -> None:
    found = strengths(drawn, method=method, base=base)
    assert set(found) == {element.id for element in (*drawn.claims, *drawn.inferences, *drawn.attacks)}
    assert all(0 <= strength <= 1 for strength in found.values())
    mixed = random.Random(seed)
    sections = {name: tuple(mixed.sample(getattr(drawn, name), len(getattr(drawn, name)))) for name in SECTIONS}
    again = strengths(drawn.model_copy(update=sections), method=method, base=base)
    assert {name: round(strength, 6) for name, strength in again.items()} == pytest.approx(dict(found), abs=1e-5)


@settings(max_examples=60, deadline=None)
@given(drawn=structures, method=st.sampled_from(Method))
def test_gradients_are_what_small_differences_show(drawn: ArgumentMap, method: Method) -> None:
    # Scores that all differ, so that no two premises are weakest alike.
    base = {claim.id: 0.31 + 0.07 * number for number, claim in enumerate(drawn.claims)}
    found = strengths(drawn, method=method, base=base)
    if not found.converged:
        return
    for target in {claim.id for claim in drawn.claims}:
        gradients = found.gradients(target)
        for claim_id in base:
            near = [
                strengths(drawn, method=method, base=base | {claim_id: base[claim_id] + step})[target]
                for step in (1e-5, -1e-5)
            ]
            slope = (near[0] - near[1]) / 2e-5
            if abs(slope - gradients.get(claim_id, 0.0)) > 1e-3:
                # A bend between the two: the slopes to either side bracket the gradient.
                sides = sorted(((near[0] - found[target]) / 1e-5, (found[target] - near[1]) / 1e-5))
                assert sides[0] - 1e-3 <= gradients.get(claim_id, 0.0) <= sides[1] + 1e-3


def test_a_long_chain_and_a_large_ring_are_no_trouble() -> None:
    length = 20_000
    claims = [Claim(id=f"c{n}", text="t") for n in range(length)]
    chain = [Inference(id=f"i{n}", premises=(f"c{n + 1}",), conclusion=f"c{n}") for n in range(length - 1)]
    found = strengths(ArgumentMap(claims=claims, inferences=chain))
    assert (found.rounds, found.converged) == (0, True)
    ring = [Attack(id=f"a{n}", premises=(f"c{n}",), target=f"c{(n + 1) % 999}") for n in range(999)]
    found = strengths(ArgumentMap(claims=claims[:999], attacks=ring))
    assert found.converged
    assert len(set(found.values())) == 1 or max(found.values()) - min(found.values()) < 1e-6
