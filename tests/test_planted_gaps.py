"""The gaps planted in the map of examples/school-start: each is found, and nothing else is found with high confidence.

Most are gaps of the article, as real op-eds have them; the last five are slips of the map.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.checks import run
from argmap.formats import load
from argmap.model import Confidence, Finding

EXAMPLES = Path(__file__).parent.parent / "examples"

GAPS = {
    "First period is wasted as students gave up on it, and they gave up as it is wasted.": ["SUP004 given-up"],
    "The lateness of 2019-20 is laid at the door of a change of 2021.": ["TIM001 lateness-followed"],
    "The surgeon is like the students only if 7:20 is to them what four o'clock is to her; nobody says so.": [
        "SUP001 like-four",
        "SUP008 no-fair-test",
    ],
    "That the driver had nodded off is hearsay without a source, and the map takes it for a fact.": [
        "SRC001 river-road",
        "TXT002 river-road",
    ],
    "The federal study is mentioned, and nothing is said against it.": ["ATK001 no-such-effect"],
    "The parents' fear of the dark is answered by a remark with nothing behind it.": [
        "ATK003 dark-mornings",
        "SRC001 early-birds",
    ],
    "That the buses can make both rounds is no reason why they should, and nobody is named who would see to it.": [
        "POL001 reroute",
        "POL003 reroute",
    ],
    "What is so today rests on figures of 2011-12, published in 2015.": ["TIM002 few"],
    "The poll comes from the campaign that wants the later bell.": ["SRC003 seven-in-ten"],
    "That the hour is no law of nature leads on to nothing.": ["SUP006 no-law"],
    "Nothing speaks for the hope that parents will keep their half of the bargain.": [
        "SUP001 parents-follow",
        "SUP003 bargain",
        "POL002 phones-off",
        "SUP002 phones-off",
    ],
    "That a rested school is a kinder school has no reason, and yet it is beyond doubt.": [
        "SUP001 kinder",
        "TXT001 kinder",
    ],
    "The name of the scheme is misspelt.": ["SCH001 doctors-say"],
    "Grades and attendance stand in one box.": ["TXT003 seattle-school"],
    "The claim stands in the map twice.": ["TXT004 need"],
    "The anchor has evenings, where the article has evening.": ["SRC004 parents-follow"],
    "The critics' claim has a reason, so there is nothing to waive.": ["WAI002 stay-up"],
}
PLANTED = [found for by in GAPS.values() for found in by]


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    text = (EXAMPLES / "school-start.txt").read_text(encoding="utf-8")
    return run(load(EXAMPLES / "school-start.argmap.yaml"), texts={"article": text}).unwaived


@pytest.mark.parametrize("planted", PLANTED)
def test_each_planted_gap_is_found(planted: str, findings: tuple[Finding, ...]) -> None:
    assert planted in {f"{finding.code} {finding.element}" for finding in findings}


def test_nothing_else_is_found_with_high_confidence(findings: tuple[Finding, ...]) -> None:
    sure = (finding for finding in findings if finding.confidence is Confidence.HIGH)
    assert [str(finding) for finding in sure if f"{finding.code} {finding.element}" not in PLANTED] == []


def test_no_finding_is_planted_twice() -> None:
    assert len(PLANTED) == len(set(PLANTED))
