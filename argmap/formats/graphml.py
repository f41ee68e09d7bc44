"""GraphML: what argmap itself draws into it, and graphs that people drew in yEd."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.assembly import Assembly, Position, extension, shown
from argmap.formats.fields import STRUCTURE
from argmap.formats.notices import Notice
from argmap.formats.relations import ATTACKS, SUPPORTS, as_word
from argmap.formats.result import LoadResult
from argmap.formats.spec import FormatSpec
from argmap.formats.tree import SyntaxProblemError
from argmap.formats.xml_tree import XmlElement, parse_xml
from argmap.model import Kind

_STEPS = frozenset({"inference", "attack"})
_CLAIMS = frozenset({"claim", "proposal"})
_TEXT_NAMES = ("text", "label", "name", "title", "description")
_RELATION_NAMES = ("relation", "type", "label", "kind", "stance", "sign", "name", "description")
_READ_OF_NODE = frozenset({"element", "type", "label", "text", "kind", "implicit", "weight", "scheme"})
_DRAWN_OF_NODE = frozenset({"role", "held", "gap", "x", "y", "size", "r", "g", "b"})
"""What argmap writes for others to show, and finds anew itself."""
_COLOUR = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")


@dataclass(slots=True)
class _Node:
    """A node or an edge with its data by name."""

    name: str
    position: Position
    data: dict[str, str] = field(default_factory=dict)
    label: str = ""
    colour: str = ""
    tail: str = ""
    head: str = ""


def read_graphml(text: str, file: str = "<text>") -> LoadResult:
    """Return the map of a graph in GraphML.

    In files of argmap's own the steps are nodes, and everything has its place again. In others, and for what was drawn
    into such a file later, a node is a claim with
    its label as text, and an edge is a reason or an objection: by its label or the attribute that is a usual word for
    it, else by its colour (red for an objection), else a reason, which is told.

    Args:
        text: the content of a file, with LF line ends.
        file: its name, as places show it.
    """
    assembly = Assembly(text, file)
    try:
        return _Reading(assembly, parse_xml(text, file)).read()
    except SyntaxProblemError as problem:
        return assembly.nothing(problem.finding)


def recognise_graphml(text: str) -> str:
    """Tell why a text is GraphML; "" if it is not."""
    start = text[:4000]
    return "XML with `<graphml`" if start.lstrip("\ufeff \t\n").startswith("<") and "<graphml" in start else ""


class _Reading:
    def __init__(self, assembly: Assembly, root: XmlElement) -> None:
        self.assembly = assembly
        self.root = root
        self.names = {key.attributes.get("id", ""): key.attributes.get("attr.name", "") for key in root.find_all("key")}
        self.title = ""
        self.nodes: dict[str, _Node] = {}
        self.edges: list[_Node] = []

    def read(self) -> LoadResult:
        if self.root.name != "graphml":
            self.assembly.problem(Notice.SYNTAX, "found no `graphml`", (self.root.line, self.root.column))
        others: Counter[str] = Counter()
        for element in self.root.descendants():
            if element.name == "node":
                node = self._node(element)
                self.nodes.setdefault(node.name, node)
            elif element.name == "edge":
                self.edges.append(self._node(element))
            elif element.name in {"hyperedge", "port"}:
                others[element.name] += 1
            elif element.name == "graph":
                self._read_graph(element)
        self.assembly.expect(len(self.nodes) + len(self.edges))
        for name, count in sorted(others.items()):
            self.assembly.problem(
                Notice.SET_ASIDE, f"found {count} times `{name}`, which maps have no word for", (1, 1)
            )
        kinds = {node.data.get("type", "") for node in self.nodes.values()}
        if kinds & _STEPS:
            self._add_own()
        else:
            self._add_drawn()
        return self.assembly.result(title=" ".join(self.title.split()))

    def _read_graph(self, graph: XmlElement) -> None:
        for description in graph.find_all("desc"):
            self.title = self.title or description.text
        for data in graph.find_all("data"):
            if self.names.get(data.attributes.get("key", "")) == "title" and not self.title:
                self.title = data.text
        if graph.attributes.get("edgedefault") == "undirected":
            message = "the edges have no direction, and were read from source to target"
            self.assembly.remark(Notice.ASSUMED, message, (graph.line, graph.column))

    def _node(self, element: XmlElement) -> _Node:
        attributes = element.attributes
        name = attributes.get("id", "") if element.name == "node" else attributes.get("id", f"e{len(self.edges)}")
        node = _Node(name, (element.line, element.column))
        node.tail, node.head = attributes.get("source", ""), attributes.get("target", "")
        for data in element.find_all("data"):
            attribute = self.names.get(data.attributes.get("key", ""), "")
            if attribute and data.text.strip():
                node.data[attribute] = data.text.strip()
            for part in data.descendants():
                if part.name in {"NodeLabel", "EdgeLabel"} and not node.label:
                    node.label = part.text.strip()
                elif part.name == "LineStyle":
                    node.colour = part.attributes.get("color", "")
        return node

    def _add_own(self) -> None:
        """Add what argmap wrote, nodes with types and edges with relations; and what was drawn beside it since."""
        ids = {name: self.assembly.id_for(node.data.get("element", name)) for name, node in self.nodes.items()}
        for name, node in self.nodes.items():
            if node.data.get("type") in _CLAIMS:
                self._add_claim(ids[name], node, node.data.get("text", ""))
            elif "type" not in node.data:
                self._add_claim(ids[name], node, _drawn_text(name, node))
        steps = {name: _Ends() for name, node in self.nodes.items() if node.data.get("type") in _STEPS}
        drawn = []
        for edge in self.edges:
            relation = edge.data.get("relation") or ("conclusion" if edge.tail in steps else "")
            is_end = relation in {"conclusion", "target"}
            step, other = (edge.tail, edge.head) if is_end else (edge.head, edge.tail)
            if not relation and {edge.tail, edge.head} <= ids.keys() and edge.head not in steps:
                drawn.append(edge)
            elif step not in steps or other not in self.nodes:
                message = f"edge [{shown(edge.name)}] does not join a claim and a step, and is left out"
                self.assembly.problem(Notice.UNEXPECTED_VALUE, message, edge.position)
            else:
                steps[step].add(relation, ids[other], edge.data.get("question", ""))
        for name, ends in steps.items():
            self._add_step(ids[name], self.nodes[name], ends)
        self._add_drawn_edges(drawn, ids)

    def _add_step(self, step_id: str, node: _Node, ends: _Ends) -> None:
        if not ends.premises or not ends.end:
            message = f"[{step_id}] has no {'end' if ends.premises else 'premise'}, and is left out"
            self.assembly.problem(Notice.MISSING_FIELD, message, node.position)
        elif node.data["type"] == "attack":
            weight = self._weight(node)
            self.assembly.attack(ends.end, ends.premises, node.position, id=step_id, weight=weight)
        else:
            self.assembly.support(
                ends.end,
                ends.premises,
                node.position,
                id=step_id,
                weight=self._weight(node),
                warrant=ends.warrant or None,
                answers=ends.answers,
                scheme=node.data.get("scheme") or None,
            )

    def _add_drawn(self) -> None:
        """Add what somebody drew: a claim for each node, a step for each edge."""
        ids = {name: self.assembly.id_for(name) for name in self.nodes}
        for name, node in self.nodes.items():
            self._add_claim(ids[name], node, _drawn_text(name, node))
        self._add_drawn_edges(self.edges, ids)

    def _add_drawn_edges(self, edges: Iterable[_Node], ids: Mapping[str, str]) -> None:
        open_edges = 0
        for edge in edges:
            if not (edge.tail and edge.head):
                message = f"edge [{shown(edge.name)}] lacks an end, and is left out"
                self.assembly.problem(Notice.MISSING_FIELD, message, edge.position)
                continue
            is_attack = _is_attack(edge)
            open_edges += is_attack is None
            add = self.assembly.attack if is_attack else self.assembly.support
            start, end = (ids.get(name) or self.assembly.id_for(name) for name in (edge.tail, edge.head))
            add(end, [start], edge.position, id=self.assembly.id_for(f"edge {edge.name}"))
        if open_edges:
            message = f"neither label nor colour says what edges are, read as reasons: {open_edges} of them"
            self.assembly.inform(Notice.ASSUMED, message, fix="label them supports or attacks")

    def _add_claim(self, claim_id: str, node: _Node, text: str) -> None:
        data = node.data
        fields: dict[str, Any] = {"id": claim_id, "weight": self._weight(node)}
        fields["implicit"] = data.get("implicit") == "true"
        others = {name: text for name, text in data.items() if name not in _READ_OF_NODE | _DRAWN_OF_NODE}
        fields["extensions"] = extension("graphml", others)
        if data.get("type") == "proposal":
            self.assembly.proposal(text, node.position, **fields)
        else:
            kind = data.get("kind", "")
            self.assembly.claim(text, node.position, kind=kind if kind in set(Kind) else "fact", **fields)

    def _weight(self, node: _Node) -> float | None:
        try:
            weight = float(node.data["weight"])
        except (KeyError, ValueError):
            return None
        return weight if 0 <= weight <= 1 else None


@dataclass
class _Ends:
    """What the edges of a step join it with."""

    premises: list[str] = field(default_factory=list)
    warrant: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    end: str = ""

    def add(self, relation: str, other: str, question: str) -> None:
        if relation in {"conclusion", "target"}:
            self.end = self.end or other
        elif relation == "warrant":
            self.warrant = self.warrant or other
        elif relation == "answer":
            self.answers.setdefault(question, other)
        else:
            self.premises.append(other)


def _drawn_text(name: str, node: _Node) -> str:
    text = next((node.data[word] for word in _TEXT_NAMES if word in node.data), node.label) or name
    return " ".join(text.split())


def _is_attack(edge: _Node) -> bool | None:
    """Tell whether an edge is an objection; None if nothing says what it is."""
    for word in _words(edge):
        if word in ATTACKS:
            return True
        if word in SUPPORTS:
            return False
    colour = _COLOUR.match(edge.colour)
    if colour:
        red, green, blue = (int(part, 16) for part in colour.groups())
        if red > 120 and red > 1.5 * max(green, blue):
            return True
        if green > 90 and green > 1.2 * max(red, blue):
            return False
    return None


def _words(edge: _Node) -> Iterator[str]:
    yield from (as_word(edge.data[name]) for name in _RELATION_NAMES if name in edge.data)
    if edge.label:
        yield as_word(edge.label)


SPEC = FormatSpec(
    name="graphml",
    title="a graph in GraphML, drawn in yEd or by argmap",
    suffixes=(".graphml",),
    recognise=recognise_graphml,
    read=read_graphml,
    write=None,
    holds=STRUCTURE
    | {"title", "claims.id", "claims.type", "claims.kind", "claims.implicit", "claims.weight", "claims.extensions"}
    | {f"inferences.{name}" for name in ("id", "scheme", "warrant", "answers", "weight")}
    | {"attacks.id", "attacks.weight"},
    remarks="`argmap convert` and `argmap render -o NAME.graphml` write it. Roles and gaps are computed anew; where "
    "things stand in the drawing, and its colours, are not kept.",
    source="GraphML, http://graphml.graphdrawing.org; yEd, https://www.yworks.com/products/yed",
)
