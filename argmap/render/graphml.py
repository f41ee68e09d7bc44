"""The map as GraphML, for programs that analyse and draw graphs; with what yEd shows of it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Unpack
from xml.etree import ElementTree as ET

from argmap.graph import ArgumentGraph, Step
from argmap.model import ArgumentMap, Attack, Inference
from argmap.render import theme
from argmap.render.build import build_picture, find_gaps
from argmap.render.cards import Card, Picture, Pill
from argmap.render.chips import pill_size
from argmap.render.labels import card_place
from argmap.render.levels import find_levels
from argmap.render.options import Options, PictureOptions
from argmap.render.scope import find_scope
from argmap.render.text import clean, text_width, well_formed, wrap
from argmap.render.theme import LINES, CardKind, LineKind
from argmap.render.themes import Theme

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
}
"""What a node has, and of which type of GraphML it is."""
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd">"""
_NODE_GRAPHICS, _EDGE_GRAPHICS = "node-graphics", "edge-graphics"
_MOST_LINES = 40
_ABOVE, _BESIDE = 60.0, 30.0
"""Between two rows, and between two boxes of a row, in yEd's units."""

_ARROWS: Mapping[LineKind, str] = {
    LineKind.SUPPORT: "standard",
    LineKind.REBUT: "t_shape",
    LineKind.UNDERMINE: "t_shape",
    LineKind.UNDERCUT: "white_diamond",
}


