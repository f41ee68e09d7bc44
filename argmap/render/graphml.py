"""The map as GraphML, for programs that analyse and draw graphs: with what yEd and Gephi show of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Unpack
from xml.etree import ElementTree as ET

from argmap.graph import ArgumentGraph, Step
from argmap.model import ArgumentMap, Attack, Inference
from argmap.render import theme
from argmap.render.build import build_picture, find_gaps
from argmap.render.cards import Card, Pill
from argmap.render.chips import second_word
from argmap.render.dot import card_border
from argmap.render.geometry import Box, find_geometry
from argmap.render.labels import card_head, card_lines, card_place
from argmap.render.options import Options, PictureOptions
from argmap.render.positions import Point
from argmap.render.scope import find_scope
from argmap.render.text import is_right_to_left, well_formed
from argmap.render.theme import LineKind

_NODE_FIELDS: Mapping[str, str] = {
    "element": "string",
    "type": "string",
    "label": "string",
    "text": "string",
    "kind": "string",
    "role": "string",
    "implicit": "boolean",
    "held": "boolean",
    "scheme": "string",
    "weight": "double",
    "gap": "string",
    "x": "double",
    "y": "double",
    "size": "double",
    "r": "int",
    "g": "int",
    "b": "int",
}
"""What a node has, and of which type of GraphML it is. Gephi knows the last six, and the label, by these names."""
_EDGE_FIELDS: Mapping[str, str] = {"relation": "string", "question": "string", "r": "int", "g": "int", "b": "int"}
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd">"""
_NODE_GRAPHICS, _EDGE_GRAPHICS = "d3", "d7"
"""Keys of what yEd draws. Gephi knows these two as old files of yEd have them; of others it reports severe issues."""
_ROOM = 1.2
"""How much larger boxes, and all between them, are than in the picture: yEd may have wider letters than Arial."""

_ARROWS: Mapping[LineKind, str] = {
    LineKind.SUPPORT: "standard",
    LineKind.REBUT: "t_shape",
    LineKind.UNDERMINE: "t_shape",
    LineKind.UNDERCUT: "white_diamond",
}


def to_graphml(argument_map: ArgumentMap, **options: Unpack[PictureOptions]) -> str:
    """Return the map as GraphML: a graph for Gephi, networkx and igraph, and the picture in tiers for yEd.

    Inferences and attacks are nodes, so that linked premises, undercuts and attacks on attacks are all there. A node
    has `element` (its id in the map), `type` (claim, proposal, inference, attack or undefined), `label` and `weight`;
    claims `text`, `kind`, `role`, `implicit` and `held`; inferences `scheme`; attacks as `kind` rebut, undermine or
    undercut; and what lacks support `gap`. An edge has as `relation` premise, warrant, answer, conclusion or target,
    and an answer the critical `question`. Nodes have a place (`x`, `y`, which grows upwards), a `size` and a colour
    (`r`, `g`, `b`, 0-255), edges a colour. The title of the map is the `desc` of the graph.

    Up to 150 claims stand, and lines bend, as in the SVG in tiers, for which Graphviz takes about 1 s; larger maps, and
    all where there is no Graphviz, stand in rows in O(n + m).

    Args:
        argument_map: the map.
        **options: see `PictureOptions`; findings, orientation, focus, depth, title, theme and time_limit count, the
            rest does not. Columns are set in tiers.

    Raises:
        PictureOptionError: an option has a value that cannot be drawn.
        UnknownElementError: the map has no claim with the id of the focus.

    Examples:
        >>> import networkx as nx
        >>> from argmap.model import Draft
        >>> draft = Draft(title="Rain")
        >>> _ = draft.support(draft.claim("The street is wet", id="wet"), draft.claim("It rains", id="rain"))
        >>> graph = nx.parse_graphml(to_graphml(draft.build()))
        >>> sorted(data["element"] for _, data in graph.nodes(data=True))
        ['i1', 'rain', 'wet']
        >>> sorted(data["relation"] for *_, data in graph.edges(data=True))
        ['conclusion', 'premise']
    """
    return "\n".join(_Writer(argument_map, Options(**options)).lines())


