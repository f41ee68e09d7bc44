"""Kialo's export: threads, references, several theses, escapes, and lines that only look like claims."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap as am
from argmap.formats.kialo import read_kialo, write_kialo
from argmap.model import ArgumentMap, LoadError

FIXTURES = Path(__file__).parent / "bridges"


def read(text: str) -> ArgumentMap:
    return read_kialo(text, "debate.txt").whole_map()


def test_pro_is_an_inference_and_con_an_attack_each_at_its_line() -> None:
    result = am.read(FIXTURES / "bridge.kialo.txt")
    steps = {step.id: (step.premises, step.conclusion) for step in result.map.inferences}
    attacks = {attack.id: (attack.premises, attack.target) for attack in result.map.attacks}
    assert steps == {"pro-1.1": (("1.1",), "1"), "pro-1.3": (("1.3",), "1")}
    assert attacks == {
        "con-1.1.1": (("1.1.1",), "1.1"),
        "con-1.1.1.1": (("1.1.1.1",), "1.1.1"),
        "con-1.2": (("1.2",), "1"),
        "con-1.2.1": (("1.2.1",), "1.2"),
        "con-1.3.1": (("1.2",), "1.3"),
    }
    assert (result.map.title, result.map.main) == ("Should the bridge close to cars?", ("1",))
    lines = [result.source_map.place(("claims", n)).line for n in range(len(result.map.claims))]
    assert lines == [3, 4, 5, 6, 10, 11, 12]
    assert result.source_map.place(("attacks", 4)).line == 13


def test_escapes_are_taken_away_and_links_stay() -> None:
    texts = {claim.id: claim.text for claim in am.load(FIXTURES / "bridge.kialo.txt").claims}
    assert texts["1.1"] == "Most cars only pass through (two out of three)."
    assert texts["1.1.1"] == "The count was made in the holidays. See [the report](https://example.org/count)."


def test_lines_that_go_on_belong_to_the_claim_above_also_if_they_begin_with_a_number() -> None:
    texts = {claim.id: claim.text for claim in am.load(FIXTURES / "bridge.kialo.txt").claims}
    assert texts["1.1.1.1"] == "It was repeated in autumn.\nIt found the same.\n\n2. That was in the same week."


def test_lines_that_are_neither_for_nor_against_are_the_theses_of_a_question() -> None:
    found = am.load(FIXTURES / "bridges.kialo.txt")
    assert [claim.id for claim in found.claims] == ["1.1", "1.1.1", "1.2", "1.2.1"]
    assert found.main == ("1.1", "1.2")
    assert found.extensions == {"kialo": {"question": "Which bridge should close?"}}
    assert [(step.premises, step.conclusion) for step in found.inferences][1] == (("1.1.1",), "1.2")


def test_a_second_thesis_is_a_line_that_has_others_below_it() -> None:
    found = read("1. Close it.\n2. Widen it.\n2.1. Pro: It is narrow.\n")
    assert found.main == ("1", "2")


def test_a_file_is_written_as_it_was() -> None:
    for name in ("bridge.kialo.txt", "bridges.kialo.txt"):
        text = (FIXTURES / name).read_text(encoding="utf-8")
        assert write_kialo(read(text)) == text.replace("\n2. That", "\n2\\. That")


def test_a_reference_to_a_reference_is_the_claim_itself() -> None:
    found = read("1. A\n1.1. Pro: B\n1.2. Pro: C\n1.2.1. Con: -> See 1.1.\n1.2.2. Pro: -> See 1.2.1.\n")
    assert found.inferences[-1].premises == ("1.1",)


def test_references_in_a_circle_stay_references_to_nothing() -> None:
    found = read("1. A\n1.1. Pro: -> See 1.2.\n1.2. Pro: -> See 1.1.\n")
    assert {finding.code for finding in am.check(found)} >= {"STR001"}


def test_a_claim_is_written_once_and_then_referred_to() -> None:
    draft = am.Draft(title="Rain")
    wet, slippery, rain = draft.claim("Wet"), draft.claim("Slippery"), draft.claim("Rain (heavy)")
    draft.support(wet, rain)
    draft.attack(slippery, rain)
    draft.support(slippery, wet)
    assert write_kialo(draft.build()) == (
        "Discussion Title: Rain\n\n1. Slippery\n1.1. Pro: Wet\n1.1.1. Pro: Rain \\(heavy\\)\n1.2. Con: -> See 1.1.1.\n"
    )


def test_claims_in_a_circle_are_written_with_a_reference() -> None:
    draft = am.Draft()
    a, b = draft.claim("A"), draft.claim("B")
    draft.support(a, b)
    draft.support(b, a)
    assert write_kialo(draft.build()).splitlines()[2:] == ["1. A", "1.1. Pro: B", "1.1.1. Pro: -> See 1."]


def test_a_chain_of_3_000_claims_is_written_in_pieces_and_read_back() -> None:
    draft = am.Draft(title="Chain")
    before = draft.claim("c0", id="c0")
    for number in range(1, 3_000):
        claim = draft.claim(f"c{number}", id=f"c{number}")
        draft.support(before, claim)
        before = claim
    written = write_kialo(draft.build())
    assert len(written) < 1_500_000
    found = read(written)
    texts = {claim.id: claim.text for claim in found.claims}
    ends = {(texts[step.premises[0]], texts[step.conclusion]) for step in found.inferences}
    assert ends == {(f"c{number}", f"c{number - 1}") for number in range(1, 3_000)}


def test_what_stands_before_the_first_claim_is_told_with_its_line() -> None:
    result = read_kialo("Discussion Title: A\nhello\n1. B\n", "debate.txt")
    assert [str(finding) for finding in result.findings] == [
        'debate.txt:2:1: FMT002 found "hello", expected a numbered claim'
    ]
    assert len(result.map.claims) == 1


def test_a_file_without_claims_is_told() -> None:
    with pytest.raises(LoadError, match="found no numbered claim"):
        read("Discussion Title: A\n")
