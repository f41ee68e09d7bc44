"""Each type of exercise on a small map: what is asked, what is right, what earns a part, what is left out and why."""

from __future__ import annotations

import pytest

import argmap as am
from argmap.classroom import Dropped, Exercise, ExerciseSet
from argmap.classroom.exercises.falls import find_fallen
from argmap.model import Inference

MAP = """\
argmap: 1
title: The bridge
article: letter
sources:
  letter: {title: A letter to the editor}
  count: {title: Traffic count of May}
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy, at: 3}
  pass: {text: Two in three cars only pass through the quarter, at: '1 "two in three cars"'}
  counted: {text: A camera counted number plates at both ends in May, cites: count, at: '1 "a camera counted"'}
  quiet: {text: Streets without through traffic are quieter, kind: causal, implicit: true}
  sleep: {text: Residents cannot sleep for the noise of engines, at: '2 "nobody can sleep"'}
  doctor: {text: The district nurse hears complaints of insomnia every week, at: '2 "every week the nurse"'}
  shops: {text: Shops on the square need customers who drive, at: '3 "the shops need"'}
  buses: {text: Four bus lines stop in front of every shop, at: '3 "four bus lines"'}
  toll: {text: A toll would bring the town half a million, at: 3}
  rail: {text: Freight belongs on the railway, kind: value, implicit: true}
  lorries: {text: Heavy lorries crack the old vaults, kind: causal}
  repair: {text: Engineers found cracks in three vaults, cites: count}
  diary: {text: In her diary a tenant notes nine broken nights, at: 2}
  smog: {text: Exhaust fumes gather under its low arches, at: 2}
inferences:
  through: {premises: [pass, quiet], conclusion: close, scheme: practical-reasoning}
  tally: {premises: counted, conclusion: pass, scheme: sign}
  rest: {premises: sleep, conclusion: close}
  nurse: {premises: doctor, conclusion: sleep, scheme: expert-opinion}
  air: {premises: smog, conclusion: close}
  notes: {premises: diary, conclusion: sleep}
  load: {premises: [lorries, rail], conclusion: close}
  cracks: {premises: repair, conclusion: lorries}
attacks:
  but: {premises: shops, target: close}
  still: {premises: buses, target: but}
  unsure: {premises: toll, target: tally}
"""
TEXT = (
    "The mayor opened the fair on Sunday with a short speech. Since two in three cars only pass through, as a camera "
    "counted, the rest is simple.\n\nAt night nobody can sleep, for every week the nurse hears of it. It has been so "
    "since 1990, and so far nothing was done.\n\nBut the shops need their drivers. Nevertheless, four bus lines stop "
    "there, as well as a tram."
)


@pytest.fixture(scope="module")
def bridge_set() -> ExerciseSet:
    return am.exercises(am.loads(MAP), text=TEXT)


def find(made: ExerciseSet, name: str) -> list[Exercise]:
    return [exercise for exercise in made if exercise.type == name]


def right_elements(exercise: Exercise) -> set[str | None]:
    keys = {exercise.key} if isinstance(exercise.key, str) else set(exercise.key)
    return {option.element for option in exercise.options if option.id in keys}


# --- one by one ---


def test_bridge_takes_out_the_premise_that_connects_and_gives_a_quarter_for_the_converse(bridge_set) -> None:
    exercise = next(item for item in find(bridge_set, "bridge") if item.id == "bridge-through")
    assert "Streets without through traffic" not in exercise.stem
    assert right_elements(exercise) == {"quiet"}
    converse = next(option for option in exercise.options if option.text.startswith("If “The bridge should be closed"))
    assert exercise.credits == {converse.id: 0.25}


def test_bridge_of_a_step_from_one_premise_is_the_conditional_and_not_its_converse(bridge_set) -> None:
    exercise = next(item for item in find(bridge_set, "bridge") if item.id == "bridge-rest")
    texts = {option.id: option.text for option in exercise.options}
    sleep, close = "“Residents cannot sleep for the noise of engines”", "“The bridge should be closed to cars”"
    assert texts[exercise.key] == f"If {sleep}, then {close}"
    assert {texts[option]: credit for option, credit in exercise.credits.items()} == {f"If {close}, then {sleep}": 0.25}


