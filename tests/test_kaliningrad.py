"""The running case: the gaps that a careful reader of the op-ed finds, each found by a general rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap import ArgumentMap, Severity, load

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def kaliningrad() -> ArgumentMap:
    return load(ROOT / "examples" / "kaliningrad.argmap.yaml")


@pytest.mark.parametrize(
    ("gap", "found"),
    [
        (
            "nothing supports the expectation that Russia would reciprocate",
            {("SUP001", "reciprocity"), ("SUP002", "drawdown"), ("SUP008", "russia-answers"), ("POL002", "drawdown")},
        ),
        (
            "that NATO provokes most hangs on one comparison without a figure or a source",
            {("SRC001", "dwarfed"), ("ATK003", "both-sides-too"), ("ATK003", "granted"), ("SUP001", "where-counts")},
        ),
        (
            "that whoever provokes most must move first is a value never stated",
            {("SUP001", "first-mover"), ("SUP008", "who-moves-first")},
        ),
        ("the refusal of the offer rests on the word of one interested party", {("SRC003", "stonewalled")}),
        ("the consequence that closes the article has no support", {("SUP001", "detonator"), ("SUP003", "stakes")}),
        ("the vulnerable side of Kaliningrad leads nowhere", {("SUP006", "two-faced")}),
        ("what is called undeniable rests on nothing", {("TXT001", "crowding")}),
        ("what the proposals would cost is never weighed", {("POL005", "moratorium"), ("POL005", "drawdown")}),
        ("what candour would bring about is not said", {("POL004", "candour")}),
    ],
)
def test_a_gap_of_the_article_is_found(kaliningrad: ArgumentMap, gap: str, found: set[tuple[str, str]]) -> None:
    assert found <= {(finding.code, finding.element) for finding in kaliningrad.check()}, gap


def test_the_map_itself_is_in_order(kaliningrad: ArgumentMap) -> None:
    findings = kaliningrad.check()
    assert [finding for finding in findings if finding.code.startswith(("STR", "WAI", "SRC004", "SRC005"))] == []
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    assert {(finding.code, finding.element) for finding in findings if finding.waived} == {
        ("SUP001", "not-permanent"),
        ("TXT003", "at-sea"),
    }
