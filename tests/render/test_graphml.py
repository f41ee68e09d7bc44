"""GraphML: read back by networkx, counted, and held to what yEd needs."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

import networkx as nx
import pytest
import strategies
from defusedxml import ElementTree
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from argmap.graph import used_claims
from argmap.model import ArgumentMap, Claim, Draft
from argmap.render import load_theme, to_graphml, to_svg
from argmap.render.text import text_width

SVG = "{http://www.w3.org/2000/svg}"
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
        children = dict.fromkeys(child.tag.partition("}")[2] for child in shape)
        assert list(children) == ["Geometry", "Fill", "BorderStyle", "NodeLabel", "Shape"]
        assert all(label.text for label in shape.iterfind("y:NodeLabel", NS))
    for edge in edges:
        (line,) = edge.findall(f"g:data[@key='{kinds['edgegraphics']}']/y:PolyLineEdge", NS)
        assert [child.tag.partition("}")[2] for child in line] == ["Path", "LineStyle", "Arrows", "BendStyle"]
    assert (len(nodes), len(edges)) == (14, 13)


def boxes_of(root: Element) -> dict[str, tuple[float, float, float, float]]:
    """Return for each node its left, upper, right and lower edge."""
    boxes = {}
    for node in root.iter(f"{{{NS['g']}}}node"):
        geometry = node.find(".//y:Geometry", NS)
        x, y, width, height = (float(geometry.get(name)) for name in ("x", "y", "width", "height"))
        boxes[node.get("id")] = (x, y, x + width, y + height)
    return boxes


def paths_of(root: Element) -> Iterator[tuple[str, str, list[tuple[float, float]]]]:
    """Yield source, target and points of each line, from centre to centre as far as its ports do not move it."""
    boxes = boxes_of(root)
    for edge in root.iter(f"{{{NS['g']}}}edge"):
        path = edge.find(".//y:Path", NS)
        centres = [((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in map(boxes.get, edge_ends(edge))]
        start, end = (
            (x + float(path.get(f"{name}x")), y + float(path.get(f"{name}y")))
            for name, (x, y) in zip("st", centres, strict=True)
        )
        bends = [(float(point.get("x")), float(point.get("y"))) for point in path]
        yield (*edge_ends(edge), [start, *bends, end])


def edge_ends(edge: Element) -> tuple[str, str]:
    return edge.get("source"), edge.get("target")


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("program", ["", "no-such-program"])
def test_no_box_lies_on_another(large_map: ArgumentMap, program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if program:
        monkeypatch.setenv("ARGMAP_DOT", program)
    boxes = boxes_of(ElementTree.fromstring(to_graphml(large_map)))
    assert not [pair for pair in itertools.combinations(boxes.values(), 2) if overlap(*pair)]


@pytest.mark.parametrize("orientation", ["up", "left", "columns"])
def test_lines_have_right_angles_and_cross_no_box(
    small_map: ArgumentMap, large_map: ArgumentMap, orientation: str
) -> None:
    for drawn in (small_map, large_map):
        root = ElementTree.fromstring(to_graphml(drawn, orientation=orientation))
        boxes = boxes_of(root)
        bent = 0
        for source, target, points in paths_of(root):
            for (x, y), (next_x, next_y) in itertools.pairwise(points):
                assert min(abs(x - next_x), abs(y - next_y)) < 1
                way = (min(x, next_x), min(y, next_y), max(x, next_x), max(y, next_y))
                crossed = {key for key, box in boxes.items() if overlap(way, box)} - {source, target}
                assert crossed == set()
            bent += len(points) > 2
        assert bent > 0


@pytest.mark.parametrize("orientation", ["up", "left"])
def test_boxes_stand_as_in_the_svg_a_fifth_larger(small_map: ArgumentMap, orientation: str) -> None:
    drawn = {}
    for group in ElementTree.fromstring(to_svg(small_map, orientation=orientation)).iter(f"{SVG}g"):
        if "argmap-card" in group.get("class", "") or "argmap-pill" in group.get("class", ""):
            numbers = [float(number) for number in re.findall(r"-?[0-9.]+", group.find(f"{SVG}path").get("d"))]
            xs, ys = numbers[::2], numbers[1::2]
            drawn[group.get("id").partition("-")[2]] = [1.2 * side for side in (min(xs), min(ys), max(xs), max(ys))]
    found = boxes_of(ElementTree.fromstring(to_graphml(small_map, orientation=orientation)))
    assert found.keys() == drawn.keys()
    moved = [found["c0"][axis] - drawn["c0"][axis] for axis in (0, 1)] * 2
    for key, box in found.items():
        expected = [side + move for side, move in zip(drawn[key], moved, strict=True)]
        assert box == pytest.approx(expected, abs=2)


def test_texts_fit_into_their_boxes_in_letters_a_seventh_wider_than_arial(large_map: ArgumentMap) -> None:
    root = ElementTree.fromstring(to_graphml(large_map))
    for shape in root.iter(f"{{{NS['y']}}}ShapeNode"):
        geometry, labels = shape.find("y:Geometry", NS), shape.findall("y:NodeLabel", NS)
        room = float(geometry.get("width")), float(geometry.get("height"))
        sizes = [label_size(label) for label in labels]
        assert max(width for width, _ in sizes) <= room[0]
        assert sum(height for _, height in sizes) <= room[1]


def label_size(label: Element) -> tuple[float, float]:
    """Return how large yEd makes a label: four units around the text, and lines as high as Dialog's."""
    size, lines = int(label.get("fontSize")), label.text.split("\n")
    width = max(text_width(line, size, bold=label.get("fontStyle") == "bold") for line in lines)
    return width * 1.14 + 4, len(lines) * size * 1.165 + 4


