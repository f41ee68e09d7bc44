"""What of an Argdown file becomes what in the map; docs/reference/argdown.md has the table."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.formats.argdown import read
from argmap.model import ArgumentMap, Severity


def read_whole(text: str, **options: Any) -> ArgumentMap:
    return read(text, "debate.argdown", **options).whole_map()


def supports(argument_map: ArgumentMap) -> list[tuple[str, tuple[str, ...], str]]:
    return [(step.id, step.premises, step.conclusion) for step in argument_map.inferences]


def attacks(argument_map: ArgumentMap) -> list[tuple[tuple[str, ...], str]]:
    return [(attack.premises, attack.target) for attack in argument_map.attacks]


def kept(element: Any) -> Any:
    return element.extensions.get("argdown", {})


def test_statements_are_claims_and_their_titles_ids() -> None:
    m = read_whole(
        "[rain]: It has rained. #weather\n\n[Wet street]: The street\nis wet. #(two words) {source: me}\n\nMud."
    )
    assert [(claim.id, claim.text, claim.tags) for claim in m.claims] == [
        ("rain", "It has rained.", ("weather",)),
        ("wet-street", "The street is wet.", ("two words",)),
        ("mud", "Mud.", ()),
    ]
    assert [kept(claim) for claim in m.claims] == [
        {},
        {"title": "Wet street", "data": {"source": "me"}},
        {"untitled": True},
    ]


def test_the_last_text_of_a_title_counts_unless_one_is_canonical() -> None:
    assert read_whole("[a]: One.\n\n[a]: Two.\n\n[a]").claims[0].text == "Two."
    assert read_whole("[a]: One. {isCanonical: true}\n\n[a]: Two.").claims[0].text == "One."


def test_support_and_attack_between_statements() -> None:
    m = read_whole("[a]: A.\n  <+ [b]: B.\n  +> [c]: C.\n  <- [d]: D.\n  -> [e]: E.")
    assert supports(m) == [("b-supports-a", ("b",), "a"), ("a-supports-c", ("a",), "c")]
    assert attacks(m) == [(("d",), "a"), (("a",), "e")]


def test_a_structure_is_one_inference_for_each_step() -> None:
    m = read_whole(
        "<Main>: Short. #pro\n\n(1) [p]: P.\n(2) [q]: Q.\n--\nModus ponens {uses: [2,1], by: me}\n--\n"
        "(3) [r]: R.\n(4) [s]: S.\n----\n(5) [t]: T."
    )
    first, last = m.inferences
    assert supports(m) == [("Main-step-1", ("q", "p"), "r"), ("Main", ("r", "s"), "t")]
    assert (first.scheme, last.scheme) == ("Modus ponens", None)
    assert kept(first) == {"step_of": "Main", "step_data": {"by": "me"}}
    assert kept(last) == {"description": "Short.", "tags": ["pro"]}


def test_several_rules_are_kept_as_they_are() -> None:
    m = read_whole("(1) P.\n-- One, two\\, three --\n(2) C.")
    assert m.inferences[0].scheme is None
    assert kept(m.inferences[0])["rules"] == ["One", "two, three"]


def test_an_argument_without_a_structure_is_a_claim_that_supports_or_attacks() -> None:
    m = read_whole("[t]: T.\n  <+ <Pro>: Because.\n  <- <con>")
    pro, con = m.claims[1:]
    assert (pro.id, pro.text, pro.implicit) == ("Pro", "Because.", False)
    assert (con.id, con.text, con.implicit) == ("con", "con", True)
    assert supports(m) == [("Pro-supports-t", ("Pro",), "t")]
    assert attacks(m) == [(("con",), "t")]


def test_relations_of_a_reconstructed_argument_leave_from_its_conclusion() -> None:
    m = read_whole("<a>\n  +> [t]: T.\n\n(1) [p]: P.\n----\n(2) [c]: C.")
    assert supports(m) == [("a", ("p",), "c"), ("c-supports-t", ("c",), "t")]


def test_an_attack_on_a_reconstructed_argument_is_on_its_last_inference() -> None:
    m = read_whole("<a>\n  <- [x]: X.\n  <_ [y]: Y.\n\n(1) [p]: P.\n----\n(2) [c]: C.")
    assert attacks(m) == [(("x",), "a"), (("y",), "a")]
    assert [kept(attack) for attack in m.attacks] == [{"relation": "attack"}, {}]


def test_an_undercut_in_a_structure_is_on_its_own_step() -> None:
    m = read_whole("<a>\n\n(1) P.\n----\n  <_ [x]: X.\n(2) Q.\n----\n(3) R.\n  <_ [y]: Y.")
    assert attacks(m) == [(("x",), "a-step-1"), (("y",), "a")]


def test_an_undercut_of_an_argument_without_a_structure_is_on_all_it_is_drawn_to() -> None:
    m = read_whole("<a>\n  +> [t]: T.\n  -> [u]: U.\n  <_ [x]: X.")
    assert attacks(m)[1:] == [(("x",), "a-supports-t"), (("x",), m.attacks[0].id)]


def test_support_of_a_reconstructed_argument_goes_to_its_only_premise() -> None:
    m = read_whole("<a>\n  <+ [x]: X.\n\n(1) [p]: P.\n----\n(2) [c]: C.")
    assert supports(m)[1:] == [("x-supports-p", ("x",), "p")]


def test_support_of_an_argument_by_one_of_its_premises_adds_nothing() -> None:
    m = read_whole("<a>\n  <+ [p]\n\n(1) [p]: P.\n(2) [q]: Q.\n----\n(3) [c]: C.")
    assert supports(m) == [("a", ("p", "q"), "c")]
    assert kept(m.inferences[0])["supported_by"] == ["p"]


def test_support_of_an_argument_with_several_premises_goes_to_its_warrant() -> None:
    m = read_whole("<a>: As a whole.\n  <+ [x]: X.\n\n(1) [p]: P.\n(2) [q]: Q.\n----\n(3) [c]: C.")
    assert m.inferences[0].warrant == "a-warrant"
    assert supports(m)[1:] == [("x-supports-a-warrant", ("x",), "a-warrant")]
    assert (m.claims[-1].text, m.claims[-1].implicit) == ("As a whole.", True)


def test_a_contradiction_is_two_attacks() -> None:
    m = read_whole("[a]: A.\n  >< [b]: B.")
    assert attacks(m) == [(("a",), "b"), (("b",), "a")]


def test_attacks_between_statements_go_both_ways_in_strict_mode_only() -> None:
    text = "[a]: A.\n  <- [b]: B.\n\n[b]\n  <- [a]"
    assert attacks(read_whole(text)) == [(("b",), "a"), (("a",), "b")]
    assert len(read_whole(text.partition("\n\n")[0]).attacks) == 1
    assert attacks(read_whole(text, mode="strict")) == [(("b",), "a"), (("a",), "b")]
    front_matter = "===\nmodel: {mode: strict}\n===\n\n"
    assert len(read_whole(front_matter + text.partition("\n\n")[0]).attacks) == 2
    assert len(read_whole(front_matter + text.partition("\n\n")[0], mode="loose").attacks) == 1


def test_texts_are_plain_and_their_marks_are_kept() -> None:
    m = read_whole(r"[a]: So *it* is, **[here](https://x.org) .~. p**, \*, e.g. x/y_ and @[b]" + "\n\n[b]: B.")
    assert m.claims[0].text == "So it is, here ¬ p, *, e.g. x/y_ and @[b]"
    assert kept(m.claims[0])["markup"] == r"So *it* is, **[here](https://x.org) .~. p**, \*, e.g. x/y_ and @[b]"


def test_tags_at_the_end_are_taken_off_the_text_and_others_stay() -> None:
    m = read_whole("[a]: The #climate changes. #fact #(old news)")
    assert m.claims[0].text == "The #climate changes."
    assert m.claims[0].tags == ("climate", "fact", "old news")


def test_front_matter_sections_and_descriptions_are_kept() -> None:
    m = read_whole("===\ntitle: T\nauthor: Me\n===\n\n# One {isGroup: true}\n\n[a]: A.\n\n## *Two* #x\n\n[b]: B.")
    assert m.title == "T"
    assert kept(m) == {
        "front_matter": {"author": "Me"},
        "sections": [
            {"level": 1, "title": "One", "data": {"isGroup": True}},
            {"level": 2, "title": "Two", "markup": "*Two*", "tags": ["x"]},
        ],
    }
    assert [kept(claim) for claim in m.claims] == [{"section": 1}, {"section": 2}]


@pytest.mark.parametrize(
    ("written", "data"),
    [
        ("{a: 1, b: [x, \"y z\"], c: 'no', d: true}", {"a": 1, "b": ["x", "y z"], "c": "no", "d": True}),
        ("{a: {b: [1, {c: null}]}, d: e}", {"a": {"b": [1, {"c": None}]}, "d": "e"}),
        ("{\n  a: 1\n  b:\n    - x\n}", {"a": 1, "b": ["x"]}),
        ("{when: 2017-01-02, size: 1e999}", {"when": "2017-01-02", "size": "1e999"}),
    ],
)
def test_data_are_yaml_in_one_flow_or_by_lines(written: str, data: dict[str, Any]) -> None:
    assert kept(read_whole(f"[a]: A. {written}").claims[0])["data"] == data
    assert kept(read_whole(f"[a]: A.\n{written}\n  <+ [b]: B.").claims[0])["data"] == data


def test_titles_share_ids_with_nothing_else() -> None:
    m = read_whole("[A b]: 1.\n\n[a-b]: 2.\n\n[a B]: 3.\n\n<a-b>: 4.\n\nA b!\n\n[? ?]: 5.")
    assert [claim.id for claim in m.claims] == ["a-b-2", "a-b", "a-b-3", "a-b-4", "statement", "a-b-5"]


def test_every_element_has_the_place_where_it_stands() -> None:
    result = read("# H\n\n[a]: A.\n  <+ [b]: B.\n\n<c>\n\n(1) [p]: P.\n----\n(2) [a]\n  <- [d]: D.", "x.argdown")
    assert result.map is not None
    places = {
        element.id: str(result.source_map.place((section, number)))
        for section in ("claims", "inferences", "attacks")
        for number, element in enumerate(getattr(result.map, section))
    }
    assert places == {
        "a": "x.argdown:3:1",
        "b": "x.argdown:4:6",
        "p": "x.argdown:8:5",
        "d": "x.argdown:11:6",
        "b-supports-a": "x.argdown:4:3",
        "c": "x.argdown:9:1",
        "d-attacks-a": "x.argdown:11:3",
    }


def test_findings_of_rules_stand_at_the_lines_of_the_argdown_file() -> None:
    from argmap.checks import check

    result = read("[a]: It is so.\n\n[b]: Therefore that.\n  <+ [a]", "x.argdown")
    assert result.map is not None
    found = result.source_map.locate(check(result.map))
    assert [str(finding.place) for finding in found if finding.element == "a"][:1] == ["x.argdown:1:1"]


def test_an_empty_file_gives_no_map() -> None:
    result = read(" \n", "x.argdown")
    assert (result.map, [(finding.code, finding.severity) for finding in result.findings]) == (
        None,
        [("FMT001", Severity.ERROR)],
    )
