"""Outlines: marks, labels, brackets, and what is told where a line leaves its meaning open."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap as am
from argmap.formats.outline import read_outline, write_outline
from argmap.formats.outline.reader import recognise_outline
from argmap.model import ArgumentMap, Claim

FIXTURES = Path(__file__).parent / "bridges"


def steps(found: ArgumentMap) -> list[tuple[str, list[str], str]]:
    texts = {claim.id: claim.text for claim in found.claims}
    told = [("for", step, step.conclusion) for step in found.inferences]
    told += [("against", step, step.target) for step in found.attacks]
    return [(word, [texts[name] for name in step.premises], texts.get(end, end)) for word, step, end in told]


def read(*lines: str) -> list[tuple[str, list[str], str]]:
    return steps(read_outline("\n".join(lines)).map)


def test_an_outline_has_reasons_objections_linked_premises_and_undercuts() -> None:
    result = am.read(FIXTURES / "bridge.outline.txt")
    assert steps(result.map) == [
        ("for", ["Most cars only pass through", "Cars that pass through can take the ring road"], BRIDGE),
        ("for", ["A count found two out of three"], "Cars that pass through can take the ring road"),
        ("for", ["People want quiet", "Quiet needs fewer cars"], BRIDGE),
        ("for", ["Costs fall"], BRIDGE),
        ("against", ["The count was in the holidays"], "A count found two out of three"),
        ("against", ["The ring road is full"], "i-3"),
        ("against", ["Shops need deliveries"], BRIDGE),
        ("against", ["Deliveries come by the side street"], "Shops need deliveries"),
    ]
    assert [claim.text for claim in result.map.claims if claim.implicit] == ["People want quiet"]
    assert (result.map.title, len(result.map.main)) == ("The bridge", 1)


BRIDGE = "The bridge should close to cars"


def test_a_claim_stands_where_its_words_begin() -> None:
    result = am.read(FIXTURES / "bridge.outline.txt")
    places = [result.source_map.place(("claims", number)) for number in range(3)]
    assert [(place.line, place.column) for place in places] == [(2, 1), (3, 11), (4, 7)]


@pytest.mark.parametrize(
    "mark", ["because ", "Because: ", "reason: ", "Reason 2: ", "+ ", "support: ", "pro: ", "* because "]
)
def test_marks_of_reasons(mark: str) -> None:
    assert read("A", f"  {mark}B") == [("for", ["B"], "A")]


@pytest.mark.parametrize(
    "mark", ["but ", "But, ", "objection: ", "Objection 1: ", "con: ", "rebuttal: ", "2. however "]
)
def test_marks_of_objections(mark: str) -> None:
    assert read("A", f"  {mark}B") == [("against", ["B"], "A")]


def test_minus_is_an_objection_beside_plus_and_else_the_mark_of_a_list() -> None:
    assert read("A", "  + B", "  - C") == [("for", ["B"], "A"), ("against", ["C"], "A")]
    assert read("A", "  - B", "  - C") == [("for", ["B"], "A"), ("for", ["C"], "A")]
    findings = read_outline("A\n  - B\n").findings
    assert findings[0].message == "found - and nowhere +: read as the mark of a list, not of objections"


def test_tabs_and_spaces_indent_alike() -> None:
    assert read("A", "\tbecause B", "        because C") == [("for", ["B"], "A"), ("for", ["C"], "B")]


def test_a_word_that_begins_a_sentence_is_no_mark() -> None:
    assert read("A", "  because Support for it is wide") == [("for", ["Support for it is wide"], "A")]
    assert read("A", "  Since 2010 costs rose") == [("for", ["Since 2010 costs rose"], "A")]


def test_the_same_sentence_twice_is_one_claim() -> None:
    assert read("A", "  because C", "B", "  but C") == [("for", ["C"], "A"), ("against", ["C"], "B")]


def test_and_without_a_line_before_it_is_told() -> None:
    (finding,) = read_outline("A\n  and B\n", "a.txt").findings
    assert str(finding).startswith("a.txt:2:7: FMT035 found `and` with no line before it to belong to")


def test_prose_is_no_outline() -> None:
    assert recognise_outline("The street is wet.\nBecause it rains, say some.\nBut others do not.\n") == ""


def test_what_is_written_is_read_as_the_same_argument() -> None:
    found = am.load(FIXTURES / "bridge.outline.txt")
    written = write_outline(found)
    assert steps(read_outline(written).map)[:3] == steps(found)[:3]
    assert "    undercut: The ring road is full" in written.splitlines()


def test_what_an_outline_cannot_hold_is_told() -> None:
    draft = am.Draft()
    a, b = draft.claim("A  a", id="a"), draft.claim("A a", id="b")
    draft.support("nobody", a, id="i")
    draft.claim("", id="empty")
    told = [finding.message for finding in am.losses(draft.build(), "outline")]
    assert told == [
        "an outline cannot refer to what nothing defines: [i] lose that end",
        "an outline takes claims with one text for one claim: [a] and [b]",
        "an outline cannot hold a claim without text: [empty]",
        "an outline holds a claim in one line: the white space of [a] becomes single spaces",
        "outline cannot hold ids: elements get new ones when the file is read",
    ]
    assert b.id == "b"


def test_a_claim_without_text_that_nothing_is_about_is_no_line() -> None:
    assert write_outline(ArgumentMap(title="Rain", claims=(Claim(id="a", text=""),))) == "Title: Rain\n"
