"""brat stand-off: spans, relations and stances, the text beside them, and what stays as it was."""

from __future__ import annotations

import random

import pytest
from formats.foreign import damaged, plain_maps, problems, without_extensions
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.formats.brat import SPEC, read, write, write_companion
from argmap.model import ArgumentMap, Attack, Claim, Inference, Passages

ESSAY = """Close the bridge

I think that the bridge should close. Cars are "loud" at night, and loud nights, as doctors say, harm.
Shops, though, lose trade. So close it.
"""


def span(number: int, kind: str, *passages: str) -> str:
    places = [(ESSAY.index(passage), ESSAY.index(passage) + len(passage)) for passage in passages]
    return f"T{number}\t{kind} {';'.join(f'{start} {end}' for start, end in places)}\t{' '.join(passages)}\n"


ANNOTATIONS = (
    span(1, "MajorClaim", "the bridge should close")
    + span(2, "MajorClaim", "close it")
    + span(3, "Claim", 'Cars are "loud" at night')
    + "A1\tStance T3 For\n"
    + span(4, "Premise", "loud nights", "harm")
    + "R1\tsupports Arg1:T4 Arg2:T3\t\n"
    + span(5, "Claim", "Shops, though, lose trade")
    + "A2\tStance T5 Against\n"
    + span(6, "Filler", "I think")
    + "R2\tattacks Arg1:T5 Arg2:T3\n"
    + "#1\tAnnotatorNotes T4\twho says so?\n"
)


def test_spans_are_claims_and_stances_lead_to_every_major_claim() -> None:
    found = without_extensions(read(ANNOTATIONS, companion=ESSAY).whole_map())
    assert [(claim.id, claim.text, claim.note) for claim in found.claims] == [
        ("T1", "the bridge should close", ""),
        ("T2", "close it", ""),
        ("T3", 'Cars are "loud" at night', ""),
        ("T4", "loud nights harm", "who says so?"),
        ("T5", "Shops, though, lose trade", ""),
    ]
    assert found.main == ("T1", "T2")
    assert found.inferences == (
        Inference(id="R1", premises=["T4"], conclusion="T3"),
        Inference(id="A1-T1", premises=["T3"], conclusion="T1"),
        Inference(id="A1-T2", premises=["T3"], conclusion="T2"),
    )
    assert found.attacks == (
        Attack(id="R2", premises=["T5"], target="T3"),
        Attack(id="A2-T1", premises=["T5"], target="T1"),
        Attack(id="A2-T2", premises=["T5"], target="T2"),
    )


def test_offsets_become_anchors_that_are_found_in_the_text() -> None:
    found = read(ANNOTATIONS, companion=ESSAY).whole_map()
    text = Passages(ESSAY)
    places = [
        [text.text[m.start : m.end] for anchor in claim.at for m in text.find_matches(anchor)] for claim in found.claims
    ]
    assert places == [
        ["the bridge should close"], ["close it"], ['Cars are "loud" at night'], ["loud nights", "harm"],
        ["Shops, though, lose trade"],
    ]  # fmt: skip
    assert [claim.at[0].paragraph for claim in found.claims] == [2, 2, 2, 2, 2]


def test_without_the_text_the_words_are_the_anchor() -> None:
    assert [anchor.start for anchor in read(ANNOTATIONS).whole_map().claims[2].at] == ['Cars are "loud" at night']


def test_reading_and_writing_gives_the_same_file() -> None:
    found = read(ANNOTATIONS, companion=ESSAY).whole_map()
    assert (write(found), write_companion(found)) == (ANNOTATIONS, None)


def test_a_text_with_other_words_is_told() -> None:
    result = read(ANNOTATIONS, "a.ann", companion=ESSAY.replace("Cars are", "Cats are"))
    assert str(result.findings[0]) == (
        "a.ann:3:1: FMT006 annotation [T3] has other words than the text at its offsets: "
        "found 'Cats are \"loud\" at night'"
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("T7\tFiller 0 1\tC", "FMT012 the annotation in line 1 is no claim, support, attack or stance; it is kept"),
        ("E1\tEvent:T1", "FMT012 the annotation in line 1 is no claim"),
        ("R1\tsupports Arg1:T1 Arg2:T9", "FMT012 the annotation in line 1 leads from or to [T1], which is no claim"),
        ("A1\tStance T1 For", "FMT012 the annotation in line 1 is a stance without claim or major claim"),
        ("T1[x]\tClaim 0 1\tC", "FMT012 the annotation in line 1 is no claim"),
        ("Tx\tClaim 0 1\tC", "FMT002 line 1 is no annotation"),
        ("hello", "FMT002 line 1 is no annotation: found 'hello'"),
        ("T1\tClaim x y\tC", "FMT012 the annotation in line 1 is no claim"),
    ],
)
def test_other_lines_are_told_and_kept(line: str, told: str) -> None:
    result = read(line, "a.ann")
    (finding,) = result.findings
    assert told in str(finding)
    assert result.map is not None
    assert write(result.map) == line