def test_write_asks_for_the_unsaid_premise_and_hints_at_the_words_that_it_shares(bridge_set) -> None:
    exercise = next(item for item in find(bridge_set, "write") if item.id == "write-through")
    assert exercise.key == "Streets without through traffic are quieter"
    assert exercise.terms == ()
    assert exercise.key not in exercise.stem


def test_the_words_to_look_for_are_written_as_the_answer_writes_them() -> None:
    british = MAP.replace("through the quarter", "through Britain").replace(
        "Streets without", "Britain's streets without"
    )
    exercise = next(item for item in am.exercises(am.loads(british), types="write") if item.id == "write-through")
    assert exercise.terms == ("Britain",)


def test_gap_is_what_has_neither_a_reason_nor_a_source(bridge_set) -> None:
    bare = {"doctor", "shops", "buses", "toll", "diary", "smog"}
    exercises = [item for item in find(bridge_set, "gap") if len(item.key) == 2]
    assert exercises
    for exercise in exercises:
        assert right_elements(exercise) <= bare
        assert not bare & {option.element for option in exercise.options if option.id not in exercise.key}


def test_a_gap_that_a_waiver_accepts_is_no_gap_to_spot() -> None:
    waivers = (
        "waivers: [{rule: SRC001, element: toll, reason: known}, {rule: SRC001, element: doctor, reason: known}]\n"
    )
    made = am.exercises(am.loads(MAP + waivers), types="gap")
    assert not {"toll", "doctor"} & {claim_id for item in made for claim_id in item.provenance.elements}


def test_linked_pairs_are_those_of_one_reason_and_separate_ones_those_of_two(bridge_set) -> None:
    (exercise,) = find(bridge_set, "linked")
    together = {prompt.text for prompt in exercise.prompts if exercise.key[prompt.id] == "o1"}
    assert len(together) == 2
    assert all("quieter" in text or "railway" in text for text in together)
    assert len(exercise.prompts) >= 4


def test_error_is_one_changed_step_and_the_rest_of_the_figure_is_as_in_the_map(bridge_set) -> None:
    original = {step.id: step for step in (*am.loads(MAP).inferences, *am.loads(MAP).attacks)}
    for exercise in find(bridge_set, "error"):
        drawn = (*exercise.figure.inferences, *exercise.figure.attacks)
        changed = {step.id for step in drawn if step.id not in original or not _is_same(step, original[step.id])}
        assert len({name.rstrip("-12") for name in changed}) == 1
        assert right_elements(exercise) == {name.rstrip("-12") for name in changed}


def test_fill_names_its_places_in_the_figure_and_offers_more_claims_than_places(bridge_set) -> None:
    for exercise in find(bridge_set, "fill"):
        shown = {claim.text for claim in exercise.figure.claims}
        assert {prompt.text for prompt in exercise.prompts} <= shown
        assert not shown & {option.text for option in exercise.options}
        assert exercise.is_once


def test_attach_gives_each_reason_the_claim_that_it_supports(bridge_set) -> None:
    (exercise,) = find(bridge_set, "attach")
    elements = {option.id: option.element for option in exercise.options}
    pairs = {prompt.element: elements[exercise.key[prompt.id]] for prompt in exercise.prompts}
    assert pairs.items() <= {"counted": "pass", "doctor": "sleep", "repair": "lorries", "diary": "sleep"}.items()
    assert len(pairs) == 3


def test_role_gives_half_for_a_sub_conclusion_taken_for_a_reason(bridge_set) -> None:
    for exercise in find(bridge_set, "role"):
        roles = {prompt.element: exercise.key[prompt.id] for prompt in exercise.prompts}
        known = {"close": "o1", "pass": "o2", "sleep": "o2", "lorries": "o2", "counted": "o3", "doctor": "o3"}
        known |= {"diary": "o3", "smog": "o3", "repair": "o3", "shops": "o4", "buses": "o5", "toll": "o4"}
        assert roles.items() <= known.items()
        for prompt in exercise.prompts:
            other = {"o2": "o3", "o3": "o2"}.get(exercise.key[prompt.id])
            assert exercise.credits.get(prompt.id, {}) == ({other: 0.5} if other else {})


