"""Edits of a file change what they name and leave the rest to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import maps

from argmap.formats import dumps, loads
from argmap.formats.native import edit_text
from argmap.model import SECTIONS, ArgumentMap, Edit, EditError, Remove, Replace, apply_edits

BRIDGE = """\
# The bridge
argmap: 1
main: [close, shut]  # two of them

sources:
  letter: {title: A letter}

  # the count of 2024
  count:
    title: A count   # by the council
    note: |
      # no comment

      of any kind

  # after the count
  survey: {title: A survey}

claims:
  close: {text: Close it, cites: [count, letter], at: letter 1 "close it"}
  quiet: Quiet matters   # everywhere
inferences:
  - id: i
    premises:
      - quiet   # first
      # between
      - close
    conclusion: close
    warrant: quiet
waivers:
  - {rule: SUP001, element: close}  # agreed
  -
    rule: SUP002
    reason: |
      Known.
  # the last one
  - rule: SUP004
    element: quiet
"""


def edited(edits: list[Edit], text: str = BRIDGE, name: str = "m.yaml") -> str:
    after = edit_text(text, name, edits)
    assert loads(after) == apply_edits(loads(text), edits)
    return after


def changed(edits: list[Edit], text: str = BRIDGE) -> list[str]:
    """Return the lines that differ: those that went with a minus, those that came with a plus."""
    before, after = text.splitlines(), edited(edits, text).splitlines()
    start = next(n for n, pair in enumerate(zip([*before, ""], [*after, ""], strict=False)) if pair[0] != pair[1])
    end = next(
        n for n, pair in enumerate(zip([*before[::-1], ""], [*after[::-1], ""], strict=False)) if pair[0] != pair[1]
    )
    end = min(end, len(before) - start, len(after) - start)
    return [f"-{line}" for line in before[start : len(before) - end]] + [
        f"+{line}" for line in after[start : len(after) - end]
    ]


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        (Remove(("main", 0)), ["-main: [close, shut]  # two of them", "+main: [shut]  # two of them"]),
        (Remove(("main", 1)), ["-main: [close, shut]  # two of them", "+main: [close]  # two of them"]),
        (
            Replace(("main", 1), "quiet"),
            ["-main: [close, shut]  # two of them", "+main: [close, quiet]  # two of them"],
        ),
        (Remove(("sources", 0)), ["-  letter: {title: A letter}", "-"]),
        (Remove(("sources", 2)), ["-  survey: {title: A survey}"]),
        (
            Remove(("claims", 0, "cites", 1)),
            [
                '-  close: {text: Close it, cites: [count, letter], at: letter 1 "close it"}',
                '+  close: {text: Close it, cites: [count], at: letter 1 "close it"}',
            ],
        ),
        (
            Replace(("claims", 0, "at", 0, "source"), "survey"),
            [
                '-  close: {text: Close it, cites: [count, letter], at: letter 1 "close it"}',
                '+  close: {text: Close it, cites: [count, letter], at: survey 1 "close it"}',
            ],
        ),
        (Remove(("claims", 1)), ["-  quiet: Quiet matters   # everywhere", "+  # everywhere"]),
        (Remove(("inferences", 0, "warrant")), ["-    warrant: quiet"]),
        (Remove(("inferences", 0, "premises", 1)), ["-      - close"]),
        (Remove(("inferences", 0, "premises", 0)), ["-      - quiet   # first", "+      # first"]),
        (Replace(("inferences", 0, "conclusion"), "a,b"), ["-    conclusion: close", '+    conclusion: "a,b"']),
        (Remove(("waivers", 0)), ["-  - {rule: SUP001, element: close}  # agreed", "+  # agreed"]),
        (Remove(("waivers", 1)), ["-  -", "-    rule: SUP002", "-    reason: |", "-      Known."]),
        (Remove(("waivers", 2)), ["-  - rule: SUP004", "-    element: quiet"]),
        (Replace(("waivers", 2, "element"), "close"), ["-    element: quiet", "+    element: close"]),
    ],
)
def test_an_edit_changes_its_lines_and_no_others(edit: Edit, lines: list[str]) -> None:
    assert changed([edit]) == lines


def test_comments_of_what_is_removed_stay_in_its_place() -> None:
    assert changed([Remove(("sources", 1))]) == [
        "-  count:",
        "-    title: A count   # by the council",
        "-    note: |",
        "-      # no comment",
        "-",
        "-      of any kind",
        "+  # by the council",
    ]


def test_a_section_or_list_of_which_nothing_is_left_goes() -> None:
    text = "argmap: 1\nclaims:\n  a: {text: A, cites: [x, y]}\n\nwaivers:\n  - {rule: SUP001}\n  - {rule: SUP002}\n"
    waivers = [Remove(("waivers", 0)), Remove(("waivers", 1))]
    assert edited(waivers, text) == "argmap: 1\nclaims:\n  a: {text: A, cites: [x, y]}\n"
    cites = [Remove(("claims", 0, "cites", 0)), Remove(("claims", 0, "cites", 1))]
    assert edited([*cites, waivers[0]], text) == "argmap: 1\nclaims:\n  a: {text: A}\n\nwaivers:\n  - {rule: SUP002}\n"


def test_a_single_value_that_stands_for_a_list_goes_with_its_field() -> None:
    text = "argmap: 1\nclaims:\n  a:\n    cites: x\n    text: A\n  b: {cites: 'x', text: B}\n"
    edits = [Remove(("claims", 0, "cites", 0)), Replace(("claims", 1, "cites", 0), "it")]
    assert edited(edits, text) == "argmap: 1\nclaims:\n  a:\n    text: A\n  b: {cites: 'it', text: B}\n"


def test_the_first_field_of_an_element_in_a_list_can_go() -> None:
    text = "argmap: 1\nclaims:\n  - cites: x\n    id: a\n    text: A\n"
    assert edited([Remove(("claims", 0, "cites", 0))], text) == "argmap: 1\nclaims:\n  - id: a\n    text: A\n"


def test_an_element_stays_when_its_only_field_goes() -> None:
    for text in ("argmap: 1\nsources:\n  a: {party: p}\n", "argmap: 1\nsources:\n  a:\n    party: p\n"):
        assert [source.id for source in loads(edited([Remove(("sources", 0, "party"))], text)).sources] == ["a"]


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    text = "\ufeff" + BRIDGE.replace("\n", "\r\n")
    edits: list[Edit] = [Remove(("waivers", 0)), Replace(("main", 1), "quiet"), Remove(("sources", 1))]
    assert edited(edits, text) == "\ufeff" + edited(edits).replace("\n", "\r\n")


def test_mixed_line_ends_stay_where_they_were() -> None:
    text = "argmap: 1\r\nmain: a\nclaims: {a: A,\r\n  b: B}\n"
    assert edited([Replace(("main", 0), "b")], text) == text.replace("main: a", "main: b")
    assert edited([Remove(("claims", 0))], text) == "argmap: 1\r\nmain: a\nclaims: {b: B}\n"


@pytest.mark.parametrize("indent", [None, 2])
def test_json_keeps_its_layout(indent: int | None) -> None:
    separators = "," if indent is None else ",\n"
    text = f'{{"argmap": 1, "waivers": [{{"rule": "SUP001"}}{separators}{{"rule": "SUP002"}}], "main": "a"}}'
    assert (
        edited([Remove(("waivers", 0))], text, "m.json")
        == '{"argmap": 1, "waivers": [{"rule": "SUP002"}], "main": "a"}'
    )
    assert edited([Replace(("main", 0), 'b"')], text, "m.json") == text.replace('"a"', '"b\\""')
    assert edited([Remove(("waivers", n)) for n in (0, 1)], text, "m.json") == '{"argmap": 1, "main": "a"}'


def test_deep_extensions_do_not_confuse_the_places_in_json() -> None:
    text = '{"argmap": 1, "extensions": {"x": [[[[[[[[[1, {"y": 2}], 3]]]]]]], [4]]}, "main": ["a", "b"]}'
    assert edited([Remove(("main", 0))], text, "m.json") == text.replace('"a", ', "")


@pytest.mark.parametrize(
    ("text", "edit", "reason"),
    [
        ("argmap: 1\nclaims: {a: {txt: A}}\n", Remove(("claims", 0)), "a part of the file cannot be read"),
        ("argmap: 1\nmain: [a,  # one\n  b]\n", Remove(("main", 0)), "a comment would be lost"),
        ("argmap: 1\nmain:\n  ? a\n", Remove(("main", 0)), "a part of the file cannot be read"),
        (
            "argmap: 1\nwaivers:\n  - # this\n    rule: X\n  - rule: Y\n",
            Remove(("waivers", 0)),
            "something else stands",
        ),
        (
            "argmap: 1\nclaims: {a: {text: A, at: ' x 1'}}\n",
            Replace(("claims", 0, "at", 0, "source"), "y"),
            "an anchor is",
        ),
        ("argmap: 1\nclaims: {a: {text: A, at: x 1}}\n", Remove(("claims", 0, "at", 0, "source")), "what is to be"),
        ("argmap: 1\nmain: a\n", Remove(("main", 7)), "nothing stands at main.7"),
    ],
)
def test_what_cannot_be_done_without_harm_is_refused(text: str, edit: Edit, reason: str) -> None:
    with pytest.raises(EditError) as caught:
        edit_text(text, "m.yaml", [edit])
    assert caught.value.reason.startswith(reason)


@st.composite
def maps_and_edits(draw: st.DrawFn) -> tuple[ArgumentMap, list[Edit]]:
    drawn = draw(maps)
    places: list[Edit] = [Replace(("main", n), "new-id") for n in range(len(drawn.main))]
    for section in (*SECTIONS, "waivers"):
        for index, element in enumerate(getattr(drawn, section)):
            inside: list[Edit] = [Remove((section, index))]
            for name in ("premises", "cites", "tags"):
                inside += [Remove((section, index, name, n)) for n in range(len(getattr(element, name, ())))]
            for name in ("conclusion", "target", "party", "by"):
                inside += [Replace((section, index, name), "new-id")] if getattr(element, name, None) else []
            places.append(draw(st.sampled_from(inside)))
    return drawn, draw(st.lists(st.sampled_from(places), unique=True, max_size=6)) if places else []


def is_possible(argument_map: ArgumentMap, edits: list[Edit]) -> bool:
    try:
        apply_edits(argument_map, edits)
    except EditError:
        return False
    return True


@pytest.mark.parametrize("format_name", ["yaml", "json"])
@settings(max_examples=50)
@given(drawn=maps_and_edits())
def test_every_edit_that_a_map_can_hold_is_made_in_the_text_that_argmap_writes(
    format_name: str, drawn: tuple[ArgumentMap, list[Edit]]
) -> None:
    argument_map, edits = drawn
    if is_possible(argument_map, edits):
        text = edit_text(dumps(argument_map, format=format_name), f"m.{format_name}", edits)
        assert loads(text) == apply_edits(argument_map, edits)
    else:
        with pytest.raises(EditError):
            edit_text(dumps(argument_map, format=format_name), f"m.{format_name}", edits)
