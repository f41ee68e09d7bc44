"""The writer of SADFace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_OID, uuid5

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
from argmap.formats.sadface.reader import NAME, Json, core_of, directed, ends_of, scheme_of, text_in
from argmap.model import ArgumentMap, Attack, Inference
from argmap.schemes import built_in_schemes


def write(argument_map: ArgumentMap) -> str:
    """Return the map as SADFace: the document it came from with what was changed, or a new one of release 0.5."""
    kept: Json = dict(kept_by(argument_map, NAME))
    document = kept.get("document")
    if not isinstance(document, dict):
        kept = {}
    return dump_lines(_Writing(argument_map, kept, dict(document) if isinstance(document, dict) else {}).document_of())


@dataclass
class _Writing:
    found: ArgumentMap
    kept: Json
    document: Json

    def __post_init__(self) -> None:
        nodes, edges = self.kept.get("nodes"), self.kept.get("edges")
        self.order = nodes if isinstance(nodes, list) else []
        self.edges = [edge for edge in edges if isinstance(edge, dict)] if isinstance(edges, list) else []
        kept_types = {kept_by(step, NAME).get("type") for step in (*self.found.inferences, *self.found.attacks)}
        is_of_02 = kept_types <= {None} and text_in(core_of(self.document), "version").startswith("0.2")
        self.is_old = "scheme" in kept_types or is_of_02

    def document_of(self) -> Json:
        elements = find_elements(self.found)
        foreign = {str(node.get("id")) for node in self.order if isinstance(node, dict)}
        raw_ids = number_elements(elements, self._came_with, foreign)
        nodes = {str(raw): self._node(element, str(raw)) for element, raw in zip(elements, raw_ids, strict=True)}
        edges = self._find_edges(nodes, first_of_each(elements, raw_ids))
        document = {"metadata": {}, "resources": []} | self.document if self.kept else self._new_document(nodes)
        document = {key: value for key, value in document.items() if key in self.document or not self.kept}
        document["nodes"] = list(self._order(nodes))
        if edges or "edges" in document or not self.kept:
            document["edges"] = edges
        return self._with_core(document, first_of_each(elements, raw_ids))

    def _came_with(self, element: NodeElement) -> Any:
        raw = kept_by(element, NAME).get("id") if self.kept else None
        return raw if isinstance(raw, str) else None

    def _node(self, element: NodeElement, key: str) -> Json:
        kept = kept_by(element, NAME)
        is_new = self._came_with(element) is None
        match element:
            case Inference():
                if not is_new and is_same_scheme(scheme_of(kept), element.scheme):
                    return kept | {"id": key}
                found = built_in_schemes().find(element.scheme) if element.scheme else None
                name = found.name if found else element.scheme or "support"
                base = {"metadata": {}, "type": "scheme" if self.is_old else "inference"} if is_new else kept
                return {"id": key} | base | {"id": key, "name": name}
            case Attack():
                if not is_new:
                    return kept | {"id": key}
                name, kind = ("conflict", "scheme") if self.is_old else ("attack", "conflict")
                return {"id": key, "metadata": {}, "name": name, "type": kind}
            case _:
                more = {"metadata": {}, "sources": []} if is_new else kept
                return {"id": key} | more | {"id": key, "text": element.text, "type": "atom"}

    def _order(self, nodes: dict[str, Json]) -> Iterator[Any]:
        rest = dict(nodes)
        for entry in self.order:
            if isinstance(entry, dict):
                yield entry
            elif (node := rest.pop(str(entry), None)) is not None:
                yield node
        yield from rest.values()

    def _find_edges(self, nodes: dict[str, Json], raw_ids: dict[str, Any]) -> list[Json]:
        edges = (*find_premise_edges(self.found, raw_ids), *find_target_edges(self.found, raw_ids))
        needed = dict.fromkeys(edges)
        steps = {key for key, node in nodes.items() if node["type"] != "atom"}
        gone = {str(entry) for entry in self.order if not isinstance(entry, dict)} - nodes.keys()
        kept, new = merge_edges(((self._ends(edge, nodes), edge) for edge in self.edges), needed, steps, nodes, gone)
        written = [self._as_written(source, target, nodes) for source, target in new]
        return kept + [
            {"id": str(uuid5(NAMESPACE_OID, f"{source} {target}")), "source_id": source, "target_id": target}
            for source, target in written
        ]

    def _ends(self, edge: Json, nodes: dict[str, Json]) -> tuple[str | None, str | None]:
        """Return the ends of an edge, in the direction from premise to what is attacked where both are elements."""
        source, target = ends_of(edge)
        if source in nodes and target in nodes:
            return directed(source, target, nodes[source], nodes[target])
        return source, target

    def _as_written(self, source: str, target: str, nodes: dict[str, Json]) -> tuple[str, str]:
        """Return the ends of an edge in the direction that the dialect has for it."""
        is_premise = nodes[source]["type"] == "atom"
        step = nodes[target if is_premise else source]
        return (target, source) if step["type"] == "conflict" else (source, target)

    def _new_document(self, nodes: dict[str, Json]) -> Json:
        core = {
            "analyst_email": "",
            "analyst_name": "",
            "created": "",
            "edited": "",
            "id": str(uuid5(NAMESPACE_OID, "\n".join(sorted(nodes)))),
            "version": "0.5.4",
        }
        return {"metadata": {"core": core}, "resources": []}

    def _with_core(self, document: Json, raw_ids: dict[str, Any]) -> Json:
        """Return the document with title, note and main claim in its metadata, where they are not there yet."""
        core = core_of(document)
        main = str(raw_ids[self.found.main[0]]) if len(self.found.main) == 1 and self.found.main[0] in raw_ids else ""
        wanted = {"title": self.found.title, "notes": self.found.note, "claim": main}
        there = {key: text_in(core, key) for key in wanted}
        there["claim"] = there["claim"] if there["claim"] in map(str, raw_ids.values()) else ""
        changed = {key: value for key, value in wanted.items() if value != there[key]}
        if not changed:
            return document
        metadata = document.get("metadata")
        return document | {"metadata": (metadata if isinstance(metadata, dict) else {}) | {"core": core | changed}}
