"""SADFace, the Simple Argument Description Format: JSON with atoms, schemes and edges.

There are two dialects. Up to 0.2 a step is a node of type `scheme`, named `support` or `conflict`, and edges run from
the premise over the step to what it supports or attacks. From 0.5 on its type is `inference` or `conflict`, and what a
conflict attacks stands before it: the edges run from the attacked atom over the conflict to the attacker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from argmap.formats.anchoring import Anchoring
from argmap.formats.foreign import IdSpace, Notes, Origins, keep, kept_by, reading, result_of
from argmap.formats.json_document import parse_document
from argmap.formats.json_lines import dump_lines
from argmap.formats.node_graph import (
    NodeElement,
    Role,
    StepGraph,
    find_elements,
    find_premise_edges,
    find_target_edges,
    first_of_each,
    merge_edges,
    number_elements,
)
from argmap.formats.notices import Notice, notice
from argmap.formats.read_back import find_lost, is_same_scheme
from argmap.formats.result import LoadResult
from argmap.formats.spec import FormatSpec
from argmap.formats.text import normalise
from argmap.formats.tree import SyntaxProblemError
from argmap.model import Anchor, ArgumentMap, Attack, Claim, Inference, Path, Place, Source
from argmap.schemes import built_in_schemes

NAME = "sadface"
Json = dict[str, Any]

_ATTACKING = frozenset({"conflict", "attack", "disagree", "disagreement"})
_SUPPORTING = frozenset({"support", "inference", ""})


def read(text: str, name: str = "<text>") -> LoadResult:
    """Read a map from a SADFace document of either dialect.

    Args:
        text: the content of a file.
        name: the name of the file, as places show it.

    Returns:
        The map, its source map and what was noticed. What maps have no word for is kept in extensions, so that `write`
        gives an equal document.
    """
    text = normalise(text)
    return reading(name, text, lambda: _read(text, name))


def _read(text: str, name: str) -> LoadResult:
    document, repeated = parse_document(text, name)
    if not isinstance(document.get("nodes"), list):
        message = "found no list `nodes`, expected a SADFace document"
        raise SyntaxProblemError(notice(Notice.UNREADABLE, message).at(Place(name, 1, 1)))
    return _Reading(document, Notes(repeated)).result(text, name)


@dataclass
class _Reading:
    document: Json
    notes: Notes
    nodes: dict[str, tuple[int, Json]] = field(default_factory=dict)
    foreign: dict[int, Json] = field(default_factory=dict)
    order: list[Any] = field(default_factory=list)

    def result(self, text: str, name: str) -> LoadResult:
        document = self.document
        nodes = self._mappings("nodes")
        edges = self._mappings("edges")
        graph = StepGraph({})
        for number, node in nodes:
            self._add_node(number, node, graph)
        for number, edge in edges:
            self._add_edge(number, edge, graph)
        for key, why in graph.set_steps_aside().items():
            self._set_aside(f"node [{key}] {why}", ("nodes", self.nodes[key][0]))
        ids = IdSpace(self.nodes)
        element_ids = {key: ids.give(key, "node") for key, role in graph.roles.items() if role is not Role.OTHER}
        sources, texts = self._read_resources(ids)
        article = sources[0].id if sources else None
        claims = [
            self._claim(key, element_ids[key], texts, article)
            for key, role in graph.roles.items()
            if role is Role.CLAIM
        ]
        steps = [self._step(key, element_ids, graph) for key, role in graph.roles.items() if role in _STEPS]
        core = _core(document)
        main = element_ids.get(str(core.get("claim")))
        found = ArgumentMap(
            title=_text(core, "title"),
            note=_text(core, "notes"),
            article=article,
            main=(main,) if main else (),
            sources=tuple(sources),
            claims=tuple(claims),
            inferences=tuple(step for step in steps if isinstance(step, Inference)),
            attacks=tuple(step for step in steps if isinstance(step, Attack)),
        )
        kept_nodes = [
            node["id"]
            if self.nodes.get(str(node.get("id")), (None,))[0] == number and node["id"] in element_ids
            else node
            for number, node in nodes
        ]
        document |= {key: [] for key in ("nodes", "edges") if isinstance(document.get(key), list)}
        keep(found, NAME, {"nodes": kept_nodes, "edges": [edge for _, edge in edges], "document": document})
        sections = {"claims": [Role.CLAIM], "inferences": [Role.INFERENCE], "attacks": [Role.ATTACK]}
        paths: dict[str, list[Path]] = {
            section: [("nodes", self.nodes[key][0]) for key, role in graph.roles.items() if role in roles]
            for section, roles in sections.items()
        }
        return result_of(found, Origins(paths, {"claims": {"text": "text", "id": "id"}}), self.notes, text, name)

    def _mappings(self, key: str) -> list[tuple[int, Json]]:
        values = self.document.get(key, [])
        if not isinstance(values, list):
            self.notes.broken(f"field `{key}` holds no list", (key,))
            return []
        for number, value in enumerate(values):
            if not isinstance(value, dict):
                self.notes.broken(f"entry {number + 1} of `{key}` has no fields", (key, number))
        return [(number, value) for number, value in enumerate(values) if isinstance(value, dict)]

    def _add_node(self, number: int, node: Json, graph: StepGraph) -> None:
        key = node.get("id")
        path: Path = ("nodes", number)
        if not isinstance(key, str):
            self._set_aside(f"node {number + 1} has no `id` that is text", path)
            return
        if key in self.nodes:
            self._set_aside(f"node [{key}] stands twice; edges lead to the first one", path)
            return
        self.nodes[key] = (number, node)
        role = _role(node)
        graph.roles[key] = role
        if role is Role.OTHER:
            self._set_aside(f"node [{key}] is neither an atom with a text nor a scheme", path)

    def _add_edge(self, number: int, edge: Json, graph: StepGraph) -> None:
        source, target = ends_of(edge)
        path: Path = ("edges", number)
        if source not in self.nodes or target not in self.nodes:
            missing = ", ".join(f"[{key}]" for key in (source, target) if key not in self.nodes)
            self._set_aside(f"edge {number + 1} leads from or to {missing}, which no node defines", path)
        elif not graph.connect(*_direct(source, target, self.nodes[source][1], self.nodes[target][1])):
            self._set_aside(f"the edge from [{source}] to [{target}] joins two nodes that no step stands between", path)

    def _set_aside(self, message: str, path: Path) -> None:
        self.notes.set_aside(f"{message}; it is kept as an extension", path)

    def _read_resources(self, ids: IdSpace) -> tuple[list[Source], dict[str, tuple[str, Anchoring, str]]]:
        """Return the sources, and by the id of a resource its text, the anchors in it, and the id of the source."""
        sources: list[Source] = []
        texts: dict[str, tuple[str, Anchoring, str]] = {}
        for _, resource in self._mappings("resources"):
            key, content = resource.get("id"), resource.get("content")
            if not isinstance(key, str) or key in texts:
                continue
            source = Source(id=ids.give(key, "resource"))
            keep(source, NAME, {"id": key})
            content = content if isinstance(content, str) else ""
            texts[key] = (content, Anchoring(content, source.id if sources else None), source.id)
            sources.append(source)
        return sources, texts

    def _claim(
        self, key: str, claim_id: str, texts: dict[str, tuple[str, Anchoring, str]], article: str | None
    ) -> Claim:
        node = self.nodes[key][1]
        anchors = []
        said = node.get("sources")
        for item in said if isinstance(said, list) else []:
            if isinstance(item, dict) and (anchor := _anchor(item, texts, article)) and anchor not in anchors:
                anchors.append(anchor)
        claim = Claim(id=claim_id, text=node["text"], at=tuple(anchors))
        keep(claim, NAME, {name: value for name, value in node.items() if name not in {"text", "type"}})
        return claim

    def _step(self, key: str, ids: dict[str, str], graph: StepGraph) -> Inference | Attack:
        node = self.nodes[key][1]
        premises = tuple(dict.fromkeys(ids[premise] for premise in graph.premises[key]))
        target = ids[graph.targets[key][0]]
        step: Inference | Attack
        if graph.roles[key] is Role.INFERENCE:
            step = Inference(id=ids[key], premises=premises, conclusion=target, scheme=_scheme(node))
        else:
            step = Attack(id=ids[key], premises=premises, target=target)
        keep(step, NAME, node)
        return step


_STEPS = frozenset({Role.INFERENCE, Role.ATTACK})


def ends_of(edge: Json) -> tuple[str | None, str | None]:
    """Return the ids of the nodes that an edge joins, where they are text."""
    source, target = edge.get("source_id"), edge.get("target_id")
    return source if isinstance(source, str) else None, target if isinstance(target, str) else None


def _role(node: Json) -> Role:
    kind, name = node.get("type"), _text(node, "name").lower()
    if kind == "atom" and isinstance(node.get("text"), str):
        return Role.CLAIM
    if kind == "inference":
        return Role.INFERENCE
    if kind == "conflict" or (kind == "scheme" and name in _ATTACKING):
        return Role.ATTACK
    return Role.INFERENCE if kind == "scheme" else Role.OTHER


def _direct(source: str, target: str, above: Json, below: Json) -> tuple[str, str]:
    """Return the ends of an edge in the direction from premise to what is attacked."""
    is_reversed = below.get("type") == "conflict" or (above.get("type") == "conflict" and below.get("type") == "atom")
    return (target, source) if is_reversed else (source, target)


def _scheme(node: Json) -> str | None:
    name = _text(node, "name")
    if name.lower() in _SUPPORTING:
        return None
    found = built_in_schemes().find(name)
    return found.id if found else name


def _anchor(item: Json, texts: dict[str, tuple[str, Anchoring, str]], article: str | None) -> Anchor | None:
    """Return the anchor for where an atom is said: by its place if its words stand there, else by its words alone."""
    known = texts.get(str(item.get("resource_id")))
    if known is None:
        return None
    content, anchoring, source = known
    offset, words = item.get("offset"), _text(item, "text")
    if isinstance(offset, int) and words and offset >= 0 and content[offset : offset + len(words)] == words:
        return anchoring.anchor(offset, offset + len(words))
    start = " ".join(words.split())
    return Anchor(source=None if source == article else source, start=start) if start else None


def _core(document: Json) -> Json:
    metadata = document.get("metadata")
    core = metadata.get("core") if isinstance(metadata, dict) else None
    return core if isinstance(core, dict) else {}


def _text(values: Json, key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


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
        is_of_02 = kept_types <= {None} and _text(_core(self.document), "version").startswith("0.2")
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
                if not is_new and is_same_scheme(_scheme(kept), element.scheme):
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
            return _direct(source, target, nodes[source], nodes[target])
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
        core = _core(document)
        main = str(raw_ids[self.found.main[0]]) if len(self.found.main) == 1 and self.found.main[0] in raw_ids else ""
        wanted = {"title": self.found.title, "notes": self.found.note, "claim": main}
        there = {key: _text(core, key) for key in wanted}
        there["claim"] = there["claim"] if there["claim"] in map(str, raw_ids.values()) else ""
        changed = {key: value for key, value in wanted.items() if value != there[key]}
        if not changed:
            return document
        metadata = document.get("metadata")
        return document | {"metadata": (metadata if isinstance(metadata, dict) else {}) | {"core": core | changed}}


_SHAPE = re.compile(r'"(?:source_id|target_id)"\s*:|"type"\s*:\s*"atom"')


def _recognise(text: str) -> str:
    is_sadface = text.lstrip("\ufeff \t\r\n").startswith("{") and '"nodes"' in text and _SHAPE.search(text)
    return "JSON with `nodes`, and edges with `source_id` and `target_id`" if is_sadface else ""


_HOLDS = frozenset(
    {
        "title",
        "note",
        "article",
        "main",
        "sources.id",
        "sources.extensions",
        "claims.id",
        "claims.text",
        "claims.at",
        "claims.extensions",
        "inferences.id",
        "inferences.premises",
        "inferences.conclusion",
        "inferences.scheme",
        "inferences.extensions",
        "attacks.id",
        "attacks.premises",
        "attacks.target",
        "attacks.extensions",
        "extensions",
    }
)

SPEC = FormatSpec(
    "sadface",
    "SADFace, the Simple Argument Description Format of the Open Argumentation Platform",
    (".sadface.json", ".json"),
    _recognise,
    read,
    write,
    _HOLDS,
    "Both dialects are read and written; a new document has that of release 0.5, whose attacks run from the attacked "
    "atom to the attacker. Resources and what is anchored in them stay in a document that has them; they are not "
    "written into a new one.",
    "SADFace releases 0.2 and 0.5.4 (https://github.com/ARG-ENU/SADFace)",
    lambda found: find_lost(found, write, read, _HOLDS, {NAME}),
)
