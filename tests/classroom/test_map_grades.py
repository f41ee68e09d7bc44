"""Grades of maps: alignment, parts, credit, feedback, several references, overrides."""

from __future__ import annotations

import json
from itertools import pairwise, permutations

import pytest
from classroom.some_class import shuffled
from classroom.some_exercises import BRIDGE_MAP
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import maps, structures

from argmap.classroom import grade_map
from argmap.classroom.grading import MistakeKind
from argmap.formats import dumps, loads
from argmap.graph.alignment import align
from argmap.graph.assignment import assign
from argmap.graph.likeness import likeness
from argmap.model import ArgumentMap, Attack, Claim, Inference

CHAIN = loads("""\
argmap: 1
claims:
  close: The bridge should be closed to cars
  quiet: The street would be quieter without through traffic
  pass: Two in three cars only pass through
  counted: A count last spring found it
inferences:
  1: {premises: quiet, conclusion: close}
  2: {premises: pass, conclusion: quiet}
  3: {premises: counted, conclusion: pass}
""")


def changed(argument_map: ArgumentMap, **fields: object) -> ArgumentMap:
    return argument_map.model_copy(update=fields)


def with_step(step_id: str, **fields: object) -> ArgumentMap:
    steps = [step.model_copy(update=fields) if step.id == step_id else step for step in CHAIN.inferences]
    return changed(CHAIN, inferences=tuple(steps))


def test_the_reference_itself_scores_1_and_has_nothing_to_be_said():
    found = grade_map(BRIDGE_MAP, BRIDGE_MAP)
    assert (found.score, found.lines, found.kirschner.average) == (1, (), 1)


def test_the_score_is_the_weighted_mean_of_the_parts():
    student = changed(BRIDGE_MAP, attacks=())
    found = grade_map(student, BRIDGE_MAP)
    scores = {part.name: part.score for part in found.parts}
    assert scores == {"claims": 1, "links": pytest.approx(2 * 2 / (4 + 2)), "grouping": 1}
    assert found.score == pytest.approx(0.2 + 0.6 * 2 / 3 + 0.2)


def test_a_part_of_which_neither_map_has_anything_does_not_count():
    student = changed(CHAIN, inferences=CHAIN.inferences[:2])
    found = grade_map(student, CHAIN)
    assert [part.name for part in found.parts] == ["claims", "links"]
    assert found.score == pytest.approx((0.2 * 1 + 0.6 * 0.8) / 0.8)


def test_one_step_too_high_earns_more_than_a_wrong_place_and_less_than_the_right_one():
    too_high, wrong = with_step("2", conclusion="close"), with_step("2", conclusion="counted")
    scores = [grade_map(student, CHAIN).score for student in (wrong, too_high, CHAIN)]
    assert scores == sorted(set(scores))
    assert grade_map(too_high, CHAIN, nearly=0).score == grade_map(wrong, CHAIN, nearly=0).score


def test_one_step_too_high_is_called_nearly_right_in_the_words_of_the_claims():
    found = grade_map(with_step("3", conclusion="quiet"), CHAIN)
    assert found.mistakes[0].kind is MistakeKind.TOO_HIGH
    assert found.lines[-1] == (
        '"A count last spring found it" is given as a reason for '
        '"The street would be quieter without through traffic"; right direction, '
        'but one step too high: it is a reason for "Two in three cars only pass through"'
    )


TO_THE_CLAIM = Attack(id="still", premises=("buses",), target="shops")
TO_THE_OBJECTION = Attack(id="still", premises=("buses",), target="but")
ELSEWHERE = Attack(id="still", premises=("buses",), target="quiet")


def with_reply(*replies: Attack) -> ArgumentMap:
    return changed(BRIDGE_MAP, attacks=(BRIDGE_MAP.attacks[0], *replies))


@pytest.mark.parametrize(
    ("drawn", "model", "told"),
    [
        (
            TO_THE_CLAIM,
            TO_THE_OBJECTION,
            (
                '"The shops can be reached by bus" is given as an objection to "The shops need customers who come by '
                'car"; nearly right, but it leaves "The shops need customers who come by car" standing, and denies '
                "that this counts as an objection"
            ),
        ),
        (
            TO_THE_OBJECTION,
            TO_THE_CLAIM,
            (
                '"The shops can be reached by bus" is given as a reply to the objection "The shops need customers who '
                'come by car"; nearly right, but it denies "The shops need customers who come by car" itself'
            ),
        ),
    ],
)
def test_a_reply_of_the_other_kind_is_worth_a_half(drawn, model, told):
    reference = with_reply(model)
    found = grade_map(with_reply(drawn), reference)
    links = {part.name: part.score for part in found.parts}["links"]
    assert links == pytest.approx((3 + 1 / 2) / 4)
    assert [(mistake.kind, mistake.line) for mistake in found.mistakes] == [(MistakeKind.OTHER_REPLY, told)]
    wrong = grade_map(with_reply(ELSEWHERE), reference)
    assert wrong.score < found.score < 1
    assert grade_map(with_reply(drawn), reference, nearly=0).score == wrong.score


