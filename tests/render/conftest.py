"""Maps to draw."""

from __future__ import annotations

import pytest

from argmap.model import Anchor, ArgumentMap, Claim, Confidence, Draft, Finding, Inference, Severity


def gap(element_id: str, words: str, *, waived: str | None = None) -> Finding:
    return Finding("SUP001", Severity.WARNING, Confidence.HIGH, "m", element=element_id, gap=words, waived=waived)


@pytest.fixture
def make_gap():
    return gap


@pytest.fixture
def small_map() -> ArgumentMap:
    """Linked premises, one of them implicit; evidence; a rebuttal, an undermining reply and an undercut."""
    draft = Draft(title="Is the street wet?")
    draft.source("report", title="Weather report")
    wet = draft.claim("The street is wet", id="wet", main=True, at=[Anchor(paragraph=1)])
    close = draft.proposal("Close the street", id="close", main=True, at=[Anchor(paragraph=5), Anchor(paragraph=8)])
    rain = draft.claim("It has rained", id="rain", at=[Anchor(paragraph=2)])
    measured = draft.claim("The gauge shows 5 mm", id="gauge", cites="report")
    law = draft.claim("Rain wets streets", id="law", implicit=True)
    roof = draft.claim("There is a roof over the street", id="roof")
    hole = draft.claim("The roof has a hole", id="hole")
    broken = draft.claim("The gauge is broken", id="broken")
    draft.support(wet, rain, law, id="i1")
    draft.support(rain, measured, id="i2")
    draft.support(close, wet, id="i3")
    draft.attack(wet, roof, id="a1")
    draft.attack(roof, hole, id="a2")
    draft.attack("i2", broken, id="a3")
    return draft.build()


@pytest.fixture
def large_map() -> ArgumentMap:
    """Sixty claims, three reasons to each, some shared: too many to be read in tiers."""
    claims = tuple(Claim(id=f"c{i}", text=f"Claim number {i}, which says what many words can say") for i in range(60))
    inferences = tuple(
        Inference(id=f"i{i}", premises=tuple(f"c{k}" for k in range(3 * i + 1, min(3 * i + 4, 60))), conclusion=f"c{i}")
        for i in range(20)
    )
    shared = tuple(Inference(id=f"s{i}", premises=("c30", f"c{i}"), conclusion=f"c{i - 8}") for i in range(12, 17))
    return ArgumentMap(title="A large map", main=("c0",), claims=claims, inferences=inferences + shared)
