"""What a map keeps of the AIF document that it came from, in the layout that is to be written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any

from argmap.formats.aif.layout import Json, Layout, graph_of, key_of, listed, mappings
from argmap.formats.foreign import kept_by
from argmap.model import ArgumentMap
from argmap.model.elements import Element


def new_document(layout: Layout) -> Json:
    """Return a document without nodes."""
    match layout:
        case Layout.AIFDB:
            return {"nodes": [], "edges": [], "locutions": []}
        case Layout.OVA2:
            return {"nodes": [], "edges": [], "analysis": {"txt": "", "plain_txt": ""}}
        case Layout.XAIF:
            lists = ("nodes", "edges", "schemefulfillments", "descriptorfulfillments", "participants", "locutions")
            return {"AIF": {name: [] for name in lists}, "text": {"txt": ""}, "dialog": False, "OVA": []}


@dataclass
class Kept:
    """What a map keeps of a document.

    Attributes:
        is_there: whether the map came from a document of the family.
        layout: the layout that it had.
        nodes: the order of its nodes: ids of elements, and other nodes whole.
        edges: its edges.
        document: all besides nodes and edges.
    """

    is_there: bool = False
    layout: Layout = Layout.AIFDB
    nodes: list[Any] = field(default_factory=list)
    edges: list[Json] = field(default_factory=list)
    document: Json = field(default_factory=dict)

    @cached_property
    def foreign_keys(self) -> set[str]:
        """The ids of the nodes that are no elements of the map."""
        keys = (key_of(node.get(self.layout.id_key)) for node in mappings(self.nodes))
        return {key for key in keys if key is not None}

    def raw_id(self, element: Element) -> Any:
        """Return the id that an element had in the document; None if it did not come from one."""
        raw = kept_by(element, "aif").get(self.layout.id_key) if self.is_there else None
        return raw if key_of(raw) is not None else None

    def document_as(self, layout: Layout) -> Json:
        """Return the document, without its nodes and edges, in a layout."""
        content = dict(graph_of(self.document, self.layout))
        if layout is Layout.XAIF:
            outer = {key: value for key, value in self.document.items() if key != "AIF"}
            if self.layout is Layout.XAIF:
                return {key: content if key == "AIF" else value for key, value in self.document.items()}
            return {"AIF": content, "text": {"txt": ""}, "dialog": False, "OVA": []} | outer_of(content, outer)
        if self.layout is Layout.XAIF:
            return content | {key: value for key, value in self.document.items() if key != "AIF"}
        return content

    def foreign_node_as(self, node: Json, layout: Layout) -> Json:
        """Return a node that is no element of the map in a layout."""
        return _renamed(node, self.layout.id_key, layout.id_key)

    def ends_of(self, edge: Json) -> tuple[str | None, str | None]:
        """Return the keys of the nodes that an edge joins."""
        source, target = self.layout.ends
        edge = edge["edge"] if isinstance(edge.get("edge"), dict) and self.layout is Layout.OVA2 else edge
        return _end(edge.get(source)), _end(edge.get(target))

    def edge_as(self, edge: Json, layout: Layout) -> Json:
        """Return an edge in a layout; in that of OVA2 with ids for nodes."""
        if layout is self.layout or Layout.OVA2 not in (layout, self.layout):
            return edge
        if self.layout is Layout.OVA2 and isinstance(edge.get("edge"), dict):
            edge = edge["edge"]
        for old, new in zip(self.layout.ends, layout.ends, strict=True):
            edge = _renamed(edge, old, new)
            if isinstance(edge.get(new), dict):
                edge = edge | {new: edge[new].get("id")}
        return edge

    def edge_numbers(self) -> Iterator[Json]:
        """Yield the ids of new edges, one mapping each: of the kind that the document has, none where it has none."""
        ids = [edge["edgeID"] for edge in self.edges if "edgeID" in edge]
        if self.edges and not ids:
            return iter(dict, None)
        is_number = bool(ids) and all(isinstance(edge_id, int) for edge_id in ids)
        used = [int(edge_id) for edge_id in map(str, ids) if edge_id.isdecimal() and len(edge_id) < 20]
        return ({"edgeID": number if is_number else str(number)} for number in count(max(used, default=0) + 1))

    def more_of_edge(self, layout: Layout) -> Json:
        """Return the other fields of a new edge."""
        if layout is Layout.OVA2 or any("visible" in edge for edge in self.edges[:1]):
            return {"visible": True}
        return {"formEdgeID": None} if layout is Layout.AIFDB else {}


def read_kept(argument_map: ArgumentMap) -> Kept:
    """Return what the map keeps of a document; nothing of what does not have the shape that the reader gives it."""
    values: Json = dict(kept_by(argument_map, "aif"))
    document = values.get("document")
    if values.get("layout") not in list(Layout) or not isinstance(document, dict):
        return Kept()
    layout = Layout(values["layout"])
    if layout is Layout.XAIF and not isinstance(document.get("AIF"), dict):
        return Kept()
    nodes = [entry for entry in listed(values.get("nodes")) if isinstance(entry, dict) or key_of(entry) is not None]
    return Kept(True, layout, nodes, mappings(values.get("edges")), document)


def outer_of(content: Json, outer: Json) -> Json:
    """Move what xAIF has beside `AIF` out of the mapping of nodes and edges, and return it."""
    return outer | {key: content.pop(key) for key in ("text", "analysis", "OVA", "ova", "dialog") if key in content}


def _renamed(values: Json, old: str, new: str) -> Json:
    if old == new or old not in values:
        return values
    return {new if key == old else key: value for key, value in values.items() if key != new}


def _end(end: Any) -> str | None:
    return key_of(end.get("id") if isinstance(end, dict) else end)
