"""Grades: the worked examples, what holds of every response, and what hostile ones get."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest
from classroom.some_exercises import ALL, BUILD, CHOICE, CHOICES, MATCH, ORDER, RIGHT, WRITE
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import json_values

from argmap.classroom import OrderExercise, grade
from argmap.classroom.grading import override
from argmap.classroom.grading.ordering import longest_in_order

P1, P2, P3, C1, P4, C = "o3", "o5", "o6", "o4", "o2", "o1"


@pytest.mark.parametrize("exercise", ALL, ids=lambda exercise: exercise.id)
def test_a_right_response_scores_1_and_an_empty_one_0_with_a_reason(exercise):
    assert grade(exercise, RIGHT[exercise.id]).score == 1
    for empty in (None, "", [], {}, ()):
        found = grade(exercise, empty)
        assert (found.score, found.reason) == (0, "there is no answer")


@pytest.mark.parametrize(
    ("placed", "score"),
    [
        ((P1, P2, P3, C1, P4, C), 1),
        ((P4, P3, P2, P1, C1, C), 1),
        ((P1, P2, C1, P3, P4, C), 0.6667),
        ((C, C1, P1, P2, P3, P4), 0.3333),
        ((P1, P2, P3, C1, C), 0.8333),
    ],
)
def test_an_order_scores_as_in_the_worked_example(placed, score):
    assert round(grade(ORDER, list(placed)).score, 4) == score


def test_an_option_that_does_not_belong_costs_one_edit():
    options = (*ORDER.options, ORDER.options[0].model_copy(update={"id": "o9", "text": "X"}))
    found = grade(ORDER.model_copy(update={"options": options}), [P1, P2, "o9", P3, C1, P4, C])
    assert (round(found.score, 4), found.lines) == (0.8333, ('"X" does not belong into the order',))


def test_feedback_on_an_order_says_what_has_to_come_first():
    assert grade(ORDER, [P1, P2, C1, P3, P4, C]).lines == ('"P3" has to come before "C1"',)


@st.composite
def orders(draw):
    names = "abcdef"[: draw(st.integers(2, 6))]
    pairs = draw(st.sets(st.sampled_from(list(combinations(names, 2)))))
    after = {name: {late for early, late in pairs if early == name} for name in names}
    for name in reversed(names):
        after[name] = after[name].union(*(after[late] for late in after[name]))
    return draw(st.permutations(names)), after


@given(orders())
@settings(max_examples=100, deadline=None)
def test_the_options_that_stay_are_as_many_as_brute_force_finds(drawn):
    placed, after = drawn

    def is_right(chosen):
        return not any(early in after[late] for early, late in combinations(chosen, 2))

    found = longest_in_order(placed, after)
    assert is_right([option for option in placed if option in found])
    most = max(size for size in range(len(placed) + 1) if any(map(is_right, combinations(placed, size))))
    assert len(found) == most


def test_the_edits_are_those_to_the_nearest_of_all_right_orders():
    small = OrderExercise.model_validate(
        ORDER.model_dump()
        | {"options": [{"id": x, "text": x} for x in "abcd"], "key": list("abcd"), "before": [("a", "b"), ("c", "d")]}
    )
    right = [order for order in permutations("abcd") if grade(small, list(order)).score == 1]
    assert len(right) == 6

    def kept(one, other):
        return max(
            size
            for size in range(5)
            for chosen in combinations(one, size)
            if all(other.index(x) < other.index(y) for x, y in combinations(chosen, 2))
        )

    for order in permutations("abcd"):
        nearest = min(2 * (4 - kept(order, one)) for one in right)
        assert grade(small, list(order)).score == max(0, (4 - nearest) / 4)


@pytest.mark.parametrize(
    ("chosen", "score"), [(["o1"], 0.5), (["o1", "o2"], 0), (["o1", "o3", "o2"], 0.5), (["o2", "o4"], 0)]
)
def test_several_choices_score_net_correct(chosen, score):
    assert grade(CHOICES, chosen).score == score


def test_a_choice_can_earn_a_part():
    found = grade(CHOICE, "o3")
    assert (found.score, found.lines) == (
        0.25,
        ("The step needs a claim about quiet streets.", "That is the converse."),
    )


@pytest.mark.parametrize(
    ("given_places", "score"),
    [
        ({"s1": "o1"}, 1 / 3),
        ({"s2": "o1"}, 1 / 3),
        ({"s1": "o2", "s2": "o1", "s3": "o4"}, 2.5 / 3),
        ({"s1": "o1", "s2": "o1", "s3": "o3"}, 2 / 3),
        ({"s1": "o3", "s2": "o4", "s3": "o1"}, 0),
        ({"s1": None, "s2": "", "s3": "o3"}, 1 / 3),
    ],
)
def test_interchangeable_places_are_read_in_the_best_way(given_places, score):
    assert grade(MATCH, given_places).score == pytest.approx(score)


def test_a_wrong_place_gets_the_feedback_of_the_place():
    lines = grade(MATCH, {"s1": "o3", "s2": "o2", "s3": "o1"}).lines
    assert lines[0] == "It belongs under the same claim, but as an objection."


def test_a_text_is_marked_by_a_person_and_gets_hints_only():
    found = grade(WRITE, "Fewer cars make streets quiet")
    assert (found.score, found.needs_review) == (0, True)
    assert found.lines == ('a hint, not a mark: the text does not mention "quieter"',)


def test_the_score_of_a_teacher_replaces_a_provisional_one():
    found = override(grade(WRITE, "Something"), 0.75, "Nearly what is needed.")
    assert (found.score, found.needs_review, found.lines[0]) == (0.75, False, "Nearly what is needed.")
    with pytest.raises(ValueError, match="from 0 to 1"):
        override(found, float("nan"))


ids = st.sampled_from(["o1", "o2", "o3", "o4", "o5", "o6", "s1", "s2", "s3", "close", "o9", ""])
responses = st.one_of(
    json_values, ids, st.lists(ids), st.lists(ids, unique=True), st.dictionaries(ids, ids | json_values), st.text()
)


@pytest.mark.parametrize("exercise", ALL, ids=lambda exercise: exercise.id)
@given(response=responses)
@settings(max_examples=40, deadline=None)
def test_whatever_is_handed_in_gets_a_score_from_0_to_1_and_0_where_there_is_a_reason(exercise, response):
    found = grade(exercise, response)
    assert 0 <= found.score <= 1
    assert all(0 <= part.score <= 1 for part in found.parts)
    assert not found.reason or found.score == 0
    assert found == grade(exercise, response)


def nested(depth):
    value: object = {}
    for _ in range(depth):
        value = {"claims": value}
    return value


class Odd:
    def __eq__(self, other):
        raise ZeroDivisionError

    __hash__ = None


HOSTILE = {
    "deep": nested(100_000),
    "long list": ["o1"] * 100_000,
    "many keys": {str(number): "o1" for number in range(100_000)},
    "long text": "x" * 5_000_000,
    "not a number": float("nan"),
    "no JSON": Odd(),
    "no JSON inside": [Odd()],
    "no text as a key": {1: "o1", None: "o2"},
    "bytes": b"\xff\xfe\x00",
    "half a character": "\ud800",
    "yaml bomb": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nargmap: 1",
    "python in yaml": "!!python/object/apply:os.system ['true']",
    "a set": {"o1"},
    "huge number": 10**5000,
    "huge number inside": {"claims": 10**5000},
    "many claims": {"argmap": 1, "claims": {f"c{number}": "t" for number in range(2_000)}},
    "many links": {
        "argmap": 1,
        "inferences": {f"i{n}": {"premises": [f"p{m}" for m in range(200)], "conclusion": "c"} for n in range(30)},
    },
    "many pairs": {"argmap": 1, "inferences": {"i": {"premises": [f"p{m}" for m in range(600)], "conclusion": "c"}}},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_response_gets_0_with_a_reason_and_nothing_is_printed(name, capfd):
    for exercise in ALL:
        found = grade(exercise, HOSTILE[name])
        if exercise is WRITE and found.needs_review:
            assert found.score == 0
        else:
            assert (found.score, bool(found.reason)) == (0, True)
        assert all(len(line) < 300 for line in found.lines)
    assert capfd.readouterr() == ("", "")


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_more_right_answers_never_score_less(data):
    right = data.draw(st.permutations(CHOICES.key))
    wrong = data.draw(st.lists(st.sampled_from(["o2", "o4"]), unique=True))
    scores = [grade(CHOICES, [*wrong, *right[:number]]).score for number in range(len(right) + 1)]
    assert scores == sorted(scores)
    answers = dict.fromkeys(MATCH.key, "o4")
    scores = [grade(MATCH, answers).score]
    for prompt in data.draw(st.permutations(list(MATCH.key))):
        answers[prompt] = MATCH.key[prompt]
        scores.append(grade(MATCH, answers).score)
    assert scores == sorted(scores)
    placed = data.draw(st.permutations(ORDER.key))
    kept = [option for option in ORDER.key if data.draw(st.booleans())]
    scores = [grade(ORDER, [option for option in ORDER.key if option in {*kept, *placed[:n]}]).score for n in range(7)]
    assert scores == sorted(scores)


def test_a_built_map_earns_nothing_for_the_list_of_claims():
    claims = {option.id: option.text for option in BUILD.options}
    assert grade(BUILD, {"argmap": 1, "claims": claims}).score == 0
