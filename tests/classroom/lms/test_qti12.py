"""QTI 1.2 for Canvas: what its importer looks at, by a strict reading of the package."""

from __future__ import annotations

import re

import pytest
from classroom.lms.reading import (
    BRIDGE_TOLD,
    NASTY,
    chain,
    choices,
    flat,
    html_alternatives,
    html_text,
    match,
    nasty_set,
    one,
    parse,
    shown,
    subsets,
    unpack,
)
from classroom.some_exercises import CHOICE, MATCH, SOME_SET, WRITE

from argmap.classroom import ExerciseSet, export_exercises, to_qti12


def items(exercises: ExerciseSet) -> dict[str, object]:
    root = parse(unpack(to_qti12(exercises))["argmap/argmap.xml"])
    return {item.get("ident"): item for item in root.iter("item")}


def the_item(exercise):
    (item,) = items(one(exercise)).values()
    return item


def metadata(item) -> dict[str, str]:
    return {f.findtext("fieldlabel"): f.findtext("fieldentry") for f in item.iter("qtimetadatafield")}


def score(item, response: dict[str, set[str]]) -> float:
    """What the rules of the item make of a response: the chosen labels by response."""

    def holds(condition) -> bool:
        match condition.tag:
            case "varequal":
                return condition.text in response.get(condition.get("respident"), set())
            case "not":
                return not holds(condition[0])
            case "and" | "conditionvar":
                return all(map(holds, condition))
            case "other":
                return True
        raise AssertionError(condition.tag)

    total = 0.0
    for rule in item.iter("respcondition"):
        if (value := rule.find("setvar")) is not None and holds(rule.find("conditionvar")):
            total = float(value.text) if value.get("action") == "Set" else total + float(value.text)
    return total


def test_the_manifest_names_every_file_of_the_package():
    files = unpack(to_qti12(SOME_SET))
    named = {file.get("href") for file in parse(files["imsmanifest.xml"]).iter("file")}
    assert (
        named | {"imsmanifest.xml"}
        == set(files)
        == {
            *("imsmanifest.xml", "argmap/argmap.xml", "figures/fill-1.svg"),
        }
    )


def test_each_interaction_has_a_type_of_question():
    found = {ident: metadata(item)["question_type"] for ident, item in items(SOME_SET).items()}
    assert found == {
        "bridge-1": "multiple_choice_question",
        "gap-1": "multiple_answers_question",
        "fill-1": "matching_question",
        "write-1": "essay_question",
    }


def test_the_parts_of_an_item_have_the_order_of_the_schema():
    order = ["itemmetadata", "presentation", "resprocessing", "itemfeedback"]
    for item in items(SOME_SET).values():
        assert list(dict.fromkeys(part.tag for part in item)) == order[: 3 + (item.find("itemfeedback") is not None)]


def test_only_the_key_of_a_choice_sets_a_score_because_any_score_counts_as_right():
    item = the_item(CHOICE)
    assert [score(item, {"response1": {option}}) for option in ("2001", "2002", "2003")] == [100, 0, 0]
    assert [left.reason for left in export_exercises(one(CHOICE), "qti12").left_out] == [
        "options that earn a part of the points earn none"
    ]


def test_only_all_right_options_and_no_other_score_in_full():
    item = the_item(choices(2, 2))
    full = [
        set(chosen) for chosen in subsets(("2001", "2002", "2003", "2004")) if score(item, {"response1": set(chosen)})
    ]
    assert full == [{"2001", "2002"}]


def test_an_essay_sets_no_score_because_it_would_be_a_short_answer():
    assert list(the_item(WRITE).iter("setvar")) == []


@pytest.mark.parametrize("exercise", [match(), MATCH, chain(3)], ids=["match", "groups", "order"])
def test_the_lines_of_a_match_add_up_to_the_full_score(exercise):
    item = the_item(exercise)
    right = {rule.get("respident"): {rule.text} for rule in item.iter("varequal")}
    assert score(item, right) == pytest.approx(100, abs=0.02)
    first, *_ = right
    assert score(item, right | {first: set()}) == pytest.approx(100 * (1 - 1 / len(right)), abs=0.02)
    idents = [*right, *(label.get("ident") for label in item.iter("response_label"))]
    assert [ident for ident in idents if not re.fullmatch(r"(response_)?\d+", ident)] == []


def test_an_order_that_alone_is_right_is_matched_with_positions():
    item = the_item(chain(3))
    labels = {label.get("ident"): label.findtext("material/mattext") for label in item.iter("response_label")}
    lefts = {row.get("ident"): html_text(row.findtext("material/mattext")) for row in item.iter("response_lid")}
    found = {lefts[rule.get("respident")]: labels[rule.text] for rule in item.iter("varequal")}
    assert found == {"step 3": "3", "step 2": "2", "step 1": "1"}


def test_a_figure_is_a_file_that_the_question_shows():
    stem = the_item(MATCH).findtext("presentation/material/mattext")
    assert 'src="%24IMS-CC-FILEBASE%24/figures/fill-1.svg"' in stem
    assert html_alternatives(stem) == [BRIDGE_TOLD]
    assert parse(unpack(to_qti12(one(MATCH)))["figures/fill-1.svg"]).tag == "svg"


def test_feedback_is_linked_to_what_it_is_on():
    item = the_item(CHOICE)
    said = {
        feedback.get("ident"): html_text(feedback.findtext("flow_mat/material/mattext"))
        for feedback in item.iter("itemfeedback")
    }
    linked = {
        rule.find("displayfeedback").get("linkrefid"): rule.findtext("conditionvar/varequal")
        for rule in item.iter("respcondition")
        if rule.find("displayfeedback") is not None
    }
    assert said == {
        "general_fb": CHOICE.feedback,
        "2001_fb": "It names both.",
        "2002_fb": "It only repeats the conclusion.",
        "2003_fb": "That is the converse.",
    }
    assert linked == {"general_fb": None, "2001_fb": "2001", "2002_fb": "2002", "2003_fb": "2003"}


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_is_text_in_every_field(text):
    found = items(nasty_set(text))
    assert list(found) == ["choice", "choices", "match", "order", "write"]
    expected = [shown(text), shown(f"other {text}"), shown(f"{text} third")]
    for name in ("choices", "match", "order", "write"):
        texts = [html_text(part.text) for part in found[name].iter("mattext") if part.get("texttype") == "text/html"]
        assert texts[0] == shown(text)
    labels = found["choices"].iter("response_label")
    assert [html_text(label.findtext("material/mattext")) for label in labels] == expected
    said = found["choices"].iterfind("itemfeedback//mattext")
    assert {html_text(part.text) for part in said} == {shown(text)}
    rights = [part.text for part in found["match"].iter("mattext") if part.get("texttype") == "text/plain"]
    assert rights == [flat(text), flat(f"other {text}"), flat(f"{text} third")] * 2
