"""QTI 2.1 and 3.0: packages that hold together, items that score as the exercises do, and texts that are only texts."""

from __future__ import annotations

import itertools
import re

import pytest
import xmlschema
from classroom.lms.reading import (
    BRIDGE_TOLD,
    NASTY,
    chain,
    choices,
    match,
    nasty_set,
    one,
    parse,
    shown,
    subsets,
    unpack,
)
from classroom.some_exercises import BUILD, CHOICE, CHOICES, MATCH, ORDER, SOME_SET, WRITE
from npm import SCORM_PACKAGER

from argmap.classroom import ExerciseSet, Option, export_exercises, grade, to_qti3, to_qti12, to_qti21
from argmap.classroom.lms.orders import find_ordered
from argmap.classroom.lms.places import times_right


def the_item(exercise, export=to_qti21):
    """Return the item of an exercise, as QTI 2.1 has it."""
    (path,) = (name for name in unpack(export(one(exercise))) if re.fullmatch(r"items/[^/]*\.xml", name))
    return parse(unpack(export(one(exercise)))[path])


def mapped(item, response: set[str]) -> float:
    """What the mapping of an item makes of a response, as a part of the full score."""
    mapping = item.find("responseDeclaration/mapping")
    values = {entry.get("mapKey"): float(entry.get("mappedValue")) for entry in mapping}
    total = sum(values.get(part, float(mapping.get("defaultValue"))) for part in response)
    return min(max(total, float(mapping.get("lowerBound"))), float(mapping.get("upperBound"))) / full_score(item)


def full_score(item) -> float:
    declared = {outcome.get("identifier"): outcome for outcome in item.iter("outcomeDeclaration")}
    return float(declared["MAXSCORE"].findtext("defaultValue/value"))


@pytest.mark.parametrize(("export", "version"), [(to_qti21, "v2p1"), (to_qti3, "v3p0")])
def test_the_manifest_names_every_file_and_every_dependency_is_there(export, version):
    files = unpack(export(SOME_SET))
    manifest = parse(files["imsmanifest.xml"])
    resources = {resource.get("identifier"): resource for resource in manifest.iter("resource")}
    assert {file.get("href") for file in manifest.iter("file")} | {"imsmanifest.xml"} == set(files)
    assert {part.get("identifierref") for part in manifest.iter("dependency")} == set(resources) - {"test"}
    assert {resource.get("type") for resource in resources.values()} == {
        *(f"imsqti_item_xml{version}", f"imsqti_test_xml{version}", "webcontent"),
    }


def test_the_manifests_are_valid_by_the_schema_of_content_packaging(request, tmp_path):
    schemas = SCORM_PACKAGER.fetch(request.config).texts("lib/schemas/definitionFiles/scorm20044thedition/")
    for name, text in schemas.items():
        (tmp_path / name.rpartition("/")[2]).write_text(text, encoding="utf-8")
    schema = xmlschema.XMLSchema(str(tmp_path / "imscp_v1p1.xsd"), allow="local")
    for export in (to_qti12, to_qti21, to_qti3):
        manifest = unpack(export(SOME_SET))["imsmanifest.xml"]
        # The three have namespaces of their own; the elements in them are those of version 1.1.
        schema.validate(re.sub('xmlns="[^"]*"', f'xmlns="{schema.target_namespace}"', manifest))


def test_each_exercise_but_one_to_build_is_an_item_of_the_test_with_its_points():
    exercises = ExerciseSet("A set", "en", (CHOICES, MATCH.model_copy(update={"points": 6}), BUILD, WRITE))
    files = unpack(to_qti21(exercises))
    references = list(parse(files["test.xml"]).iter("assessmentItemRef"))
    points = [
        float(reference.find("weight").get("value")) * full_score(parse(files[reference.get("href")]))
        for reference in references
    ]
    assert [reference.get("identifier") for reference in references] == ["gap-1", "fill-1", "write-1"]
    assert points == [1, 6, 1]
    assert [left.exercise_id for left in export_exercises(exercises, "qti21").left_out] == ["build-1"]