def test_attack_tells_conclusion_step_and_reply_apart(bridge_set) -> None:
    keys = {exercise.id: exercise.key for exercise in find(bridge_set, "attack")}
    assert keys == {"attack-but": "o1", "attack-unsure": "o3", "attack-still": "o3"}


def test_attack_on_a_claim_that_is_only_a_premise_hits_the_reason() -> None:
    attacks = "attacks: {wrong: {premises: toll, target: counted}}\n"
    made = am.exercises(am.loads(MAP.partition("attacks:")[0] + attacks), types="attack")
    assert [exercise.key for exercise in made] == ["o2"]


def test_falls_shows_all_that_the_answer_hangs_on(bridge_set) -> None:
    for exercise in find(bridge_set, "falls"):
        gone = exercise.provenance.elements[0]
        assert right_elements(exercise) == find_fallen(exercise.figure.inferences, [gone])


@pytest.mark.parametrize(
    ("removed", "fallen"), [(["P1"], set()), (["P3"], set()), (["P4"], {"C"}), (["P1", "P3"], {"C1", "C"})]
)
def test_what_falls_is_what_the_catalogue_of_exercises_says(removed: list[str], fallen: set[str]) -> None:
    steps = [
        Inference(id="r1", premises=("P1", "P2"), conclusion="C1"),
        Inference(id="r2", premises=("P3",), conclusion="C1"),
        Inference(id="r3", premises=("C1", "P4"), conclusion="C"),
    ]
    assert find_fallen(steps, removed) == fallen


def test_nothing_falls_twice_and_a_circle_holds_nothing_up() -> None:
    steps = [
        Inference(id="i", premises=("a",), conclusion="b"),
        Inference(id="j", premises=("b",), conclusion="a"),
        Inference(id="k", premises=("c",), conclusion="b"),
    ]
    assert find_fallen(steps, ["c"]) == {"a", "b"}


def test_conclusion_gives_half_for_a_sub_conclusion(bridge_set) -> None:
    exercise = next(item for item in find(bridge_set, "conclusion") if item.id == "conclusion-close")
    assert right_elements(exercise) == {"close"}
    half = {option.element for option in exercise.options if option.id in exercise.credits}
    assert half
    assert half <= {"pass", "sleep", "lorries"}
    assert set(exercise.credits.values()) == {0.5}


def test_a_main_claim_that_serves_another_is_not_called_the_end_of_the_argument() -> None:
    made = am.exercises(am.loads(MAP.replace("main: close", "main: [close, lorries]")), types="conclusion")
    said = {exercise.id: exercise.feedback for exercise in made}
    assert said["conclusion-close"].endswith("the argument comes to rest in it.")
    assert said["conclusion-lorries"].endswith("it is one of the claims that the article argues for.")


def test_order_needs_every_claim_after_its_reasons_and_lets_several_starts_be() -> None:
    made = am.exercises(
        am.loads(
            "{argmap: 1, claims: {C: Winter is near, C1: Leaves are falling fast, P1: The maple is bare today, "
            "P2: An oak lost its crown, P3: Gardeners rake every morning, P4: Swallows left for Africa}, inferences: "
            "{i: {premises: [P1, P2, P3], conclusion: C1}, j: {premises: [C1, P4], conclusion: C}}}"
        ),
        types="order",
    )
    (exercise,) = made.exercises
    ids = {option.element: option.id for option in exercise.options}
    scores = {
        "P1 P2 P3 C1 P4 C": 1,
        "P4 P3 P2 P1 C1 C": 1,
        "P1 P2 C1 P3 P4 C": 0.6667,
        "C C1 P1 P2 P3 P4": 0.3333,
        "P1 P2 P3 C1 C": 0.8333,
    }
    for order, score in scores.items():
        response = [ids[claim_id] for claim_id in order.split()]
        assert round(am.grade(exercise, response).score, 4) == score