class _Writer:
    def __init__(self, argument_map: ArgumentMap, options: Options) -> None:
        self.graph = ArgumentGraph(argument_map)
        self.gaps = dict(find_gaps(options.findings))
        self.picture = build_picture(
            self.graph, Options(focus=options.focus, depth=options.depth, title=options.title, theme=options.theme)
        )
        # Without findings there are no cards and no pills of gaps, so the pills are the steps, in their order.
        self.steps: tuple[Step, ...] = find_scope(self.graph, options.focus, options.depth).steps
        self.keys = {card.element_id: card.key for card in self.picture.cards}
        self.paint = self.picture.theme
        self.geometry = find_geometry(self.picture, options)

    def lines(self) -> Iterator[str]:
        yield _HEAD
        for name, kind in _NODE_FIELDS.items():
            yield f'<key id="{name}" for="node" attr.name="{name}" attr.type="{kind}"/>'
        for name, kind in _EDGE_FIELDS.items():
            yield f'<key id="edge-{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>'
        yield f'<key id="{_NODE_GRAPHICS}" for="node" yfiles.type="nodegraphics"/>'
        yield f'<key id="{_EDGE_GRAPHICS}" for="edge" yfiles.type="edgegraphics"/>'
        yield '<graph id="G" edgedefault="directed">'
        if self.picture.title:
            title = ET.Element("desc")
            title.text = well_formed(self.picture.title)
            yield _text(title)
        yield from (_text(self._card(card)) for card in self.picture.cards)
        pairs = list(zip(self.picture.pills, self.steps, strict=True))
        yield from (_text(self._pill(pill, step)) for pill, step in pairs)
        edges = (edge for pill, step in pairs for edge in self._edges(pill, step))
        for number, edge in enumerate(edges):
            edge.set("id", f"e{number}")
            yield _text(edge)
        yield "</graph>"
        yield "</graphml>"
        yield ""

    def _card(self, card: Card) -> ET.Element:
        node = ET.Element("node", {"id": card.key})
        style, border = self.paint.card_style(card.kind, None), card_border(card, self.paint)
        shape = self._shape(node, card.key, style.tint)
        line = {"type": border.style or "line", "width": f"{border.width:.1f}"}
        ET.SubElement(shape, "y:BorderStyle", {"color": (style.border or style.accent).upper(), **line})
        lines = [
            *card_lines(card, self.geometry.plan.text_width),
            *([theme.more_below(card.more)] if card.more else []),
        ]
        look = "bold" if style.bold else "italic" if style.italic else "plain"
        position = "br" if is_right_to_left(card.text) else "bl"
        # The first label is what yEd, and what reads its files, takes for the text of the box.
        _label(shape, "\n".join(lines), _Font(style.ink, style.size, look), position)
        head = card_head(card, style, plus=card.key in self.geometry.plan.plus)
        _label(shape, head, _Font(style.accent), "tl")
        if place := card_place(card):
            _label(shape, place, _Font(style.reference), "tr")
        ET.SubElement(shape, "y:Shape", {"type": "roundrectangle"})
        values: dict[str, object] = {"element": card.element_id, "label": card.text or card.element_id}
        claim = self.graph.claims.get(card.element_id)
        if claim is None:
            values["type"] = "undefined"
        else:
            values |= {"type": claim.type, "text": claim.text, "kind": claim.kind.value, "weight": claim.weight}
            values |= {"role": self.graph.role(claim.id).value, "implicit": claim.implicit}
            values["held"] = self.graph.is_held(claim.id)
        # On a white ground the tint of a card could not be seen on a dot.
        self._fill(node, card.key, values, style.border or style.stripe or style.accent)
        return node

    def _pill(self, pill: Pill, step: Step) -> ET.Element:
        node = ET.Element("node", {"id": pill.key})
        words = " ".join(word for word in (pill.kind.upper(), second_word(pill)) if word)
        colour = self.paint.pills[pill.kind]
        shape = self._shape(node, pill.key, colour)
        ET.SubElement(shape, "y:BorderStyle", {"color": colour.upper(), "type": "line", "width": "1.0"})
        _label(shape, words, _Font(self.paint.pill_ink), "c")
        ET.SubElement(shape, "y:Shape", {"type": "roundrectangle"})
        values: dict[str, object] = {"element": step.id, "label": words, "weight": step.weight}
        if isinstance(step, Inference):
            values |= {"type": "inference", "scheme": step.scheme}
        else:
            values |= {"type": "attack", "kind": self.graph.attack_kind(step).value}
        self._fill(node, pill.key, values, colour)
        return node

    def _shape(self, node: ET.Element, key: str, fill: str) -> ET.Element:
        # Gephi takes this for the label of the node, as far as no label follows.
        shape = ET.SubElement(ET.SubElement(node, "data", {"key": _NODE_GRAPHICS}), "y:ShapeNode")
        box = self.geometry.boxes[key]
        corner = {"x": box.x - box.width / 2, "y": box.y - box.height / 2}
        numbers = {**corner, "width": box.width, "height": box.height}
        ET.SubElement(shape, "y:Geometry", {name: _number(value) for name, value in numbers.items()})
        ET.SubElement(shape, "y:Fill", {"color": fill.upper(), "transparent": "false"})
        return shape

    def _fill(self, node: ET.Element, key: str, values: dict[str, object], colour: str) -> None:
        box = self.geometry.boxes[key]
        values["gap"] = self.gaps.get(str(values["element"])) or None
        values |= {"x": _number(box.x), "y": _number(-box.y), "size": _number(box.height / 2), **_channels(colour)}
        for name in _NODE_FIELDS:
            if (value := values.get(name)) is not None:
                _data(node, name, str(value).lower() if isinstance(value, bool) else str(value))

    def _edges(self, pill: Pill, step: Step) -> Iterator[ET.Element]:
        for claim_id in dict.fromkeys(step.premises):
            yield self._edge(self.keys[claim_id], pill.key, "premise", pill.line)
        if isinstance(step, Inference):
            if step.warrant is not None:
                yield self._edge(self.keys[step.warrant], pill.key, "warrant", pill.line)
            for question, claim_id in step.answers.items():
                edge = self._edge(self.keys[claim_id], pill.key, "answer", LineKind.ANSWER)
                _data(edge, "edge-question", question)
                yield edge
        yield self._edge(pill.key, pill.head, "target" if isinstance(step, Attack) else "conclusion", pill.line)

    def _edge(self, tail: str, head: str, relation: str, line: LineKind) -> ET.Element:
        edge = ET.Element("edge", {"source": tail, "target": head})
        style = self.paint.lines[line]
        drawn = ET.SubElement(ET.SubElement(edge, "data", {"key": _EDGE_GRAPHICS}), "y:PolyLineEdge")
        self._path(drawn, tail, head)
        look = {"solid": "line", "bold": "line"}.get(style.stroke, style.stroke)
        width = "1.1" if line is LineKind.ANSWER else "1.8"
        ET.SubElement(drawn, "y:LineStyle", {"color": style.colour.upper(), "type": look, "width": width})
        arrow = _ARROWS.get(line, "none") if relation in {"conclusion", "target"} else "none"
        ET.SubElement(drawn, "y:Arrows", {"source": "none", "target": arrow})
        ET.SubElement(drawn, "y:BendStyle", {"smoothed": "false"})
        for name, value in ({"relation": relation} | _channels(style.colour)).items():
            _data(edge, f"edge-{name}", value)
        return edge

    def _path(self, drawn: ET.Element, tail: str, head: str) -> None:
        """Add where the line leaves and enters the boxes, from their centres, and where it bends."""
        boxes, points = self.geometry.boxes, self.geometry.lines.get((tail, head), ())
        ports = (0.0, 0.0, 0.0, 0.0)
        if points:
            ports = (*_port(boxes[tail], points[0], points[1]), *_port(boxes[head], points[-1], points[-2]))
        names = ("sx", "sy", "tx", "ty")
        path = ET.SubElement(drawn, "y:Path", {name: _number(port) for name, port in zip(names, ports, strict=True)})
        for x, y in points[1:-1]:
            ET.SubElement(path, "y:Point", {"x": _number(x), "y": _number(y)})


