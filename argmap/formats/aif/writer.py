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
from argmap.formats.read_back import is_same_scheme
from argmap.model import ArgumentMap, Attack, Claim, Inference, Proposal

NodeElement = Claim | Proposal | Inference | Attack


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
        for element, raw in self._number_elements():
            self.nodes[str(raw)] = self._node(element, raw)
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

    def _number_elements(self) -> list[tuple[NodeElement, Any]]:
        """Return the elements with the ids of their nodes: those they came with, else their own where they are free."""
        found = self.argument_map
        elements: list[NodeElement] = [*found.claims, *found.inferences, *found.attacks]
        given: dict[int, Any] = {}
        taken: set[str] = set()
        for number, element in enumerate(elements):
            raw = self.kept.raw_id(element)
            key = key_of(raw)
            if key is not None and key not in taken:
                given[number] = raw
                taken.add(key)
        taken |= self.kept.foreign_keys
        counter = max((raw for raw in given.values() if isinstance(raw, int)), default=0)
        for number, element in enumerate(elements):
            if number not in given:
                raw = element.id
                while str(raw) in taken:
                    raw = counter = counter + 1
                given[number] = raw
                taken.add(str(raw))
            self.raw_ids.setdefault(element.id, given[number])
        return [(element, given[number]) for number, element in enumerate(elements)]

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
        needed = dict.fromkeys(self._needed_edges())
        steps = {str(self.raw_ids[step.id]) for step in (*self.argument_map.inferences, *self.argument_map.attacks)}
        there = {key_of(node.get(self.layout.id_key)) for node in nodes}
        gone = {key_of(entry) for entry in self.kept.nodes if not isinstance(entry, dict)} - there
        edges, seen = [], set()
        for edge in self.kept.edges:
            ends = self.kept.ends_of(edge)
            is_of_step = (ends[0] in steps or ends[1] in steps) and ends[0] in self.nodes and ends[1] in self.nodes
            if ends[0] in gone or ends[1] in gone or (is_of_step and ends not in needed):
                continue
            seen.add(ends)
            edges.append(self.kept.edge_as(edge, self.layout))
        new = [pair for pair in needed if pair not in seen]
        numbers = self.kept.edge_numbers()
        keys = self.layout.ends
        for (source, target), edge_id in zip(new, numbers, strict=False):
            ends_of_new = {
                key: self.nodes[end][self.layout.id_key] for key, end in zip(keys, (source, target), strict=True)
            }
            edges.append({**edge_id, **ends_of_new, **self.kept.more_of_edge(self.layout)})
        return edges

    def _needed_edges(self) -> Iterable[tuple[str, str]]:
        claims = {claim.id for claim in self.argument_map.claims}
        attacked = claims | {step.id for step in (*self.argument_map.inferences, *self.argument_map.attacks)}
        raw_ids = self.raw_ids
        for inference in self.argument_map.inferences:
            step = str(raw_ids[inference.id])
            yield from ((str(raw_ids[premise]), step) for premise in inference.premises if premise in claims)
            if inference.conclusion in claims:
                yield step, str(raw_ids[inference.conclusion])
        for attack in self.argument_map.attacks:
            step = str(raw_ids[attack.id])
            yield from ((str(raw_ids[premise]), step) for premise in attack.premises if premise in claims)
            if attack.target in attacked:
                yield step, str(raw_ids[attack.target])


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
            unfolded.append(edge | {key: nodes.get(key_of(edge[key]), edge[key]) for key in Layout.OVA2.ends})
    if "edges" in content:
        content["edges"] = unfolded
