"""What the reader says about an Argdown file: what Argdown is silent on, and what its parser refuses."""

from __future__ import annotations

import pytest

from argmap.formats.argdown import read
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.problems import Piece, Places, Problems
from argmap.model import Severity


def found(text: str) -> list[str]:
    return [str(finding) for finding in read(text, "x").findings]


SILENT = {
    "a title that nothing defines": (
        "[rain]: It rains.\n  <+ [clouds]\n\n<storm>",
        [
            (
                "x:2:6: FMT020 statement [clouds] is named and nowhere defined "
                "(define it with a colon and a text after its title)"
            ),
            (
                "x:4:1: FMT020 argument <storm> is named and nowhere defined "
                "(define it with a colon and a text after its title)"
            ),
        ],
    ),
    "a mention of a title that is nearly defined": (
        "[rain]: As @[rian] says.",
        ["x:1:12: FMT020 statement [rian] is named and nowhere defined (did you mean [rain]?)"],
    ),
    "texts that differ under one title": (
        "[a]: One.\n\n[a]: One.\n\n[a]: Two.",
        [
            (
                "x:5:1: FMT021 statement [a] has another text here than before "
                "(keep one, or give the other a title of its own)"
            )
        ],
    ),
    "an address that is cut off": (
        "[a]: See https://x.org/a for more.",
        [
            (
                "x:1:16: FMT022 the slashes of an address start a comment: Argdown drops the rest of the line "
                r"(write \/\/, or a link as [text](address))"
            )
        ],
    ),
    "tabs and spaces": (
        "[a]: A.\n\t+ [b]: B.\n  + [c]: C.",
        [
            (
                "x:3:1: FMT023 found tabs and spaces in the indentation: Argdown counts a tab as one column "
                "(indent with spaces only)"
            )
        ],
    ),
    "numbers that do not count": (
        "(1) P.\n(3) Q.\n--\n{uses: [1, 9]}\n--\n(4) C.",
        [
            (
                "x:2:5: FMT024 found the number (3), expected (2): `uses` counts lines, not their numbers "
                "(number the lines from (1))"
            ),
            (
                "x:3:1: FMT024 `uses` names 9, expected numbers from 1 to 2 "
                "(name the lines above the inference that it starts from)"
            ),
        ],
    ),
    "a title that Argdown gives itself": (
        "[Untitled 1]: A.\n\nB.",
        [
            (
                "x:1:1: FMT026 Argdown gives the title [Untitled 1] to a statement or argument without one, "
                "and joins the two "
                "(choose another title)"
            )
        ],
    ),
    "an undercut of nothing": (
        "[a]: A.\n  <_ [b]: B.",
        [
            (
                "x:2:3: FMT027 found an undercut of [a], which draws no inference "
                "(write <- to attack it, or say what it supports or attacks)"
            )
        ],
    ),
    "two structures of one argument": (
        "<a>\n\n(1) P.\n----\n(2) C.\n\n<a>\n\n(1) Q.\n----\n(2) D.",
        [
            (
                "x:9:1: FMT028 argument <a> has a second premise-conclusion structure, which Argdown refuses "
                "(give the second an argument of its own)"
            )
        ],
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_the_reader_speaks_where_argdown_is_silent(name: str) -> None:
    text, messages = SILENT[name]
    assert found(text) == messages
    assert read(text).is_whole


REFUSED = {
    "text after a title": ("[sic] and so on.", "x:1:7", Severity.ERROR, ["sic"], "and so on."),
    "a title within a text": ("So [he] says.", "x:1:4", Severity.WARNING, ["so-he-says"], "So [he] says."),
    "signs of order": ("For x < 3 or y > 2.", "x:1:7", Severity.WARNING, None, "For x < 3 or y > 2."),
    "braces within a text": ("The set {a, b} is small.", "x:1:9", Severity.WARNING, None, "The set {a, b} is small."),
    "an emphasis without an end": ("It is in snake_case.", "x:1:15", Severity.WARNING, None, "It is in snake_case."),
    "a number at the start of a line": (
        "That was in the year\n(1990) of our Lord.",
        "x:2:1",
        Severity.WARNING,
        None,
        "That was in the year (1990) of our Lord.",
    ),
    "text after data": ("[a]: One. {b: 1}\nTwo.", "x:2:1", Severity.WARNING, ["a"], "One. Two."),
    "a relation that is not indented": ("[a]: One.\n+ [b]: Two.", "x:2:1", Severity.WARNING, ["a", "b"], "One."),
    "a relation after an empty line": ("[a]: One.\n\n  + [b]: Two.", "x:3:1", Severity.ERROR, ["a", "b"], "One."),
    "no empty line after the front matter": ("===\nx: y\n===\nOne.", "x:4:1", Severity.WARNING, ["one"], "One."),
    "an unended front matter": ("===\n\nOne.", "x:1:1", Severity.ERROR, ["one"], "One."),
    "a premise without a conclusion": ("(1) One.\n(2) Two.", "x:1:1", Severity.ERROR, ["one", "two"], "One."),
    "an inference without a conclusion": ("(1) One.\n----\n", "x:2:1", Severity.ERROR, ["one"], "One."),
    "data that are not YAML": ("[a]: One. {b: [}", "x:1:16", Severity.ERROR, ["a"], "One."),
    "a contradiction of an argument": ("[a]: One.\n  >< <b>: Two.", "x:2:3", Severity.ERROR, ["a", "b"], "One."),
    "an argument in a structure": ("(1) <a>: One.\n----\n(2) Two.", "x:1:5", Severity.ERROR, ["a", "two"], "One."),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_argdown_refuses_is_said_and_nothing_is_thrown_away(name: str) -> None:
    text, place, severity, ids, first = REFUSED[name]
    result = read(text, "x")
    errors = [finding for finding in result.findings if finding.code == "FMT002"]
    assert [(str(finding.place), finding.severity) for finding in errors][:1] == [(place, severity)]
    assert result.map is not None
    assert result.map.claims[0].text == first
    if ids is not None:
        assert [claim.id for claim in result.map.claims] == ids


def test_all_problems_are_told_in_one_run_and_the_rest_is_read() -> None:
    text = "[a]: x [y] z.\n\n(1) One.\n----\n\n[b]: B.\n  <+ [a]\n\n<c>\n\n(1) P.\n\n----\n(2) C.\n\n[d] e\n"
    result = read(text, "x")
    assert [str(finding.place) for finding in result.findings if finding.code == "FMT002"] == [
        "x:1:8",
        "x:4:1",
        "x:12:1",
        "x:16:5",
    ]
    assert result.map is not None
    assert [claim.id for claim in result.map.claims] == ["a", "one", "b", "p", "c-2", "d"]
    assert [inference.id for inference in result.map.inferences] == ["c", "a-supports-b"]


def test_thousands_of_problems_are_counted_and_not_listed() -> None:
    findings = read("x [y] z.\n\n" * 3_000).findings
    assert len(findings) == 2_001
    assert findings[-1].message == "found 1000 more problems, which are not listed"


def test_data_that_would_take_the_parser_of_yaml_too_long_are_not_read() -> None:
    text = "A {b: {c: 1}}\n\n" * 3 + "B {b: c}"
    problems = Problems(Places((Piece(0, "x", text, 0),)), yaml_left=450)
    document = parse(text, problems)
    assert [occurrence.data for occurrence in document.occurrences] == [
        {"b": {"c": 1}},
        {"b": {"c": 1}},
        {},
        {"b": "c"},
    ]
    assert [str(finding) for finding in problems.findings] == [
        (
            "x:5:3: FMT002 the data of the file have more than 2 million characters of YAML "
            "(write them as {name: value}, or split the file)"
        )
    ]