def _port(box: Box, end: Point, following: Point) -> Point:
    """Return where a line ends, from the centre of the box; yEd cuts off what is inside of the box."""
    x, y = end[0] - box.x, end[1] - box.y
    return (x, 0.0) if abs(end[0] - following[0]) < abs(end[1] - following[1]) else (0.0, y)


@dataclass(frozen=True, slots=True)
class _Font:
    colour: str
    size: int = 9
    look: str = "bold"


def _label(shape: ET.Element, text: str, font: _Font, position: str) -> None:
    """Add text to a box: inside, at a corner (tl, tr, bl, br) or in the middle (c)."""
    label = ET.SubElement(
        shape,
        "y:NodeLabel",
        {
            "alignment": {"l": "left", "r": "right"}.get(position[-1], "center"),
            "autoSizePolicy": "content",
            "fontFamily": theme.FONT,
            "fontSize": str(font.size),
            "fontStyle": font.look,
            "hasBackgroundColor": "false",
            "hasLineColor": "false",
            "modelName": "internal",
            "modelPosition": position,
            "textColor": font.colour.upper(),
            "visible": "true",
            "xml:space": "preserve",
        },
    )
    # yEd takes a label that begins so for markup; a space of no width keeps it text.
    label.text = well_formed(f"\u200b{text}" if text.lstrip().lower().startswith("<html") else text)


def _number(points: float) -> str:
    return f"{points * _ROOM:.1f}"


def _channels(colour: str) -> dict[str, str]:
    return {name: str(int(colour[start : start + 2], 16)) for name, start in (("r", 1), ("g", 3), ("b", 5))}


def _data(parent: ET.Element, key: str, text: str) -> None:
    ET.SubElement(parent, "data", {"key": key}).text = well_formed(text)


def _text(element: ET.Element) -> str:
    return ET.tostring(element, encoding="unicode")