def test_the_parts_of_an_item_have_the_order_of_the_schema():
    order = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]
    for exercise in (CHOICE, CHOICES, MATCH, ORDER, WRITE):
        parts = list(dict.fromkeys(part.tag for part in the_item(exercise)))
        assert parts == [part for part in order if part in parts]


def test_identifiers_are_such_as_xml_can_have_whatever_the_ids_are():
    exercise = match(
        id="1/ü?",
        options=tuple(Option(id=name, text=name) for name in ("1", "é:1", "<", "o1")),
        key={"s1": "1", "s2": "<", "s3": "o1"},
    )
    same = exercise.model_copy(update={"id": "1/ö?"})
    part = exercise.model_copy(update={"id": "part"})
    files = unpack(to_qti3(ExerciseSet("A set", "en", (exercise, same, part))))
    # The test, its part and its section may not be called like an item.
    assert [name for name in files if "/" in name] == ["items/x1-.xml", "items/x1--2.xml", "items/part-2.xml"]
    found = re.findall(r' identifier="([^"]*)"', "".join(files.values()))
    assert [name for name in found if not re.fullmatch(r"[A-Za-z][\w.-]*", name)] == []


@pytest.mark.parametrize("right", [1, 2, 3, 11])
def test_every_choice_of_options_scores_just_what_net_correct_says(right):
    item = the_item(choices(right, 2))
    for chosen in subsets(range(1, right + 3)):
        good = sum(place <= right for place in chosen)
        assert mapped(item, {f"o{place}" for place in chosen}) == max(0, (good - (len(chosen) - good)) / right)


def test_a_choice_scores_its_credits():
    assert [mapped(the_item(CHOICE), {option}) for option in ("o1", "o2", "o3")] == [1, 0, 0.25]


@pytest.mark.parametrize(
    ("response", "score"),
    [
        ({"p1 o1", "p2 o2", "p3 o3"}, 1),
        ({"p1 o2", "p2 o1", "p3 o3"}, 1),
        ({"p1 o2", "p2 o1"}, 2 / 3),
        ({"p1 o3", "p2 o2", "p3 o4"}, 1.5 / 3),
        ({"p1 o3", "p2 o4"}, 0),
    ],
)
def test_premises_that_change_places_score_the_same(response, score):
    assert mapped(the_item(MATCH), response) == score


def test_items_score_whatever_is_answered_as_the_exercise_is_graded():
    picked = ["o1", "o2", "o3", "o4"]
    for option in picked[:3]:
        assert mapped(the_item(CHOICE), {option}) == grade(CHOICE, option).score
    item = the_item(CHOICES)
    for chosen in subsets(picked):
        assert mapped(item, set(chosen)) == grade(CHOICES, list(chosen)).score
    item = the_item(MATCH)
    for placed in itertools.permutations([*picked, None, None], 3):
        pairs = {f"p{place} {option}" for place, option in enumerate(placed, 1) if option}
        response = {f"s{place}": option for place, option in enumerate(placed, 1) if option}
        assert mapped(item, pairs) == pytest.approx(grade(MATCH, response).score)


def test_an_option_of_a_group_cannot_score_in_two_of_its_places():
    exercise = match(groups=(("s1", "s2"),))
    assert [times_right(exercise, option.id) for option in exercise.options] == [1, 1, 0, 0]
    choices_of_item = the_item(exercise).iterfind("itemBody/matchInteraction/simpleMatchSet[2]/*")
    assert [choice.get("matchMax") for choice in choices_of_item] == ["1", "1", "0", "0"]


def test_an_order_asks_for_every_pair_that_has_an_order():
    assert len(find_ordered(chain(5))) == 10
    assert full_score(the_item(chain(5))) == 10
    assert find_ordered(ORDER) == tuple(
        (first, second)
        for first, second in (
            *(("o3", "o4"), ("o3", "o1"), ("o5", "o4"), ("o5", "o1"), ("o6", "o4"), ("o6", "o1")),
            *(("o4", "o1"), ("o2", "o1")),
        )
    )


