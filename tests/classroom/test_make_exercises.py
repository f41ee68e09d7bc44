"""Exercises from a map: the same from the same map, fair on any map, and as many as asked for."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest
from grown_maps import grown_map
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import maps, structures

import argmap as am
from argmap.classroom import ExerciseSet, ExerciseType, UnknownExerciseError, read_exercises
from argmap.classroom.exercises import exercises_as_json
from argmap.graph import goal, supporting_claims
from argmap.model import Inference
from argmap.semantics import Support

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
TEXT = "Since a: b. The x because y.\n\nBut true. So far it is still c since 2018, as well as d."
grown = st.builds(grown_map, st.integers(6, 40), st.integers(0, 10**6))
"""Maps as people write them, with claims that say different things."""


@pytest.fixture(scope="module")
def kaliningrad() -> am.ArgumentMap:
    return am.load(EXAMPLES / "kaliningrad.argmap.yaml")


@pytest.fixture(scope="module")
def from_kaliningrad(kaliningrad: am.ArgumentMap) -> ExerciseSet:
    return am.exercises(kaliningrad)


# --- the running case ---


def test_the_kaliningrad_map_gives_at_least_40_exercises_of_at_least_12_types(from_kaliningrad: ExerciseSet) -> None:
    assert len(from_kaliningrad) >= 40
    assert len({exercise.type for exercise in from_kaliningrad}) >= 12


def test_the_types_that_a_map_has_nothing_for_are_told_with_the_reason(from_kaliningrad: ExerciseSet) -> None:
    reasons = {item.type: item.reason for item in from_kaliningrad.dropped if not item.elements}
    assert reasons == {ExerciseType.INDICATORS: "the text of the article is not given"}


def test_the_school_map_with_its_text_gives_all_fifteen_types() -> None:
    argument_map = am.load(EXAMPLES / "school-start.argmap.yaml")
    made = am.exercises(argument_map, text=(EXAMPLES / "school-start.txt").read_text(encoding="utf-8"))
    assert {exercise.type for exercise in made} == set(ExerciseType)


def test_ids_and_ids_of_options_are_names_that_platforms_take(from_kaliningrad: ExerciseSet) -> None:
    ids = [exercise.id for exercise in from_kaliningrad]
    assert len(set(ids)) == len(ids)
    options = [option.id for exercise in from_kaliningrad for option in getattr(exercise, "options", ())]
    assert all(NAME.fullmatch(name) for name in (*ids, *options))


def test_an_exercise_has_the_same_id_whatever_is_asked_for_with_it(kaliningrad: am.ArgumentMap) -> None:
    alone = {exercise.id: exercise for exercise in am.exercises(kaliningrad, types="bridge")}
    together = {exercise.id: exercise for exercise in am.exercises(kaliningrad, types=["role", "bridge"], count=6)}
    shared = alone.keys() & together.keys()
    assert len(shared) == 3
    assert all(alone[name] == together[name] for name in shared)


def test_the_right_response_to_every_exercise_earns_all(from_kaliningrad: ExerciseSet) -> None:
    scores = {exercise.id: am.grade(exercise, _right_response(exercise)).score for exercise in from_kaliningrad}
    assert {name: score for name, score in scores.items() if score < 1} == {}


# --- what a teacher chooses ---


def test_a_count_is_spread_evenly_over_the_types(kaliningrad: am.ArgumentMap) -> None:
    made = am.exercises(kaliningrad, types=["role", "order", "write"], count=7)
    assert Counter(exercise.type.value for exercise in made) == {"role": 3, "order": 2, "write": 2}


def test_the_easier_exercises_come_first_and_roles_before_all(from_kaliningrad: ExerciseSet) -> None:
    ranks = [exercise.level.rank for exercise in from_kaliningrad]
    assert ranks == sorted(ranks)
    assert from_kaliningrad.exercises[0].type is ExerciseType.ROLE


def test_another_seed_gives_another_selection_and_the_same_seed_the_same(kaliningrad: am.ArgumentMap) -> None:
    first, again, other = (am.exercises(kaliningrad, count=12, seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert [exercise.id for exercise in first] != [exercise.id for exercise in other]


def test_only_exercises_of_the_level_are_made(kaliningrad: am.ArgumentMap) -> None:
    made = am.exercises(kaliningrad, level="hard", count=9)
    assert [exercise.level.value for exercise in made] == ["hard"] * 9


def test_a_map_method_gives_what_the_function_gives(kaliningrad: am.ArgumentMap) -> None:
    assert kaliningrad.exercises(types="write", seed=3) == am.exercises(kaliningrad, types="write", seed=3)


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"types": ["brigde"]}, "no type of exercise 'brigde', did you mean bridge?"),
        ({"level": "top"}, "no level 'top', expected one of easy, medium, hard"),
        ({"level": "mediun"}, "no level 'mediun', did you mean medium?"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(choice: dict[str, object], message: str) -> None:
    with pytest.raises(UnknownExerciseError, match=re.escape(message)):
        am.exercises(am.ArgumentMap(), **choice)


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="expected count to be 0 or more, found -1"):
        am.exercises(am.ArgumentMap(), count=-1)


def test_an_empty_map_gives_no_exercise_and_a_reason_for_each_type() -> None:
    made = am.exercises(am.ArgumentMap())
    assert made.exercises == ()
    assert {item.type for item in made.dropped} == set(ExerciseType)


# --- any map ---


@settings(max_examples=60, deadline=None)
@given(st.one_of(maps, structures, grown), st.integers(0, 3), st.none() | st.just(TEXT))
def test_any_map_in_any_order_gives_the_same_exercises_and_they_survive_json(drawn, seed, text) -> None:
    made = am.exercises(drawn, seed=seed, text=text, count=30)
    shuffled = {}
    for section in ("sources", "parties", "claims", "inferences", "attacks", "waivers"):
        elements = list(getattr(drawn, section))
        random.Random(seed).shuffle(elements)
        shuffled[section] = tuple(elements)
    assert am.exercises(drawn.model_copy(update=shuffled), seed=seed, text=text, count=30) == made
    read = read_exercises(exercises_as_json(made), title=made.title, language=made.language)
    assert read.exercises == made.exercises


@settings(max_examples=40, deadline=None)
@given(grown)
def test_no_two_options_of_an_exercise_have_the_same_text(drawn) -> None:
    for exercise in am.exercises(drawn):
        texts = [option.text for option in getattr(exercise, "options", ())]
        assert len(set(texts)) == len(texts)


@settings(max_examples=40, deadline=None)
@given(grown)
def test_no_distractor_of_a_bridge_supports_the_conclusion_and_no_reason_supports_another_claim(drawn) -> None:
    onward = _onward(drawn)
    for exercise in am.exercises(drawn, types=["bridge", "attach"]):
        if exercise.type is ExerciseType.BRIDGE:
            conclusion = exercise.provenance.elements[-1]
            wrong = [option.element for option in exercise.options if option.id != exercise.key and option.element]
            assert not any(conclusion in onward[claim_id] for claim_id in wrong)
        else:
            claims = {option.id: option.element for option in exercise.options}
            for prompt in exercise.prompts:
                reached = {name for name, claim_id in claims.items() if claim_id in onward[prompt.element]}
                assert reached == {exercise.key[prompt.id]}


@settings(max_examples=40, deadline=None)
@given(grown)
def test_what_falls_is_what_is_no_longer_grounded_once_the_claim_is_gone(drawn) -> None:
    for exercise in am.exercises(drawn, types="falls"):
        gone = exercise.provenance.elements[0]
        graph = am.ArgumentGraph(exercise.figure)
        leaves = [claim_id for claim_id in graph.claims if not graph.has_reason(claim_id)]
        without = exercise.figure.model_copy(
            update={"inferences": tuple(step for step in exercise.figure.inferences if step.conclusion != gone)}
        )
        stands = Support(am.ArgumentGraph(without), frozenset(leaves) - {gone}).grounded
        assert set(exercise.key) == {option.id for option in exercise.options if option.element not in stands}


@settings(max_examples=25, deadline=None)
@given(grown)
def test_the_places_of_a_map_to_fill_take_no_other_claims_than_the_key_says(drawn) -> None:
    for exercise in am.exercises(drawn, types="fill", count=6):
        figure, texts = exercise.figure, {option.id: option.text for option in exercise.options}
        slots = {prompt.id: prompt.element for prompt in exercise.prompts}
        right = _steps_in_texts(figure, {slots[name]: texts[key] for name, key in exercise.key.items()})
        alike = {frozenset(group) for group in exercise.groups}
        for chosen in permutations(texts, len(slots)):
            filled = dict(zip(slots, chosen, strict=True))
            is_same = _steps_in_texts(figure, {slots[name]: texts[option] for name, option in filled.items()}) == right
            assert is_same == _is_right(filled, exercise.key, alike)


@settings(max_examples=40, deadline=None)
@given(grown)
def test_an_order_has_every_claim_after_the_claims_that_support_it(drawn) -> None:
    for exercise in am.exercises(drawn, types="order"):
        ids = {option.element: option.id for option in exercise.options if option.id in exercise.key}
        needed = {
            (ids[premise], ids[step.conclusion])
            for step in drawn.inferences
            for premise in supporting_claims(step)
            if premise in ids and step.conclusion in ids
        }
        assert set(exercise.before) == needed
        assert len(exercise.key) <= 10


def test_a_chain_of_three_thousand_claims_does_not_end_in_a_recursion() -> None:
    draft = am.Draft()
    texts = (f"{number} {number * number} {number**3} days" for number in range(3000))
    claims = [draft.claim(text, id=f"c{number}") for number, text in enumerate(texts)]
    for reason, claim in zip(claims[1:], claims, strict=False):
        draft.support(claim, reason)
    made = am.exercises(draft.build(), count=20)
    assert len(made) == 20


def _right_response(exercise) -> object:
    match exercise.interaction:
        case "choices" | "order":
            return list(exercise.key)
        case "build":
            return json.loads(am.dumps(exercise.key[0], format="json"))
        case _:
            return exercise.key


def _onward(drawn) -> dict[str, set[str]]:
    """Return for each claim itself and all that it supports, by brute force."""
    reach = {claim.id: {claim.id} for claim in drawn.claims}
    changed = True
    while changed:
        changed = False
        for step in drawn.inferences:
            for premise in supporting_claims(step):
                new = reach[step.conclusion] - reach[premise]
                reach[premise] |= new
                changed = changed or bool(new)
    return reach


def _steps_in_texts(figure, filling: dict[str, str]) -> Counter:
    """Return the steps of a map as its texts tell them."""
    texts = {claim.id: filling.get(claim.id, claim.text) for claim in figure.claims}

    def told(step) -> tuple[object, ...]:
        used = supporting_claims(step) if isinstance(step, Inference) else step.premises
        target = goal(step)
        end = texts.get(target) or next(
            told(other) for other in (*figure.inferences, *figure.attacks) if other.id == target
        )
        return type(step).__name__, frozenset(texts[claim_id] for claim_id in used), end

    return Counter(map(told, (*figure.inferences, *figure.attacks)))


def _is_right(filled: dict[str, str], key: dict[str, str], groups: set[frozenset[str]]) -> bool:
    left = set(filled)
    for group in groups:
        if {filled[name] for name in group} != {key[name] for name in group}:
            return False
        left -= group
    return all(filled[name] == key[name] for name in left)
