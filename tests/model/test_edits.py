"""Edits change what they name and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from strategies import maps

from argmap.formats import loads
from argmap.model import SECTIONS, ArgumentMap, Edit, EditError, Remove, Replace, apply_edits

BRIDGE = loads(
    """\
argmap: 1
article: letter
main: [close, shut]
sources: {letter: {title: A letter}, count: {title: A count}}
claims:
  close: {text: Close it, cites: [count, letter], at: letter 1}
  quiet: Quiet matters
inferences:
  i: {premises: [quiet, close], conclusion: close, warrant: quiet, answers: {why: quiet, how: close}}
waivers: [{rule: SUP001, element: close}, {rule: SUP002}]
extensions: {aif: {nodes: [1, 2]}}
"""
)


@pytest.mark.parametrize(
    ("edits", "changed"),
    [
        ([Remove(("waivers", 0))], {"waivers": BRIDGE.waivers[1:]}),
        ([Remove(("waivers", 0)), Remove(("waivers", 1))], {"waivers": ()}),
        ([Remove(("claims", 1))], {"claims": BRIDGE.claims[:1]}),
        ([Remove(("main", 0)), Replace(("main", 1), "quiet")], {"main": ("quiet",)}),
        ([Remove(("article",))], {"article": None}),
        ([Replace(("article",), "count")], {"article": "count"}),
    ],
)
def test_edits_change_the_map(edits: list[Edit], changed: dict[str, object]) -> None:
    assert apply_edits(BRIDGE, edits) == BRIDGE.model_copy(update=changed)
    assert apply_edits(BRIDGE, list(reversed(edits))) == BRIDGE.model_copy(update=changed)


@pytest.mark.parametrize(
    ("edits", "changed"),
    [
        ([Remove(("inferences", 0, "premises", 1))], {"premises": ("quiet",)}),
        (
            [Replace(("inferences", 0, "premises", 0), "x"), Remove(("inferences", 0, "premises", 1))],
            {"premises": ("x",)},
        ),
        ([Remove(("inferences", 0, "warrant"))], {"warrant": None}),
        ([Replace(("inferences", 0, "answers", "why"), "x")], {"answers": {"why": "x", "how": "close"}}),
        ([Remove(("inferences", 0, "answers", "why"))], {"answers": {"how": "close"}}),
    ],
)
def test_edits_change_an_element(edits: list[Edit], changed: dict[str, object]) -> None:
    inference = BRIDGE.inferences[0].model_copy(update=changed)
    assert apply_edits(BRIDGE, edits) == BRIDGE.model_copy(update={"inferences": (inference,)})


def test_edits_reach_into_anchors_and_leave_the_map_itself_alone() -> None:
    before = BRIDGE.model_copy(deep=True)
    edited = apply_edits(BRIDGE, [Replace(("claims", 0, "at", 0, "source"), "count"), Remove(("extensions", "aif"))])
    assert edited.claims[0].at[0].source == "count"
    assert (edited.claims[1], edited.extensions) == (BRIDGE.claims[1], {})
    assert before == BRIDGE


@pytest.mark.parametrize(
    ("edits", "reason"),
    [
        ([Remove(("waivers", 2))], "nothing stands at waivers.2"),
        ([Remove(("claims", -1, "cites"))], "nothing stands at claims.-1.cites"),
        ([Remove(("claims", 9, "cites", 0))], "nothing stands at claims.9.cites.0"),
        ([Remove(("inferences", 0, "premises", 2))], "nothing stands at premises.2"),
        ([Remove(())], "a path leads to the map as a whole"),
        ([Remove(("claim", 0))], "a map has no field claim"),
        ([Remove(("inferences", 0, "premises", n)) for n in (0, 1)], "premises: tuple should have at least 1 item"),
        ([Remove(("inferences", 0, "conclusion"))], "conclusion: field required"),
        ([Replace(("main", 0), "two words")], "main.0: string should match pattern"),
        ([Replace(("claims", 0), "text")], "claims.0"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_reason(edits: list[Edit], reason: str) -> None:
    with pytest.raises(EditError) as caught:
        apply_edits(BRIDGE, edits)
    assert caught.value.reason.startswith(reason)


@given(maps)
def test_removing_every_element_leaves_the_rest(drawn: ArgumentMap) -> None:
    edits = [Remove((section, n)) for section in SECTIONS for n in range(len(getattr(drawn, section)))]
    assert apply_edits(drawn, edits) == drawn.model_copy(update=dict.fromkeys(SECTIONS, ()))
    assert apply_edits(drawn, []) == drawn
