"""The writer of the AIF family: the document that a map came from with what was changed, or a new one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.aif.document import Kept, new_document, read_kept
from argmap.formats.aif.graph import ATTACK, CLAIM, INFERENCE
from argmap.formats.aif.layout import Json, Layout, graph_of, key_of, listed
from argmap.formats.aif.schemes import DEFAULT_CONFLICT, name_in_aif, scheme_of
from argmap.formats.aif.speakers import add_speakers
from argmap.formats.foreign import kept_by
from argmap.formats.json_lines import dump_lines
from argmap.formats.node_graph import (
    NodeElement,
    find_elements,
    find_premise_edges,
    find_target_edges,
    first_of_each,
    merge_edges,
    number_elements,
)
from argmap.formats.read_back import is_same_scheme
from argmap.model import ArgumentMap, Attack, Inference


def write_aifdb(argument_map: ArgumentMap) -> str:
    """Return the map as AIFdb JSON; a map that was read from it gives an equal document.

    Examples:
        >>> from argmap import Draft
        >>> draft = Draft()
        >>> _ = draft.support(draft.claim("The street is wet", id="wet"), draft.claim("It has rained", id="rain"))
        >>> print(write_aifdb(draft.build()).splitlines()[2])
        {"nodeID": "wet", "text": "The street is wet", "type": "I"},
    """
    return dump_lines(to_document(argument_map, Layout.AIFDB))


def write_xaif(argument_map: ArgumentMap) -> str:
    """Return the map as xAIF, which OVA3 reads; a map that was read from it gives an equal document."""
    return dump_lines(to_document(argument_map, Layout.XAIF))


def write_ova2(argument_map: ArgumentMap) -> str:
    """Return the map as OVA2 has it; a map that was read from it gives an equal document."""
    return dump_lines(to_document(argument_map, Layout.OVA2))


def to_document(argument_map: ArgumentMap, layout: Layout) -> Json:
    """Return the map as a document of the layout; O(size)."""
    return _Writing(argument_map, layout, read_kept(argument_map)).document()


@dataclass
class _Writing:
    argument_map: ArgumentMap
    layout: Layout
    kept: Kept
    raw_ids: dict[str, Any] = field(default_factory=dict)
    """Id of an element to the id of its node."""
    nodes: dict[str, Json] = field(default_factory=dict)
    """Key of an element's node to the node."""
    changed_schemes: set[str] = field(default_factory=set)

    def document(self) -> Json:
        document = self.kept.document_as(self.layout) if self.kept.is_there else new_document(self.layout)
        content = graph_of(document, self.layout)
        elements = find_elements(self.argument_map)
        raw_ids = number_elements(elements, self.kept.raw_id, self.kept.foreign_keys)
        self.raw_ids = first_of_each(elements, raw_ids)
        self.nodes = {str(raw): self._node(element, raw) for element, raw in zip(elements, raw_ids, strict=True)}
        nodes = list(self._order_nodes())
        edges = self._find_edges(nodes)
        if self.changed_schemes:
            _forget_fulfilments(content, self.changed_schemes)
        content["nodes"] = nodes
        if edges or "edges" in content or not self.kept.is_there:
            content["edges"] = edges
        add_speakers(self.argument_map, content, self.layout, self.raw_ids)
        if self.layout is Layout.OVA2:
            _unfold_edges(content)
        return document

    def _node(self, element: NodeElement, raw: Any) -> Json:
        rest = dict(kept_by(element, "aif"))
        is_new = self.kept.raw_id(element) is None
        rest.pop(self.kept.layout.id_key, None)
        node: Json = {self.layout.id_key: raw}
        match element:
            case Inference():
                if is_new or not is_same_scheme(scheme_of(rest), element.scheme):
                    self._name_scheme(element, rest, str(raw))
                node |= {key: rest[key] for key in ("text",) if key in rest} | {"type": INFERENCE}
            case Attack():
                if is_new:
                    rest = {"text": DEFAULT_CONFLICT}
                node |= {key: rest[key] for key in ("text",) if key in rest} | {"type": ATTACK}
            case _:
                node |= {"text": element.text, "type": CLAIM}
        return node | {key: value for key, value in rest.items() if key not in node}

    def _name_scheme(self, inference: Inference, rest: Json, key: str) -> None:
        name = name_in_aif(inference.scheme)
        rest["text"] = name
        if "scheme" in rest or (inference.scheme is not None and self.layout is Layout.AIFDB):
            rest["scheme"] = name
        rest.pop("schemeID", None)
        self.changed_schemes.add(key)

    def _order_nodes(self) -> Iterable[Json]:
        """Yield the nodes in the order of the document that the map came from, and then the new ones."""
        rest = dict(self.nodes)
        for entry in self.kept.nodes:
            if isinstance(entry, dict):
                yield self.kept.foreign_node_as(entry, self.layout)
            elif (node := rest.pop(key_of(entry) or "", None)) is not None:
                yield node
        yield from rest.values()

    def _find_edges(self, nodes: list[Json]) -> list[Json]:
        """Return the edges that the document had and still has, and then those that are missing."""
        found, raw_ids, kept = self.argument_map, self.raw_ids, self.kept
        there = {key_of(node.get(self.layout.id_key)) for node in nodes}
        gone = {key_of(entry) for entry in kept.nodes if not isinstance(entry, dict)} - there
        steps = {str(raw_ids[step.id]) for step in (*found.inferences, *found.attacks)}
        needed = dict.fromkeys((*find_premise_edges(found, raw_ids), *find_target_edges(found, raw_ids)))
        ends_and_edges = ((kept.ends_of(edge), edge) for edge in kept.edges)
        old, new = merge_edges(ends_and_edges, needed, steps, self.nodes, gone)
        edges = [kept.edge_as(edge, self.layout) for edge in old]
        source_key, target_key = self.layout.ends
        for (source, target), edge_id in zip(new, kept.edge_numbers(), strict=False):
            ends = {source_key: self._raw_id(source), target_key: self._raw_id(target)}
            edges.append({**edge_id, **ends, **kept.more_of_edge(self.layout)})
        return edges

    def _raw_id(self, key: str) -> Any:
        return self.nodes[key][self.layout.id_key]


def _forget_fulfilments(content: Json, keys: set[str]) -> None:
    """Take out the numbers of schemes that inferences no longer follow."""
    if isinstance(content.get("schemefulfillments"), list):
        content["schemefulfillments"] = [
            entry
            for entry in listed(content["schemefulfillments"])
            if not (isinstance(entry, dict) and key_of(entry.get("nodeID")) in keys)
        ]


def _unfold_edges(content: Json) -> None:
    """Put the nodes whole into the edges, as OVA2 has them."""
    nodes: dict[str | None, Json] = {}
    for node in content["nodes"]:
        nodes.setdefault(key_of(node.get("id")), node)
    unfolded = []
    for edge in content.get("edges", []):
        if "edge" in edge:
            unfolded.append(edge["edge"])
        else:
            ends = {key: edge[key] for key in Layout.OVA2.ends if key in edge}
            unfolded.append(edge | {key: nodes.get(key_of(end), end) for key, end in ends.items()})
    if "edges" in content:
        content["edges"] = unfolded
