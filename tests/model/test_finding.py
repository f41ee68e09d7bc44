"""What tells one finding from another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.checks import check
from argmap.formats import loads
from argmap.model import Confidence, Finding, Place, Severity

FOUND = Finding(
    code="STR001",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="premise [trafic] of inference [because] is not defined",
    element="because",
    path=("inferences", 0, "premises", 1),
    evidence=("trafic",),
)
BRIDGE = """\
argmap: 1
claims:
  close: {text: Close the bridge, kind: policy}
  quiet: {text: Quiet matters, kind: value}
inferences:
  because: {premises: [quiet, trafic], conclusion: close}
"""


@pytest.mark.parametrize(
    "change",
    [
        {"path": ("inferences", 7, "premises", 0)},
        {"message": "in other words", "fix": "otherwise"},
        {"place": Place("other.yaml", 9, 9)},
        {"severity": Severity.INFO, "confidence": Confidence.LOW},
        {"waived": "known"},
    ],
)
def test_a_fingerprint_stays_when_places_and_words_change(change: dict[str, object]) -> None:
    assert replace(FOUND, **change).fingerprint == FOUND.fingerprint


@pytest.mark.parametrize(
    "change",
    [
        {"code": "STR002"},
        {"element": "so"},
        {"element": None},
        {"path": ("inferences", 0, "conclusion")},
        {"evidence": ("quite",)},
    ],
)
def test_a_fingerprint_tells_findings_apart(change: dict[str, object]) -> None:
    assert replace(FOUND, **change).fingerprint != FOUND.fingerprint


def test_the_evidence_of_an_element_as_a_whole_may_change() -> None:
    about_element = replace(FOUND, path=("inferences", 0))
    assert replace(about_element, evidence=("quiet",)).fingerprint == about_element.fingerprint


def test_a_finding_is_the_same_after_unrelated_elements_came_in_front_of_it() -> None:
    more = BRIDGE.replace("  close:", "  new: {text: News, given: common}\n  close:")
    before, after = ({f.fingerprint for f in check(loads(text), select=["STR001", "SUP"])} for text in (BRIDGE, more))
    assert len(before) == 3
    assert before <= after


def test_a_fingerprint_is_the_same_in_every_release() -> None:
    assert FOUND.fingerprint == "de5394e688e5508d"
