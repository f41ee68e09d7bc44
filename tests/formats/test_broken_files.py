"""Whatever bytes a file holds, reading it ends in a map, findings, or one clear message, in bounded time and memory."""

from __future__ import annotations

import json
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import maps

from argmap.formats import dumps, read_bytes, read_text
from argmap.model import ArgumentMap, Finding

SMALL = "argmap: 1\nclaims:\n  wet: {text: The street is wet}\n"


def only_finding(content: bytes, name: str = "map.argmap.yaml") -> Finding:
    result = read_bytes(content, name)
    assert result.map is None
    (finding,) = result.findings
    return finding


def test_an_empty_file_gives_one_message() -> None:
    assert str(only_finding(b"")) == ("map.argmap.yaml:1:1: FMT001 the file is empty (start with the line `argmap: 1`)")


def test_a_file_of_spaces_and_comments_counts_as_empty() -> None:
    assert only_finding(b"  \n# nothing\n").message == "the file is empty"


def test_a_nul_byte_is_named_with_its_place() -> None:
    assert str(only_finding(b"argmap: 1\ntitle: a\x00b\n")) == (
        "map.argmap.yaml:2:9: FMT002 found the control character U+0000, expected text (delete it)"
    )


def test_latin_1_bytes_are_named_with_their_place() -> None:
    assert str(only_finding("argmap: 1\ntitle: caf\u00e9\n".encode("latin-1"))) == (
        "map.argmap.yaml:2:11: FMT001 found the byte 0xE9, expected UTF-8 text "
        "(save it as UTF-8; the file may be in Latin-1 or Windows-1252)"
    )


def test_utf_16_is_named() -> None:
    assert only_finding(SMALL.encode("utf-16")).message == "the file is UTF-16 text, expected UTF-8"


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_other_line_ends_read_as_the_same_map(line_end: str) -> None:
    result = read_bytes(SMALL.replace("\n", line_end).encode(), "map.argmap.yaml")
    assert result.findings == ()
    assert result.map == read_text(SMALL).map
    assert str(result.source_map.place(("claims", 0))) == "map.argmap.yaml:3:3"


def test_a_byte_order_mark_is_passed_over() -> None:
    assert read_bytes(b"\xef\xbb\xbf" + SMALL.encode(), "map.argmap.yaml").map == read_text(SMALL).map


def test_a_tab_as_indentation_is_named() -> None:
    finding = only_finding(b"argmap: 1\nclaims:\n\twet: {text: a}\n")
    assert str(finding) == (
        "map.argmap.yaml:3:1: FMT002 the text is not YAML: found a tab where YAML wants spaces (write spaces)"
    )


def test_a_claim_that_stands_twice_is_kept_twice() -> None:
    result = read_text("argmap: 1\nclaims:\n  wet: The street is wet\n  wet: The road is wet\n")
    assert [claim.text for claim in result.map.claims] == ["The street is wet", "The road is wet"]
    assert result.findings == ()  # the checks find it
    assert result.source_map.place(("claims", 1)).line == 4


@pytest.mark.parametrize("name", ["map.yaml", "map.json"])
def test_a_field_that_stands_twice_is_a_finding(name: str) -> None:
    text = '{"argmap": 1, "claims": {"wet": {"text": "a",\n"text": "b"}}}'
    (finding,) = read_text(text, name).findings
    assert str(finding) == f"{name}:2:1: FMT003 field `text` stands twice in claim [wet] (keep one of them)"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_yaml_gives_one_message(opening: str) -> None:
    assert only_finding(("argmap: 1\nextensions:\n  " + opening * 1000).encode()).code in {"FMT007", "FMT002"}


@pytest.mark.parametrize("depth", [100, 900, 100_000])
def test_deep_json_gives_one_message(depth: int) -> None:
    text = '{"argmap": 1, "extensions": {"a": ' + "[" * depth + "]" * depth + "}}"
    (finding,) = read_text(text, "map.json").findings
    assert "nested deeper than" in finding.message