def test_gephi_finds_label_place_size_and_colour_by_its_own_names(small_map: ArgumentMap) -> None:
    """What its importer takes for properties goes by the id of a key, else by the name, whatever the case."""
    root = ElementTree.fromstring(to_graphml(small_map))
    for of, properties in (("node", {"label", "x", "y", "size", "r", "g", "b"}), ("edge", {"r", "g", "b"})):
        names = {key.get("attr.name") for key in root.findall(f"g:key[@for='{of}']", NS)}
        assert properties <= names
        keys = {key.get("id") for key in root.findall(f"g:key[@for='{of}']", NS) if key.get("attr.name") in properties}
        for element in root.iter(f"{{{NS['g']}}}{of}"):
            assert keys <= {data.get("key") for data in element.iterfind("g:data", NS)}


def test_gephi_has_no_issue_with_any_key(small_map: ArgumentMap) -> None:
    """It reports keys for anything but nodes and edges, and keys without a type that are none of its properties."""
    keys = ElementTree.fromstring(to_graphml(small_map)).findall("g:key", NS)
    assert {key.get("for") for key in keys} == {"node", "edge"}
    untyped = {(key.get("for"), key.get("id")) for key in keys if not key.get("attr.type")}
    assert untyped == {("node", "d3"), ("edge", "d7")}
    assert {key.get("attr.type") for key in keys} - {None} <= {"boolean", "int", "long", "float", "double", "string"}


def test_the_text_of_a_box_comes_before_the_label_that_replaces_it_in_gephi(small_map: ArgumentMap) -> None:
    for node in ElementTree.fromstring(to_graphml(small_map)).iter(f"{{{NS['g']}}}node"):
        keys = [data.get("key") for data in node.iterfind("g:data", NS)]
        assert keys.index("d3") < keys.index("label")


def test_main_claims_stand_above_for_gephi_whose_y_grows_upwards(small_map: ArgumentMap) -> None:
    nodes = by_element(read(to_graphml(small_map, orientation="up")))
    assert nodes["close"]["y"] > nodes["wet"]["y"] > nodes["rain"]["y"] > nodes["gauge"]["y"]