def test_indicators_are_words_before_claims_and_not_words_of_time_and_number(bridge_set) -> None:
    chosen, left = set(), set()
    for exercise in find(bridge_set, "indicators"):
        for option in exercise.options:
            word = option.text.partition("[")[2].partition("]")[0]
            (chosen if option.id in exercise.key else left).add(word)
    assert chosen == {"Since", "for", "But", "Nevertheless"}
    assert left <= {"since", "so", "as"}
    assert len(left) >= 2


def test_question_is_one_of_the_scheme_and_the_others_are_of_other_schemes_of_the_map(bridge_set) -> None:
    for exercise in find(bridge_set, "question"):
        step = next(step for step in am.loads(MAP).inferences if step.id == exercise.provenance.elements[0])
        own = {question.text for question in am.find_scheme(step.scheme).questions}
        texts = {option.id: option.text for option in exercise.options}
        assert texts[exercise.key] in own
        assert not own & {text for option, text in texts.items() if option != exercise.key}


def test_build_has_the_reference_in_the_ids_of_its_options_and_a_sentence_that_does_not_belong(bridge_set) -> None:
    exercise = next(item for item in find(bridge_set, "build") if item.id == "build-close")
    texts = {option.id: option.text for option in exercise.options}
    (reference,) = exercise.key
    assert {claim.id: claim.text for claim in reference.claims}.items() <= texts.items()
    foreign = texts.keys() - {claim.id for claim in reference.claims}
    assert {texts[name] for name in foreign} <= {
        "The mayor opened the fair on Sunday with a short speech.",
        "It has been so since 1990, and so far nothing was done.",
    }
    assert foreign
    assert not am.check(reference, select=["STR001", "STR002"])


def test_a_sentence_that_says_one_of_the_claims_in_other_words_is_not_among_those_that_do_not_belong() -> None:
    said = TEXT + "\n\nIn her diary, a tenant noted the nine nights that were broken."
    made = am.exercises(am.loads(MAP), types="build", text=said)
    foreign = {option.text for exercise in made for option in exercise.options if option.element is None}
    assert foreign
    assert not any("diary" in text for text in foreign)


# --- what is left out ---


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("attack", "the map has no attack"),
        ("order", "no claim has a reason that has a reason of its own"),
        ("question", "fewer than two steps of the map name schemes that differ"),
        ("write", "no step of the map has a premise that the article leaves unsaid"),
        ("linked", "fewer than four pairs of premises that are clearly linked or separate"),
        ("role", "fewer than three roles that are clear occur in the map"),
        ("indicators", "there is no list of indicator words for the language of the map"),
    ],
)
def test_a_type_that_the_map_has_nothing_for_is_told(name: str, reason: str) -> None:
    small = am.loads("{argmap: 1, language: de, claims: {a: Es regnet, b: Es ist nass}, inferences: {i: {premises: a, "
                     "conclusion: b}}}")  # fmt: skip
    made = am.exercises(small, types=name, text="Es regnet.")
    assert [str(item.reason) for item in made.dropped] == [reason]
    assert made.exercises == ()


def test_claims_that_say_nearly_the_same_are_never_asked_for_side_by_side() -> None:
    twice = MAP.replace(
        "Four bus lines stop in front of every shop", "Shops on the square need customers who can drive"
    )
    made = am.exercises(am.loads(twice), types="attack")
    assert [item for item in made.dropped if item.elements == ("still",)] == [
        Dropped(made.dropped[0].type, ("still",), "the reply says nearly the same as what it is on")
    ]


def test_elements_that_a_broken_file_has_twice_are_in_no_exercise() -> None:
    broken = am.loads(MAP)
    broken = broken.model_copy(update={"claims": (*broken.claims, broken.claims[1])})
    assert not [item for item in am.exercises(broken, text=TEXT) if "pass" in item.provenance.elements]


def _is_same(step: object, original: object) -> bool:
    fields = ("premises", "conclusion", "target")
    return all(getattr(step, field, None) == getattr(original, field, None) for field in fields)
