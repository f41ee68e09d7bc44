"""GraphML: what argmap itself writes comes back, and what people draw in yEd is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from strategies import maps

import argmap as am
from argmap.formats.graphml import read_graphml
from argmap.model import ArgumentMap

ROOT = Path(__file__).parent.parent.parent
DRAWN = Path(__file__).parent / "bridges" / "bridge.graphml"


def test_a_graph_of_yed_is_read_by_labels_and_colours() -> None:
    result = am.read(DRAWN)
    texts = {claim.id: claim.text for claim in result.map.claims}
    assert list(texts.values())[:2] == ["The bridge should close", "Most cars pass through"]
    assert texts["n2::n0"] == "Shops need deliveries"
    assert [(step.premises, step.conclusion) for step in result.map.inferences] == [(("n1",), "n0")]
    assert [(attack.premises, attack.target) for attack in result.map.attacks] == [
        (("n2::n0",), "n0"),
        (("n2::n0",), "n1"),
    ]
    assert result.map.claims[1].extensions == {"graphml": {"owner": "Ada"}}
    assert str(result.source_map.place(("claims", 1))).endswith("bridge.graphml:9:5")


def test_an_example_that_argmap_drew_comes_back() -> None:
    drawn = am.load(ROOT / "examples" / "kaliningrad.argmap.yaml")
    result = read_graphml(am.to_graphml(drawn), "a.graphml")
    assert result.findings == ()
    assert kept(result.map) == kept(drawn)
    assert result.map.title == drawn.title
    assert not any(claim.extensions for claim in result.map.claims)


def kept(found: ArgumentMap) -> tuple[object, ...]:
    """Return what GraphML holds of a map that nothing is wrong with."""
    claims = sorted((c.id, c.type, c.text, c.kind.value, c.implicit, c.weight) for c in found.claims)
    steps = sorted(
        (step.id, tuple(dict.fromkeys(step.premises)), step.conclusion, step.scheme, step.warrant, step.weight)
        for step in found.inferences
    )
    return claims, steps, sorted((a.id, tuple(dict.fromkeys(a.premises)), a.target) for a in found.attacks)


@settings(max_examples=40)
@given(maps)
def test_every_graph_that_argmap_writes_is_read(drawn: ArgumentMap) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARGMAP_DOT", "no-such-program")  # where things stand does not matter here
        result = read_graphml(am.to_graphml(drawn), "a.graphml")
    assert result.map is not None
    assert {finding.code for finding in result.findings} <= {"FMT005", "FMT006", "FMT012"}


def test_an_edge_without_a_word_or_colour_is_a_reason_and_that_is_told() -> None:
    inside = "<node id='a b'/><node id='b'/><edge source='a b' target='b'/>"
    result = read_graphml(f"<graphml><graph edgedefault='undirected'>{inside}</graph></graphml>", "x")
    assert [finding.message for finding in result.findings] == [
        "neither label nor colour says what edges are, read as reasons: 1 of them",
        "the edges have no direction, and were read from source to target",
    ]
    assert result.map.inferences[0].premises == ("a-b",)


def test_what_maps_have_no_word_for_is_told() -> None:
    text = "<graphml><graph><node id='a'/><hyperedge/><edge source='a'/></graph></graphml>"
    assert [finding.code for finding in read_graphml(text, "x").findings] == ["FMT012", "FMT005"]


def test_what_is_drawn_into_a_file_of_argmap_later_is_read_too() -> None:
    """A box that attacks a claim, a box that is one more premise, and an edge from a step to the end that it lacked."""
    draft = am.Draft()
    wet, rain = draft.claim("It is wet", id="wet"), draft.claim("It rains", id="rain")
    draft.support(wet, rain, id="i1")
    graphics = "<data key='d3'><ShapeNode><NodeLabel>{}</NodeLabel></ShapeNode></data>"
    boxes = "".join(f"<node id='{name}'>{graphics.format(f'Box {name}')}</node>" for name in ("n8", "n9"))
    line = "<data key='d7'><LineStyle color='#FF0000'/></data>"
    edges = f"<edge id='e8' source='n8' target='c0'>{line}</edge><edge id='e9' source='n9' target='p0'/>"
    written = am.to_graphml(draft.build()).replace('<data key="edge-relation">conclusion</data>', "")
    result = read_graphml(written.replace("</graph>", f"{boxes}{edges}</graph>"), "a.graphml")
    assert result.findings == ()
    assert {claim.id: claim.text for claim in result.map.claims} == {
        "wet": "It is wet", "rain": "It rains", "n8": "Box n8", "n9": "Box n9",
    }  # fmt: skip
    assert [(step.premises, step.conclusion) for step in result.map.inferences] == [(("rain", "n9"), "wet")]
    assert [(attack.premises, attack.target) for attack in result.map.attacks] == [(("n8",), "wet")]