def test_values_are_those_of_the_schema_of_yworks(small_map: ArgumentMap) -> None:
    """Its colours are written in capitals, and its lines, arrows, shapes and positions have these names."""
    root = ElementTree.fromstring(to_graphml(small_map, theme=replace(load_theme("default"), pill_ink="#abcdef")))
    allowed = {
        ("LineStyle", "type"): {"line", "dashed", "dotted", "dashed_dotted"},
        ("BorderStyle", "type"): {"line", "dashed", "dotted", "dashed_dotted"},
        ("Arrows", "source"): {"none"},
        ("Arrows", "target"): {"none", "standard", "t_shape", "white_diamond"},
        ("NodeLabel", "modelName"): {"internal"},
        ("NodeLabel", "modelPosition"): {"c", "tl", "tr", "bl", "br"},
        ("NodeLabel", "alignment"): {"left", "center", "right"},
        ("NodeLabel", "fontStyle"): {"plain", "bold", "italic"},
        ("Shape", "type"): {"roundrectangle"},
    }
    for (name, attribute), values in allowed.items():
        assert {element.get(attribute) for element in root.iter(f"{{{NS['y']}}}{name}")} <= values
    colours = [value for element in root.iter() for name, value in element.items() if "olor" in name and "#" in value]
    assert "#ABCDEF" in colours
    assert not [colour for colour in colours if not re.fullmatch(r"#([0-9A-F]{2}){3,4}", colour)]


def test_the_first_label_of_a_card_is_what_it_claims(small_map: ArgumentMap) -> None:
    root = ElementTree.fromstring(to_graphml(small_map))
    first = {node.get("id"): node.find(".//y:NodeLabel", NS).text for node in root.iter(f"{{{NS['g']}}}node")}
    assert (first["c0"], first["p0"]) == ("The street is wet", "BECAUSE")


def test_premises_of_a_bracket_meet_before_they_go_on(small_map: ArgumentMap) -> None:
    text = to_graphml(small_map, orientation="up")
    names = nx.get_node_attributes(read(text), "element")
    ends = {names[source]: points for source, _, points in paths_of(ElementTree.fromstring(text))}
    joined, other = ends["rain"], ends["law"]
    assert joined[2:] == other[2:]
    assert joined[1][1] == other[1][1]


def test_the_title_is_the_description_of_the_graph(small_map: ArgumentMap) -> None:
    described = ElementTree.fromstring(to_graphml(small_map)).findall("g:graph/g:desc", NS)
    assert [element.text for element in described] == ["Is the street wet?"]
    assert "<desc" not in to_graphml(small_map, title="")


@pytest.mark.parametrize("text", ["<html><img src=x></html>", "]]> & \x00 \ufffe <b>", "\ud800 \x1b", "a\u202eb"])
def test_hostile_text_is_only_text(text: str) -> None:
    claim = Claim.model_construct(**(Claim(id="a", text="t").__dict__ | {"text": text}))
    hostile = ArgumentMap.model_construct(**(ArgumentMap().__dict__ | {"claims": (claim,), "title": text}))
    written = to_graphml(hostile)
    root = ElementTree.fromstring(written.encode())
    body, head = root.iter(f"{{{NS['y']}}}NodeLabel")
    assert head.text == "● CLAIM"
    assert not body.text.lower().startswith("<html")
    assert not [element for element in root.iter() if element.tag.partition("}")[2] in {"html", "img", "b"}]
    assert "<!" not in written


@settings(max_examples=60, deadline=None)
@given(strategies.maps | strategies.structures)
def test_nothing_of_the_structure_is_lost(argument_map: ArgumentMap) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARGMAP_DOT", "no-such-program")  # the structure is the same, and so is had in less time
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


@settings(max_examples=15, deadline=None)
@given(strategies.maps | strategies.structures, st.sampled_from(["up", "left"]))
def test_lines_begin_and_end_at_their_boxes(argument_map: ArgumentMap, orientation: str) -> None:
    root = ElementTree.fromstring(to_graphml(argument_map, orientation=orientation))
    boxes = boxes_of(root)
    for source, target, points in paths_of(root):
        for key, (x, y) in ((source, points[0]), (target, points[-1])):
            left, top, right, bottom = boxes[key]
            assert left - 1 <= x <= right + 1
            assert top - 1 <= y <= bottom + 1