def to_graphml(argument_map: ArgumentMap, **options: Unpack[PictureOptions]) -> str:
    """Return the map as GraphML: a graph for Gephi, networkx and igraph, and boxes with texts and colours for yEd.

    Inferences and attacks are nodes, so that linked premises, undercuts and attacks on attacks are all there. A node
    has `element` (its id in the map), `type` (claim, proposal, inference, attack or undefined), `label` and `weight`;
    claims `text`, `kind`, `role`, `implicit` and `held`; inferences `scheme`; attacks as `kind` rebut, undermine or
    undercut; and what lacks support `gap`. An edge has as `relation` premise, warrant, answer, conclusion or target,
    and an answer the critical `question`. O(n + m), no program.

    Args:
        argument_map: the map.
        **options: see `PictureOptions`; findings, focus, depth, title and theme count, the rest does not.

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
            argument_map, Options(focus=options.focus, depth=options.depth, title=options.title, theme=options.theme)
        )
        # Without findings there are no cards and no pills of gaps, so the pills are the steps, in their order.
        self.steps: tuple[Step, ...] = find_scope(self.graph, options.focus, options.depth).steps
        self.keys = {card.element_id: card.key for card in self.picture.cards}
        self.paint = self.picture.theme
        self.places = _places(self.picture)

    def lines(self) -> Iterator[str]:
        yield _HEAD
        for name, kind in _NODE_FIELDS.items():
            yield f'<key id="{name}" for="node" attr.name="{name}" attr.type="{kind}"/>'
        for name in ("relation", "question"):
            yield f'<key id="{name}" for="edge" attr.name="{name}" attr.type="string"/>'
        yield '<key id="title" for="graph" attr.name="title" attr.type="string"/>'
        yield f'<key id="{_NODE_GRAPHICS}" for="node" yfiles.type="nodegraphics"/>'
        yield f'<key id="{_EDGE_GRAPHICS}" for="edge" yfiles.type="edgegraphics"/>'
        yield '<graph id="G" edgedefault="directed">'
        yield _text(_data(None, "title", self.picture.title))
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
        claim = self.graph.claims.get(card.element_id)
        values: dict[str, object] = {"element": card.element_id, "label": card.text or card.element_id}
        if claim is None:
            values["type"] = "undefined"
        else:
            values |= {"type": claim.type, "text": claim.text, "kind": claim.kind.value, "weight": claim.weight}
            values |= {"role": self.graph.role(claim.id).value, "implicit": claim.implicit}
            values["held"] = self.graph.is_held(claim.id)
        self._fill(node, values)
        style = self.paint.cards[card.kind]
        shape = _shape_node(node, self.places[card.key], style.tint, style.border or style.accent, dashed=style.dashed)
        look = "bold" if style.bold else "italic" if style.italic else "plain"
        _label(shape, "\n".join(_card_lines(card)), style.ink, style.size, look)
        ET.SubElement(shape, "y:Shape", {"type": "rectangle" if card.kind is CardKind.EVIDENCE else "roundrectangle"})
        return node

    def _pill(self, pill: Pill, step: Step) -> ET.Element:
        node = ET.Element("node", {"id": pill.key})
        words = " ".join(word for word in (pill.kind.upper(), LINES[pill.line].word) if word)
        values: dict[str, object] = {"element": step.id, "label": words, "weight": step.weight}
        if isinstance(step, Inference):
            values |= {"type": "inference", "scheme": step.scheme}
        else:
            values |= {"type": "attack", "kind": self.graph.attack_kind(step).value}
        self._fill(node, values)
        colour = self.paint.pills[pill.kind]
        shape = _shape_node(node, self.places[pill.key], colour, colour, dashed=False)
        _label(shape, words, self.paint.pill_ink, 9, "bold")
        ET.SubElement(shape, "y:Shape", {"type": "roundrectangle"})
        return node

    def _fill(self, node: ET.Element, values: dict[str, object]) -> None:
        values["gap"] = self.gaps.get(str(values["element"])) or None
        for name in _NODE_FIELDS:
            if (value := values.get(name)) is not None:
                _data(node, name, str(value).lower() if isinstance(value, bool) else str(value))

    def _edges(self, pill: Pill, step: Step) -> Iterator[ET.Element]:
        for claim_id in dict.fromkeys(step.premises):
            yield _edge(self.keys[claim_id], pill.key, "premise", None, self.paint)
        if isinstance(step, Inference):
            if step.warrant is not None:
                yield _edge(self.keys[step.warrant], pill.key, "warrant", None, self.paint)
            for question, claim_id in step.answers.items():
                edge = _edge(self.keys[claim_id], pill.key, "answer", LineKind.ANSWER, self.paint)
                _data(edge, "question", question)
                yield edge
        relation = "target" if isinstance(step, Attack) else "conclusion"
        yield _edge(pill.key, pill.head, relation, pill.line, self.paint)


def _card_lines(card: Card) -> Iterator[str]:
    # A label that began with <html> would be markup to yEd; this one begins with an icon.
    style = theme.CARDS[card.kind]
    yield " · ".join(part for part in (f"{style.icon} {style.word.upper()}", card.mark, card_place(card)) if part)
    text = clean(card.text) or theme.NO_TEXT
    yield from wrap(text, style.size, style.most_width, bold=style.bold, most_lines=_MOST_LINES)
    if card.more:
        yield theme.more_below(card.more)


_Place = tuple[float, float, float, float]
"""The upper left corner of a box, its width and its height; y grows downwards."""


def _places(picture: Picture) -> dict[str, _Place]:
    """Return a place for each box, in rows by the longest way down, so that nothing overlaps before yEd lays it out."""
    below: dict[str, list[str]] = defaultdict(list)
    for pill in picture.pills:
        below[pill.head].append(pill.key)
        below[pill.key] += [*pill.tails, *pill.answers]
    lower = {key for keys in below.values() for key in keys}
    tops = (key for key in picture.by_key if key not in lower)
    levels = find_levels(below, [*picture.mains, *tops, *picture.by_key, *picture.pills_by_key])
    sizes = {card.key: _size(card) for card in picture.cards} | {pill.key: _pill_size(pill) for pill in picture.pills}
    rows: dict[int, list[str]] = defaultdict(list)
    for key, level in levels.items():
        rows[level].append(key)
    places: dict[str, _Place] = {}
    y = 0.0
    for _, row in sorted(rows.items()):
        widths = [sizes[key][0] + _BESIDE for key in row]
        lefts = itertools.accumulate(widths, initial=-sum(widths) / 2)
        places |= {key: (left, y, *sizes[key]) for key, left in zip(row, lefts, strict=False)}
        y += max(sizes[key][1] for key in row) + _ABOVE
    return places


def _size(card: Card) -> tuple[float, float]:
    style = theme.CARDS[card.kind]
    lines = list(_card_lines(card))
    widest = max(text_width(line, style.size, bold=True) for line in lines)
    return widest + 24, style.leading * len(lines) * 1.1 + 14


def _pill_size(pill: Pill) -> tuple[float, float]:
    width, height = pill_size(pill)
    return width + 10, height + 4


def _shape_node(node: ET.Element, place: _Place, fill: str, border: str, *, dashed: bool) -> ET.Element:
    shape = ET.SubElement(ET.SubElement(node, "data", {"key": _NODE_GRAPHICS}), "y:ShapeNode")
    x, y, width, height = (f"{number:.1f}" for number in place)
    ET.SubElement(shape, "y:Geometry", {"x": x, "y": y, "width": width, "height": height})
    ET.SubElement(shape, "y:Fill", {"color": fill, "transparent": "false"})
    line = "dashed" if dashed else "line"
    ET.SubElement(shape, "y:BorderStyle", {"color": border, "type": line, "width": "1.0"})
    return shape


def _label(shape: ET.Element, text: str, colour: str, size: int, look: str) -> None:
    label = ET.SubElement(
        shape,
        "y:NodeLabel",
        {
            "alignment": "left" if "\n" in text else "center",
            "autoSizePolicy": "content",
            "fontFamily": "Dialog",
            "fontSize": str(size),
            "fontStyle": look,
            "hasBackgroundColor": "false",
            "hasLineColor": "false",
            "modelName": "internal",
            "modelPosition": "c",
            "textColor": colour,
            "visible": "true",
        },
    )
    label.text = well_formed(text)


def _edge(tail: str, head: str, relation: str, line: LineKind | None, paint: Theme) -> ET.Element:
    """Return an edge; its `line` is that of the relation of the step, None from a claim to its step."""
    edge = ET.Element("edge", {"source": tail, "target": head})
    _data(edge, "relation", relation)
    drawn = ET.SubElement(ET.SubElement(edge, "data", {"key": _EDGE_GRAPHICS}), "y:PolyLineEdge")
    style = paint.lines[line or LineKind.SUPPORT]
    look = {"solid": "line", "bold": "line"}.get(style.stroke, style.stroke)
    colour = paint.muted if line is None else style.colour
    ET.SubElement(drawn, "y:LineStyle", {"color": colour, "type": look, "width": "1.5"})
    ET.SubElement(drawn, "y:Arrows", {"source": "none", "target": _ARROWS.get(line, "none") if line else "none"})
    return edge


def _data(parent: ET.Element | None, key: str, text: str) -> ET.Element:
    data = ET.Element("data", {"key": key}) if parent is None else ET.SubElement(parent, "data", {"key": key})
    data.text = well_formed(text)
    return data


def _text(element: ET.Element) -> str:
    return ET.tostring(element, encoding="unicode")