def test_nobody_gains_by_drawing_a_reply_in_both_ways():
    reference = with_reply(TO_THE_OBJECTION)
    both = with_reply(TO_THE_OBJECTION, TO_THE_CLAIM.model_copy(update={"id": "more"}))
    also_elsewhere = with_reply(TO_THE_OBJECTION, ELSEWHERE.model_copy(update={"id": "more"}))
    assert grade_map(both, reference).score == grade_map(also_elsewhere, reference).score


@pytest.mark.parametrize(
    ("student", "kind", "line"),
    [
        (
            changed(
                CHAIN,
                inferences=CHAIN.inferences[:2],
                attacks=(Attack(id="3", premises=("counted",), target="pass"),),
            ),
            MistakeKind.WRONG_LABEL,
            (
                '"A count last spring found it" is given as an objection to "Two in three cars only pass through"; '
                "it is a reason for it"
            ),
        ),
        (
            with_step("3", conclusion="counted", premises=("pass",)),
            MistakeKind.REVERSED,
            (
                '"Two in three cars only pass through" is given as a reason for "A count last spring found it"; '
                "it is the other way round"
            ),
        ),
        (
            changed(CHAIN, inferences=CHAIN.inferences[:2]),
            MistakeKind.MISSING_LINK,
            (
                '"A count last spring found it" is a reason for "Two in three cars only pass through"; '
                "that link is missing"
            ),
        ),
        (
            changed(CHAIN, claims=CHAIN.claims[:3], inferences=CHAIN.inferences[:2]),
            MistakeKind.MISSING_CLAIM,
            'the claim "A count last spring found it" is missing',
        ),
        (
            changed(CHAIN, claims=(*CHAIN.claims, Claim(id="rain", text="It rained on Tuesday"))),
            MistakeKind.EXTRA_CLAIM,
            'the claim "It rained on Tuesday" is not in the reference',
        ),
        (
            with_step("3", conclusion="close", premises=("counted",)),
            MistakeKind.TOO_HIGH,
            (
                '"A count last spring found it" is given as a reason for "The bridge should be closed to cars"; '
                'right direction, but 2 steps too high: it is a reason for "Two in three cars only pass through"'
            ),
        ),
    ],
)
def test_each_difference_is_told_once_in_the_words_of_the_claims(student, kind, line):
    found = grade_map(student, CHAIN)
    assert [(mistake.kind, mistake.line) for mistake in found.mistakes] == [(kind, line)]


def test_premises_that_are_taken_apart_are_told_and_so_are_those_that_are_taken_together():
    apart = changed(
        BRIDGE_MAP,
        inferences=tuple(Inference(id=name, premises=(name,), conclusion="close") for name in ("pass", "quiet")),
    )
    assert [mistake.kind for mistake in grade_map(apart, BRIDGE_MAP).mistakes] == [MistakeKind.SPLIT]
    assert [mistake.kind for mistake in grade_map(BRIDGE_MAP, apart).mistakes] == [MistakeKind.MERGED]


def test_an_undercut_of_a_step_that_was_split_still_counts():
    student = loads(dumps(BRIDGE_MAP)).model_copy(
        update={
            "inferences": (
                Inference(id="x", premises=("pass",), conclusion="close"),
                Inference(id="y", premises=("quiet",), conclusion="close"),
            ),
            "attacks": (Attack(id="z", premises=("buses",), target="x"),),
        }
    )
    reference = changed(BRIDGE_MAP, attacks=(Attack(id="but", premises=("buses",), target="because"),))
    found = grade_map(student, reference)
    assert found.links.shared == 3