def test_an_id_that_stands_twice_is_told() -> None:
    result = read("T1\tClaim 0 1\tC\nT1\tClaim 2 3\tD\n", "a.ann")
    assert [str(finding) for finding in result.findings] == [
        "a.ann:2:1: FMT012 the annotation in line 2 has an id that another annotation has; it is kept as an extension"
    ]
    assert write(result.whole_map()) == "T1\tClaim 0 1\tC\nT1\tClaim 2 3\tD\n"


def test_stances_that_would_make_too_many_steps_are_told_and_kept() -> None:
    text = "".join(f"T{n}\tMajorClaim 0 1\tx\nA{n}\tStance T{n} For\n" for n in range(400))
    result = read(text)
    assert result.map is not None
    assert (len(result.map.inferences), result.findings[0].message.split(";")[0]) == (
        0,
        "300 more of the same kind are not listed",
    )
    assert write(result.map) == text


def test_edits_follow() -> None:
    found = read(ANNOTATIONS, companion=ESSAY).whole_map()
    edited = found.model_copy(
        update={
            "inferences": (*found.inferences[1:], Inference(id="R9", premises=["T4"], conclusion="T1")),
            "attacks": (),
        }
    )
    lines = write(edited).splitlines()
    assert [line.split("\t")[0] for line in lines] == ["T1", "T2", "T3", "A1", "T4", "T5", "T6", "#1", "R9"]
    assert without_extensions(read(write(edited), companion=ESSAY).map) == without_extensions(edited).model_copy(
        update={"inferences": (edited.inferences[2], *without_extensions(edited).inferences[:2])}
    )


def test_a_changed_text_makes_a_new_text_file() -> None:
    found = read(ANNOTATIONS, companion=ESSAY).whole_map()
    claims = (found.claims[0].model_copy(update={"text": "The bridge\nmust close"}), *found.claims[1:])
    edited = found.model_copy(update={"claims": claims})
    companion = write_companion(edited)
    assert companion is not None
    assert companion.splitlines()[0] == "The bridge must close"
    assert read(write(edited), companion=companion).findings == ()
    assert "all offsets are those of a new text file" in SPEC.find_losses(edited)[0]


def test_what_brat_cannot_hold_is_told() -> None:
    found = ArgumentMap(
        claims=[Claim(id="T1", text="a"), Claim(id="T2", text="b"), Claim(id="x", text="c")],
        inferences=[Inference(id="R1", premises=["T1", "T2"], conclusion="x")],
        attacks=[Attack(id="R2", premises=["T1"], target="R1")],
    )
    assert SPEC.find_losses(found) == (
        "1 claim left out or gets another id: [x]",
        "`conclusion` changes or is left out in 1 inference: [R1]",
        "`premises` changes or is left out in 1 inference: [R1]",
        "1 attack left out or gets another id: [R2]",
    )


def as_brat(found: ArgumentMap) -> ArgumentMap:
    """Return a map of the same structure with ids of brat's form and one premise for each step."""
    names = {claim.id: f"T{number}" for number, claim in enumerate(found.claims, 1)}
    names |= {step.id: f"R{number}" for number, step in enumerate((*found.inferences, *found.attacks), 1)}
    return ArgumentMap(
        main=[names[found.claims[0].id]],
        claims=[Claim(id=names[claim.id], text=claim.text, note="n") for claim in found.claims],
        inferences=[
            Inference(id=names[step.id], premises=[names[step.premises[0]]], conclusion=names[step.conclusion])
            for step in found.inferences
        ],
        attacks=[
            Attack(id=names[step.id], premises=[names[step.premises[0]]], target=names[step.target])
            for step in found.attacks
            if names[step.target].startswith("T")
        ],
    )


@given(found=plain_maps(with_parties=False).map(as_brat))
@settings(max_examples=60)
def test_what_is_written_reads_back_the_same(found: ArgumentMap) -> None:
    assert SPEC.find_losses(found) == ()
    result = read(write(found), companion=write_companion(found))
    assert result.findings == ()
    again = without_extensions(result.map)
    assert (again.main, again.inferences, again.attacks) == (found.main, found.inferences, found.attacks)
    assert [(claim.id, claim.text) for claim in again.claims] == [(claim.id, claim.text) for claim in found.claims]
    assert SPEC.recognise(write(found))


@given(seed=st.integers(0, 10**6))
@example(seed=1675)  # an offset that begins with 0
@settings(max_examples=100)
def test_a_damaged_file_raises_nothing_and_stays_the_same(seed: int) -> None:
    text = ANNOTATIONS
    for number in range(random.Random(seed).randint(1, 4)):
        text = damaged(text, seed + number)
    result = read(text, companion=ESSAY)
    problems(result)
    assert result.map is not None
    assert write(result.map) == text


def test_parts_of_a_map_are_placed_in_their_lines() -> None:
    result = read(ANNOTATIONS, "a.ann")
    places = [str(result.source_map.place(path)) for path in (("claims", 2), ("inferences", 0), ("attacks", 1))]
    assert places == ["a.ann:3:1", "a.ann:6:1", "a.ann:8:1"]
