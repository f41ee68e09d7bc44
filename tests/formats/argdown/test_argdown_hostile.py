"""Whatever a text holds, the reader of Argdown ends: with a map or without, never with an exception, never late."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from in_order import in_order

from argmap.formats.argdown import count, read, write
from argmap.model import ArgumentMap

DEBATE = """===
title: A debate
model: {mode: loose}
===

# Part *one* {isGroup: true}

[a]: The street is *wet*, see [here](https://x.org) @[b] .~. p #tag #(two words) {b: [1, 2]}
  <+ <c>: It has // a comment
      _> [d]
    - E
\t>< [f]: \\*F

<g>: Why /* so */ {
  x: 1
}
  <_ [a]

(1) [a]
(2) B
--
Rule, other rule {uses: [1,2]}
--
  <_ <c>
(3) [h]: H
----
(4) I
  -> [a]

* one
* <c>
  + [a]

<!-- end -->
"""
TOKENS = (
    *("[a]", "[a]: ", "<b>", "<b>: ", "@[a]", "@include(x)", "](y)", "(1) ", "(2) ", "----\n", "--\n", "--", "1. "),
    *("{", "}", "{a: 1}", "{a: [1, {b: c}]}", "{uses: [9, x]}", "  + ", "\t- ", " <_ ", "><", "_>", "* ", "*", "**"),
    *("_", "__", "#", "# ", "#x", "#(y z)", "\\", "//", "/*", "*/", "<!--", "-->", "===", "===\n", "\n", "\n\n", " "),
    *("word ", ".~.", ":", ".", "https://x.org", "\ud800", "\x00", "\u2028", "Ω"),
)
DEEP = 100_000


def _survives(text: str) -> None:
    result = read(text)
    assert result.map is not None or result.findings
    assert all(finding.place for finding in result.findings)
    for finding in result.findings:
        str(finding)
    if result.map is not None:
        assert result.source_map.place(("claims", 0)).line >= 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=60).map("".join))
def test_any_mixture_of_signs_is_read(text: str) -> None:
    _survives(text)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(DEBATE)), st.integers(0, len(DEBATE) - 1), st.sampled_from(TOKENS))
def test_a_debate_that_is_cut_or_hurt_is_read(end: int, place: int, token: str) -> None:
    _survives(DEBATE[:end])
    _survives(DEBATE[:place] + token + DEBATE[place + 1 :])
    _survives("".join(chr(ord(sign) ^ 1) if number == place else sign for number, sign in enumerate(DEBATE)))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=60).map("".join))
def test_what_is_read_from_any_mixture_is_written_and_read_again(text: str) -> None:
    read_first = read(text).map
    if read_first is not None:
        assert in_order(read(write(read_first)).whole_map()) == in_order(read_first)


@pytest.mark.parametrize(
    "text",
    [
        "*_" * DEEP,
        "[" * DEEP,
        "[" * DEEP + "]" * DEEP + ":",
        "<" * DEEP + ">",
        "{a: " * DEEP + "}" * DEEP,
        "{ {} x " * 10_000,
        "/*" * DEEP,
        "<!--" * DEEP,
        "// x\n" * DEEP + "a",
        "#(" * DEEP,
        "@[" * DEEP,
        "[a](" * DEEP,
        ".a:" * DEEP,
        "===\n" + "[ " * DEEP + "\n===\n\na",
        "===" * DEEP,
        "-- a\n" * 10_000,
        "(1) a\n--\n{uses: [" + "1, " * DEEP + "1]}\n--\n(2) b",
        "[a]\n" + "".join(f"{' ' * depth}+ [b{depth}]\n" for depth in range(1, 1_500)),
        " " * DEEP + "\n" + "\t" * DEEP + "x",
        "\\" * DEEP,
    ],
    ids=lambda text: text[:12],
)
def test_what_is_nested_deep_or_repeated_often_is_read_to_its_end(text: str) -> None:
    _survives(text)  # each takes about a second; what is quadratic would take minutes


def test_relations_are_nested_as_deep_as_they_are_written() -> None:
    depth = 1_500
    text = "[b0]\n" + "".join(f"{' ' * level}+ [b{level}]\n" for level in range(1, depth + 1))
    result = read(text)
    assert isinstance(result.map, ArgumentMap)
    assert [(step.premises[0], step.conclusion) for step in result.map.inferences] == [
        (f"b{level}", f"b{level - 1}") for level in range(1, depth + 1)
    ]
    assert count(text).relations == depth
