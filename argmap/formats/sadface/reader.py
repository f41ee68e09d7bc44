"""The reader of SADFace."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from argmap.formats.anchoring import Anchoring
from argmap.formats.foreign import IdSpace, Notes, Origins, keep, reading, result_of
from argmap.formats.json_document import parse_document
from argmap.formats.node_graph import (
    Role,
    StepGraph,
)
from argmap.formats.notices import Notice, notice
from argmap.formats.result import LoadResult
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
        core = core_of(document)
        main = element_ids.get(str(core.get("claim")))
        found = ArgumentMap(
            title=text_in(core, "title"),
            note=text_in(core, "notes"),
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
        elif not graph.connect(*directed(source, target, self.nodes[source][1], self.nodes[target][1])):
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
            step = Inference(id=ids[key], premises=premises, conclusion=target, scheme=scheme_of(node))
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
    kind, name = node.get("type"), text_in(node, "name").lower()
    if kind == "atom" and isinstance(node.get("text"), str):
        return Role.CLAIM
    if kind == "inference":
        return Role.INFERENCE
    if kind == "conflict" or (kind == "scheme" and name in _ATTACKING):
        return Role.ATTACK
    return Role.INFERENCE if kind == "scheme" else Role.OTHER


def directed(source: str, target: str, above: Json, below: Json) -> tuple[str, str]:
    """Return the ends of an edge in the direction from premise to what is attacked."""
    is_reversed = below.get("type") == "conflict" or (above.get("type") == "conflict" and below.get("type") == "atom")
    return (target, source) if is_reversed else (source, target)


def scheme_of(node: Json) -> str | None:
    """Return the scheme that a node names; None if it only says that it supports."""
    name = text_in(node, "name")
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
    offset, words = item.get("offset"), text_in(item, "text")
    if isinstance(offset, int) and words and offset >= 0 and content[offset : offset + len(words)] == words:
        return anchoring.anchor(offset, offset + len(words))
    start = " ".join(words.split())
    return Anchor(source=None if source == article else source, start=start) if start else None


def core_of(document: Json) -> Json:
    """Return the part of the metadata that SADFace itself defines."""
    metadata = document.get("metadata")
    core = metadata.get("core") if isinstance(metadata, dict) else None
    return core if isinstance(core, dict) else {}


def text_in(values: Json, key: str) -> str:
    """Return a text of a mapping; "" if it has none."""
    value = values.get(key)
    return value if isinstance(value, str) else ""
