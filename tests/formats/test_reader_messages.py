"""Every problem of a file is told in one run: where, what was found, what was expected, how to mend it."""

from __future__ import annotations

import pytest

from argmap.formats import LoadResult, load, loads, read_text
from argmap.model import LoadError

BROKEN = """\
argmap: 1
titel: Rain
main: [a b, wet]
claims:
  wet: {text: The street is wet, txt: b, weight: heavy, when: 20, kind: fcat}
  dry: {text: b, at: foo bar, implicit: yes, agent: council}
  empty:
  listed: [1]
inferences:
  none: {premises: [], conclusion: wet}
  half: {conclusion: wet}
  alias: {premises: *foo, conclusion: !!str wet}
attacks: 4
waivers: {a: b}
"""


def test_all_problems_are_told_in_the_order_of_the_file(snapshot: object) -> None:
    result = read_text(BROKEN, "rain.argmap.yaml")
    assert "\n".join(map(str, result.findings)) == snapshot


def test_what_can_be_read_is_given_and_its_places_are_right() -> None:
    result = read_text(BROKEN, "rain.argmap.yaml")
    assert [claim.id for claim in result.map.claims] == ["wet", "dry"]
    assert result.map.claims[0].weight is None
    assert str(result.source_map.place(("claims", 1, "text"))) == "rain.argmap.yaml:6:15"
    assert not result.is_whole


def test_places_skip_the_elements_that_were_left_out() -> None:
    result = read_text("argmap: 1\nclaims:\n  a: {txt: x}\n  b: {text: x}\n", "m.yaml")
    assert [claim.id for claim in result.map.claims] == ["b"]
    assert result.source_map.place(("claims", 0)).line == 4


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: x", "1:1: FMT008 the file does not say that it is a map (add the line `argmap: 1` at the top)"),
        (
            "argmpa: 1",
            "1:1: FMT008 the file does not say that it is a map (did you mean `argmap` where it says `argmpa`?)",
        ),
        ("argmap: 2", "1:9: FMT008 found `argmap: 2`, expected 1 (update argmap to read it)"),
        ("argmap: one", '1:9: FMT008 found `argmap: "one"`, expected 1 (write `argmap: 1`)'),
        ("- a", "1:1: FMT001 found a list, expected the fields of a map (start with the line `argmap: 1`)"),
        ("argmap: 1\n---\nargmap: 1", "2:1: FMT007 the file has a second YAML document (keep one map in a file)"),
        (
            "argmap: 1\nclaims:\n  a: one: two",
            "3:9: FMT002 the text is not YAML: found a second colon in the line (put the text in quotation marks)",
        ),
        (
            "argmap: 1\nclaims:\n  a: {text: t, when: 2021-02-30}",
            '3:22: FMT006 field `when` of claim [a]: found "2021-02-30", expected a day that the month has',
        ),
        (
            "argmap: 1\nclaims:\n  a: {text: t, when: 2004/1999}",
            (
                '3:22: FMT006 field `when` of claim [a]: found "2004/1999", '
                "expected the start of the interval before its end"
            ),
        ),
        (
            "argmap: 1\nclaims:\n  a: {text: t, agent: council}",
            "3:16: FMT004 claim [a] has an unknown field `agent` (add `type: proposal`; only proposals have it)",
        ),
        (
            "argmap: 1\nclaims:\n  a: {text: t, type: claims}",
            '3:22: FMT006 field `type` of claim [a]: found "claims", expected claim or proposal (did you mean claim?)',
        ),
    ],
)
def test_a_problem_is_told_in_one_line(text: str, message: str) -> None:
    assert message in [str(finding).removeprefix("m.yaml:") for finding in read_text(text, "m.yaml").findings]


def test_load_refuses_what_it_cannot_read_whole(tmp_path: object) -> None:
    path = tmp_path / "rain.argmap.yaml"
    path.write_text("argmap: 1\nclaims:\n  a: {text: t, txt: u}\n")
    with pytest.raises(LoadError) as error:
        load(path)
    assert [finding.code for finding in error.value.findings] == ["FMT004"]
    assert str(error.value) == f"{path}:3:16: FMT004 claim [a] has an unknown field `txt` (did you mean `text`?)"


def test_positions_in_json_are_those_of_the_text() -> None:
    text = (
        '{\n "argmap": 1,\n "claims": {\n  "a": {"text": "x, {y}: \\"z\\"", "cites": ["s",\n "t"]},\n  "b": "short"}}'
    )
    result: LoadResult = read_text(text, "m.json")
    places = {
        path: str(result.source_map.place(path))
        for path in (("claims", 0), ("claims", 0, "text"), ("claims", 0, "cites", 1), ("claims", 1), ("title",))
    }
    assert places == {
        ("claims", 0): "m.json:4:3",
        ("claims", 0, "text"): "m.json:4:17",
        ("claims", 0, "cites", 1): "m.json:5:2",
        ("claims", 1): "m.json:6:3",
        ("title",): "m.json:1:1",
    }


def test_yaml_scalars_are_text_except_where_the_field_is_not() -> None:
    text = """
argmap: 1
title: 2020
claims:
  no: {text: true, when: 2020-06, weight: 0.50, implicit: true, at: [6, 7 "x"], tags: null}
extensions: {other: {a: 1, b: 1.5, c: true, d: null, e: "1", f: text}}
"""
    read = loads(text)
    (claim,) = read.claims
    assert (read.title, claim.id, claim.text, str(claim.when)) == ("2020", "no", "true", "2020-06")
    assert (claim.weight, claim.implicit, claim.at[0].paragraph) == (0.5, True, 6)
    assert claim.tags == ("null",)
    assert read.extensions == {"other": {"a": 1, "b": 1.5, "c": True, "d": None, "e": "1", "f": "text"}}
