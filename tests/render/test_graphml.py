"""GraphML: read back by networkx, counted, and held to what yEd needs."""

from __future__ import annotations

import itertools
from collections import Counter

import networkx as nx
import pytest
import strategies
from defusedxml import ElementTree
from hypothesis import given, settings
from syrupy.assertion import SnapshotAssertion

from argmap.graph import used_claims
from argmap.model import ArgumentMap, Claim, Draft
from argmap.render import to_graphml

NS = {"g": "http://graphml.graphdrawing.org/xmlns", "y": "http://www.yworks.com/xml/graphml"}


def read(text: str) -> nx.Graph:
    return nx.parse_graphml(text, force_multigraph=True)


def by_element(graph: nx.Graph) -> dict[str, dict[str, object]]:
    return {data["element"]: data for _, data in graph.nodes(data=True)}


def test_the_graphml_of_a_small_map_is_as_agreed(small_map: ArgumentMap, make_gap, snapshot: SnapshotAssertion) -> None:
    assert to_graphml(small_map, findings=[make_gap("close", "No value given")]) == snapshot


def test_networkx_reads_claims_and_steps_as_nodes(small_map: ArgumentMap, make_gap) -> None:
    graph = read(to_graphml(small_map, findings=[make_gap("close", "No value given")]))
    nodes = by_element(graph)
    assert Counter(data["type"] for data in nodes.values()) == {"claim": 7, "proposal": 1, "inference": 3, "attack": 3}
    assert Counter(data["relation"] for *_, data in graph.edges(data=True)) == {
        "premise": 7, "conclusion": 3, "target": 3,
    }  # fmt: skip
    assert (nodes["law"]["implicit"], nodes["gauge"]["held"], nodes["rain"]["held"]) == (True, True, False)
    assert (nodes["wet"]["role"], nodes["a3"]["kind"]) == ("main claim", "undercut")
    assert nodes["close"]["gap"] == "No value given"
    assert graph.graph["title"] == "Is the street wet?"


def test_warrants_and_answers_are_told_from_premises() -> None:
    draft = Draft()
    main, reason, law, answer = (draft.claim(text, id=text) for text in ("main", "reason", "law", "answer"))
    draft.support(main, reason, warrant=law, answers={"why": answer, "who": reason}, scheme="sign", weight=0.5)
    graph = read(to_graphml(draft.build()))
    names = nx.get_node_attributes(graph, "element")
    found = sorted((names[tail], data["relation"], data.get("question")) for tail, _, data in graph.edges(data=True))
    assert found == [
        ("answer", "answer", "why"), ("i1", "conclusion", None), ("law", "warrant", None), ("reason", "answer", "who"),
        ("reason", "premise", None),
    ]  # fmt: skip
    assert (by_element(graph)["i1"]["scheme"], by_element(graph)["i1"]["weight"]) == ("sign", 0.5)


def test_yed_finds_a_box_with_text_and_colours_for_each_node_and_a_line_for_each_edge(small_map: ArgumentMap) -> None:
    root = ElementTree.fromstring(to_graphml(small_map))
    kinds = {key.get("yfiles.type"): key.get("id") for key in root.iterfind("g:key", NS) if key.get("yfiles.type")}
    nodes, edges = root.findall("g:graph/g:node", NS), root.findall("g:graph/g:edge", NS)
    for node in nodes:
        (shape,) = node.findall(f"g:data[@key='{kinds['nodegraphics']}']/y:ShapeNode", NS)
        children = [child.tag.partition("}")[2] for child in shape]
        assert children == ["Geometry", "Fill", "BorderStyle", "NodeLabel", "Shape"]
        assert float(shape.find("y:Geometry", NS).get("width")) > 20
        assert shape.find("y:NodeLabel", NS).text
    for edge in edges:
        (line,) = edge.findall(f"g:data[@key='{kinds['edgegraphics']}']/y:PolyLineEdge", NS)
        assert [child.tag.partition("}")[2] for child in line] == ["LineStyle", "Arrows"]
    assert (len(nodes), len(edges)) == (14, 13)


def test_no_box_lies_on_another_before_a_layout(large_map: ArgumentMap) -> None:
    root = ElementTree.fromstring(to_graphml(large_map))
    boxes = []
    for geometry in root.iter(f"{{{NS['y']}}}Geometry"):
        x, y, width, height = (float(geometry.get(name)) for name in ("x", "y", "width", "height"))
        boxes.append((x, y, x + width, y + height))
    assert not [
        (one, other)
        for one, other in itertools.combinations(boxes, 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


@pytest.mark.parametrize("text", ["<html><img src=x></html>", "]]> & \x00 \ufffe <b>", "\ud800 \x1b", "a\u202eb"])
def test_hostile_text_is_only_text(text: str) -> None:
    claim = Claim.model_construct(**(Claim(id="a", text="t").__dict__ | {"text": text}))
    hostile = ArgumentMap.model_construct(**(ArgumentMap().__dict__ | {"claims": (claim,), "title": text}))
    written = to_graphml(hostile)
    root = ElementTree.fromstring(written.encode())
    (label,) = root.iter(f"{{{NS['y']}}}NodeLabel")
    assert label.text.startswith("● CLAIM\n")
    assert not [element for element in root.iter() if element.tag.partition("}")[2] in {"html", "img", "b"}]
    assert "<!" not in written


@settings(max_examples=60, deadline=None)
@given(strategies.maps | strategies.structures)
def test_nothing_of_the_structure_is_lost(argument_map: ArgumentMap) -> None:
    graph = read(to_graphml(argument_map))
    names = nx.get_node_attributes(graph, "element")
    types = nx.get_node_attributes(graph, "type")
    steps = (*argument_map.inferences, *argument_map.attacks)
    defined = {claim.id for claim in argument_map.claims}
    assert {names[key] for key, kind in types.items() if kind in {"claim", "proposal"}} == defined
    nodes = sorted(names[key] for key, kind in types.items() if kind in {"inference", "attack"})
    assert nodes == sorted(step.id for step in steps)
    used = Counter((step.id, claim_id) for step in steps for claim_id in used_claims(step))
    relations = {"premise", "warrant", "answer"}
    drawn = {(tail, head) for tail, head, data in graph.edges(data=True) if data["relation"] in relations}
    assert Counter((names[head], names[tail]) for tail, head in drawn) == used
    goals = [data for *_, data in graph.edges(data=True) if data["relation"] in {"conclusion", "target"}]
    assert len(goals) == len(steps)