def test_a_reply_that_is_turned_round_is_told_by_the_objection_that_it_answers():
    attacks = (
        Attack(id="but", premises=("buses",), target="close"),
        Attack(id="yet", premises=("quiet",), target="but"),
    )
    reference = changed(BRIDGE_MAP, inferences=(), attacks=attacks)
    turned = Inference(id="yet", premises=("quiet",), conclusion="buses")
    texts = {claim.id: f'"{claim.text}"' for claim in BRIDGE_MAP.claims}
    (mistake,) = grade_map(changed(reference, inferences=(turned,), attacks=attacks[:1]), reference).mistakes
    assert mistake.line == (
        f"{texts['quiet']} is given as a reason for {texts['buses']}; it is a reply to the objection {texts['buses']}"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Two in three cars only pass through; a street without through traffic is quieter",
            'the claim "Two in three cars only pass through" has no box of its own; it stands in "Two in',
        ),
        (
            "A street without through traffic is quieter; who lives there sleeps badly at night",
            'the claim "Two in three cars only pass through" is missing',
        ),
    ],
)
def test_a_claim_that_shares_a_box_is_told_by_the_box(text, told):
    kept = tuple(claim for claim in BRIDGE_MAP.claims if claim.id not in {"pass", "quiet"})
    step = Inference(id="because", premises=("quiet",), conclusion="close")
    found = grade_map(changed(BRIDGE_MAP, claims=(*kept, Claim(id="quiet", text=text)), inferences=(step,)), BRIDGE_MAP)
    (missing,) = (mistake for mistake in found.mistakes if mistake.kind is MistakeKind.MISSING_CLAIM)
    assert missing.line[: len(told)] == told


def test_claims_with_other_ids_are_matched_by_text():
    names = {"close": "c1", "quiet": "c2", "pass": "c3", "counted": "c4"}
    texts = {"close": "The bridge must be closed to cars!", "pass": "two in three cars pass through only"}
    student = ArgumentMap(
        claims=tuple(Claim(id=names[c.id], text=texts.get(c.id, c.text)) for c in CHAIN.claims),
        inferences=tuple(
            Inference(id=f"s{s.id}", premises=tuple(names[p] for p in s.premises), conclusion=names[s.conclusion])
            for s in CHAIN.inferences
        ),
    )
    found = grade_map(student, CHAIN)
    assert found.score == 1
    assert found.alignment.claims == {"c1": "close", "c2": "quiet", "c3": "pass", "c4": "counted"}


def test_ids_that_only_happen_to_be_the_same_do_not_match_claims():
    numbers = dict(zip(("close", "quiet", "pass", "counted"), ("1", "2", "3", "4"), strict=True))
    turned = dict(zip(numbers, ("2", "3", "4", "1"), strict=True))
    one, other = (
        ArgumentMap(claims=tuple(Claim(id=ids[claim.id], text=claim.text) for claim in CHAIN.claims))
        for ids in (numbers, turned)
    )
    assert align(one, other).claims == {"1": "2", "2": "3", "3": "4", "4": "1"}


def test_the_best_assignment_is_taken_where_the_most_alike_pair_would_spoil_another():
    assert likeness("The shops need cars", "The shops need cars and buses") > 0.6
    one = ArgumentMap(claims=(Claim(id="a", text="The shops need cars"), Claim(id="b", text="The shops need")))
    other = ArgumentMap(
        claims=(Claim(id="x", text="The shops need"), Claim(id="y", text="The shops need cars and buses"))
    )
    assert align(one, other).claims == {"a": "y", "b": "x"}


def test_claims_with_other_numbers_do_not_say_the_same():
    assert likeness("The bridge cost 12 million", "The bridge cost 21 million") == 0


def test_a_claim_and_its_denial_do_not_say_the_same():
    denied = [claim.model_copy(update={"id": f"x-{claim.id}"}) for claim in CHAIN.claims]
    denied[0] = denied[0].model_copy(update={"text": "The bridge should not be closed to cars"})
    found = grade_map(ArgumentMap(claims=tuple(denied)), CHAIN)
    assert found.claims.shared == 3
    assert found.mistakes[0].line == 'the claim "The bridge should be closed to cars" is missing'


@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_an_assignment_is_worth_as_much_as_brute_force_finds(table):
    found = assign(table)
    assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found)
    best = max(
        sum(row[column] for row, column in zip(table, chosen, strict=False))
        for chosen in permutations(range(4), len(table))
    )
    assert sum(table[row][column] for row, column in found) == best


def test_of_several_references_the_best_counts():
    other = with_step("3", conclusion="close")
    found = grade_map(other, [CHAIN, other])
    assert (found.score, found.reference) == (1, 1)


def test_a_teacher_overrides_parts_and_the_whole():
    student = changed(CHAIN, inferences=())
    assert grade_map(student, CHAIN, overrides={"links": 1}).score == 1
    assert grade_map(student, CHAIN, overrides={"score": 0.7}).score == 0.7
    assert grade_map(None, CHAIN, overrides={"score": 0.7}).score == 0.7