def test_an_alias_bomb_does_not_grow() -> None:
    lines = ["argmap: 1", "extensions:", "  a0: &a0 [x, x]"]
    lines += [f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    tracemalloc.start()
    result = read_text("\n".join(lines), "map.yaml")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert {finding.code for finding in result.findings} == {"FMT007"}
    assert peak < 20_000_000


def test_yaml_of_10_mb_gives_one_message() -> None:
    text = "argmap: 1\nclaims:\n" + "".join(f"  c{n}: A claim of some length, number {n}\n" for n in range(220_000))
    assert len(text) > 9_000_000
    assert "YAML is read up to 2" in only_finding(text.encode()).message


def test_json_of_10_mb_is_read() -> None:
    claims = {f"c{n}": {"text": f"A claim of some length, number {n}"} for n in range(170_000)}
    text = json.dumps({"argmap": 1, "claims": claims})
    assert len(text) > 9_000_000
    assert len(read_bytes(text.encode(), "map.json").whole_map().claims) == 170_000


def test_half_a_surrogate_pair_is_refused() -> None:
    assert "half a character" in only_finding(rb'{"argmap": 1, "title": "\ud800"}', "map.json").message
    assert "half a character" in only_finding(rb"argmap: 1" + b"\n" + rb'title: "\ud800"').message
    assert "half a character" in only_finding(rb"argmap: 1" + b"\n" + rb'extensions: {"\ud800": a}').message


def test_what_messages_quote_cannot_command_a_terminal() -> None:
    text = '{"argmap": 1, "claims": {"a": {"text": "t", "kind": "\\u001b[31m", "\\u001b]0;x\\u0007": 1}}}'
    for finding in read_text(text, "map.json").findings:
        assert str(finding).isprintable()


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["a.yaml", "a.json", "a"]))
def test_any_bytes_give_a_map_or_findings(content: bytes, name: str) -> None:
    result = read_bytes(content, name)
    assert result.map is not None or result.findings
    assert all(finding.place for finding in result.findings)


@settings(max_examples=100, deadline=None)
@given(maps, st.sampled_from(["yaml", "json"]), st.data())
def test_a_file_with_a_piece_cut_out_gives_a_map_or_findings(
    drawn: ArgumentMap, form: str, data: st.DataObject
) -> None:
    text = dumps(drawn, format=form)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    result = read_text(text[:start] + text[end:], f"a.{form}")
    assert result.map is not None or result.findings
    for finding in result.findings:
        assert finding.place is not None
        assert result.source_map.line(finding.place.line) or finding.place.line >= 1


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["id", "text", "at", "when", "premises", "answers", "type", "x"]), inner)
        ),
        max_leaves=10,
    ),
    st.sampled_from(["claims", "inferences", "attacks", "sources", "parties", "waivers", "main", "extensions"]),
)
def test_a_section_of_any_json_gives_a_map_and_findings(value: object, section: str) -> None:
    result = read_text(json.dumps({"argmap": 1, section: {"a": value}}), "a.json")
    assert result.map is not None or result.findings
    result = read_text(json.dumps({"argmap": 1, section: [value]}), "a.json")
    assert result.map is not None or result.findings


def test_a_deep_list_in_a_json_file_takes_no_more_memory_than_the_file_warrants() -> None:
    text = '{"argmap": 1, "x": ' + "[" * 900 + "0," * 10_000 + "0" + "]" * 900 + "}"
    tracemalloc.start()
    assert read_text(text, "m.json").findings
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


def test_a_number_that_json_cannot_write_is_refused() -> None:
    (finding,) = read_text('{"argmap": 1, "extensions": {"x": 1e999}}', "m.json").findings
    assert "infinity" in finding.message


@pytest.mark.parametrize("field", ["clams", "txt"])
def test_a_misspelt_field_is_told_also_without_a_value(field: str) -> None:
    text = "argmap: 1\nclams:\n" if field == "clams" else "argmap: 1\nclaims:\n  a:\n    text: t\n    txt:\n"
    assert [finding.code for finding in read_text(text).findings] == ["FMT004"]


@pytest.mark.parametrize("name", ["m.yaml", "m.json"])
def test_places_are_those_of_the_section_that_is_read(name: str) -> None:
    text = '{"argmap": 1,\n"claims": {"a": {"text": "t"}},\n"claims": {"b": {"text": "u"}}}'
    result = read_text(text, name)
    assert [claim.id for claim in result.map.claims] == ["a"]
    assert str(result.source_map.place(("claims", 0))) == f"{name}:2:12"
    assert [str(finding.place) for finding in result.findings] == [f"{name}:3:1"]