def test_an_order_in_which_nothing_comes_before_anything_is_left_out():
    exported = export_exercises(one(ORDER.model_copy(update={"before": ()})), "qti3")
    assert [(left.reason, left.is_whole) for left in exported.left_out] == [("every order is right", True)]


def test_options_that_do_not_belong_into_an_order_are_not_shown():
    texts = [choice.text for choice in the_item(chain(3, "stray")).iter("simpleChoice")]
    assert texts == ["step 3", "step 2", "step 1"]


def test_a_figure_is_a_file_beside_the_items_with_its_outline_below():
    files = unpack(to_qti3(one(MATCH)))
    body = parse(files["items/fill-1.xml"]).find("qti-item-body")
    assert parse(files["items/" + body.find("p/img").get("src")]).tag == "svg"
    assert body.findtext("pre") == BRIDGE_TOLD
    assert body.find("p/img").get("alt") == "The bridge"


def test_the_scorer_of_a_text_sees_the_model_answer():
    rubric = the_item(WRITE).find("itemBody/rubricBlock")
    assert rubric.get("view") == "scorer"
    assert [text.strip() for text in rubric.itertext() if text.strip()] == [WRITE.key, "street", "quieter"]


def told(root) -> list[tuple[str, dict[str, str], str]]:
    """Return what each element says, without what tells the names of the two versions apart."""
    return [
        (
            element.tag.removeprefix("qti-").replace("-", "").lower(),
            {name.replace("-", "").lower(): value for name, value in element.attrib.items() if name[0] != "{"},
            (element.text or "").strip(),
        )
        for element in root.iter()
        if element.tag != "qti-content-body"
    ]


@pytest.mark.parametrize("exercise", [CHOICE, MATCH, ORDER], ids=lambda exercise: exercise.interaction)
def test_version_3_says_the_same_in_other_names(exercise):
    old, new = the_item(exercise), the_item(exercise, to_qti3)
    assert {element.tag for element in new.iter() if not re.fullmatch("qti-[a-z-]+", element.tag)} <= {
        "p",
        "img",
        "pre",
    }
    assert told(new) == told(old)


def test_version_3_knows_its_own_address_of_a_template_and_what_a_rubric_is_for():
    assert the_item(choices(1, 1), to_qti3).find("qti-response-processing").attrib == {
        "template": "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml"
    }
    assert the_item(WRITE, to_qti3).find(".//qti-rubric-block").attrib == {"view": "scorer", "use": "scoring"}


def text_of(element) -> str:
    """The text of an element, with a blank line between its paragraphs."""
    lines = [element] if len(element.findall("p")) == 0 else element.findall("p")
    return "\n\n".join(
        "".join([line.text or "", *("\n" + (part.tail or "") for part in line.iterfind("br"))]) for line in lines
    )


_NAMES_21 = ("itemBody", "simpleChoice", "simpleAssociableChoice", "modalFeedback")
_NAMES_3 = ("qti-item-body", "qti-simple-choice", "qti-simple-associable-choice", "qti-modal-feedback/qti-content-body")


@pytest.mark.parametrize(("export", "names"), [(to_qti21, _NAMES_21), (to_qti3, _NAMES_3)])
@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_is_text_in_every_field(text, export, names):
    files = unpack(export(nasty_set(text)))
    found = {name: parse(files[f"items/{name}.xml"]) for name in ("choices", "match", "order", "write")}
    body, choice, associable, feedback = (f".//{name}" for name in names)
    expected = [shown(text), shown(f"other {text}"), shown(f"{text} third")]
    assert {text_of(item.find(body)) for item in found.values()} == {shown(text)}
    assert [text_of(part) for part in found["choices"].iterfind(choice)] == expected
    pairs = [text_of(part) for part in found["match"].iterfind(associable)]
    assert pairs == [shown(text), shown(f"two {text}"), *expected]
    assert [text_of(part) for part in found["choices"].iterfind(feedback)] == [shown(text)] * 4