@pytest.mark.parametrize(
    "options",
    [
        {"weights": (1, 1)},
        {"weights": (0, 0, 0)},
        {"weights": (-1, 1, 1)},
        {"nearly": 2},
        {"overrides": {"style": 1}},
        {"overrides": {"links": 7}},
    ],
)
def test_marking_that_makes_no_sense_is_refused(options):
    with pytest.raises(ValueError, match="found"):
        grade_map(CHAIN, CHAIN, **options)


def test_to_grade_against_nothing_or_against_a_giant_is_refused():
    with pytest.raises(ValueError, match="no reference"):
        grade_map(CHAIN, [])
    giant = ArgumentMap(claims=tuple(Claim(id=f"c{number}", text="t") for number in range(1001)))
    with pytest.raises(ValueError, match="too large"):
        grade_map(CHAIN, giant)


def test_a_map_is_graded_as_an_object_and_as_text_too():
    for student in (dumps(CHAIN), dumps(CHAIN, format="json"), json.loads(dumps(CHAIN, format="json"))):
        assert grade_map(student, CHAIN).score == 1


def test_what_can_be_read_of_a_broken_map_is_graded_and_the_rest_is_told():
    broken = json.loads(dumps(CHAIN, format="json"))
    broken["inferences"]["3"] = {"premises": [], "conclusion": "pass"}
    found = grade_map(broken, CHAIN)
    assert found.links.shared == 2
    assert found.lines[0].startswith("1 part of the map could not be read: ")


def test_a_repeated_id_and_an_id_of_nothing_are_no_trouble():
    student = changed(
        CHAIN,
        claims=(*CHAIN.claims, CHAIN.claims[0]),
        inferences=(*CHAIN.inferences, Inference(id="9", premises=("nowhere",), conclusion="close")),
    )
    found = grade_map(student, CHAIN)
    assert found.mistakes[0].line.startswith("[nowhere] is given as a reason for")
    assert found.claims.f1 == 1


any_map = maps | structures


@given(any_map)
@settings(max_examples=50, deadline=None)
def test_every_map_with_claims_or_steps_scores_1_against_itself(argument_map):
    assume(argument_map.claims or argument_map.inferences or argument_map.attacks)
    found = grade_map(argument_map, argument_map)
    assert (found.score, found.mistakes) == (1, ())


def test_the_box_of_a_claim_that_has_none_does_not_depend_on_the_order_of_the_file():
    twice = (Claim(id="q", text="The bridge is narrow"), Claim(id="q", text="Shops need deliveries every morning"))
    held = "Shops need deliveries every morning and the bridge is steep"
    tails = ("so that nobody behind it gets anything before noon", "which the council has known since the last flood")
    boxes = tuple(Claim(id=claim_id, text=f"{held}, {tail}") for claim_id, tail in zip("ab", tails, strict=True))
    found = {
        grade_map(ArgumentMap(claims=own), ArgumentMap(claims=claims)).mistakes
        for own in permutations(boxes)
        for claims in permutations(twice)
    }
    (mistakes,) = found
    assert ["has no box of its own" in mistake.line for mistake in mistakes].count(True) == 1


@given(any_map, any_map, st.integers())
@settings(max_examples=40, deadline=None)
def test_a_score_is_from_0_to_1_and_does_not_depend_on_the_order_of_the_file(student, reference, seed):
    found = grade_map(student, reference)
    assert 0 <= found.score <= 1
    assert all(0 <= part.score <= 1 for part in found.parts)
    assert found == grade_map(shuffled(student, seed), shuffled(reference, seed))


def without_dangling_undercuts(reference, steps):
    """Leave out attacks on steps that are not there (yet): those are not right."""
    step_ids = {step.id for step in (*reference.inferences, *reference.attacks)} - {c.id for c in reference.claims}
    while True:
        kept = [s for s in steps if isinstance(s, Inference) or s.target not in step_ids - {step.id for step in steps}]
        if len(kept) == len(steps):
            return kept
        steps = kept


@given(structures, st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_a_map_with_more_of_the_right_steps_never_scores_less(reference, random):
    steps = [*reference.inferences, *reference.attacks]
    assume(len({step.id for step in steps}) == len(steps))
    random.shuffle(steps)
    scores = []
    for number in range(len(steps) + 1):
        kept = without_dangling_undercuts(reference, steps[:number])
        student = changed(
            reference,
            inferences=tuple(step for step in kept if isinstance(step, Inference)),
            attacks=tuple(step for step in kept if isinstance(step, Attack)),
        )
        scores.append(grade_map(student, reference).score)
    assert all(one <= other + 1e-12 for one, other in pairwise(scores))
