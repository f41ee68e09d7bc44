"""arguebuf's own JSON: the protobuf message `Graph` as JSON has it, with nodes and edges by their ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

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
from argmap.model import Anchor, ArgumentMap, Attack, Claim, Inference, Party, Path, Place, Severity, Source
from argmap.schemes import built_in_schemes

NAME = "arguebuf"
Json = dict[str, Any]

_SUPPORT = "SUPPORT_"
_NO_SCHEME = "SUPPORT_DEFAULT"
_OTHER_WORDS = {"ad-hominem": "GENERIC_AD_HOMINEM", "established-rule": "RULES"}
_WORDS = frozenset(
    {
        "ALTERNATIVES",
        "ANALOGY",
        "BIAS",
        "CAUSE_TO_EFFECT",
        "CIRCUMSTANTIAL_AD_HOMINEM",
        "COMMITMENT",
        "COMPOSITION",
        "CORRELATION_TO_CAUSE",
        "DANGER_APPEAL",
        "DISTRESS",
        "DIVISION",
        "EVIDENCE_TO_HYPOTHESIS",
        "EXAMPLE",
        "EXCEPTIONAL_CASE",
        "EXPERT_OPINION",
        "FEAR_APPEAL",
        "GENERIC_AD_HOMINEM",
        "GRADUALISM",
        "IGNORANCE",
        "INCONSISTENT_COMMITMENT",
        "NEED_FOR_HELP",
        "NEGATIVE_CONSEQUENCES",
        "POPULAR_OPINION",
        "POPULAR_PRACTICE",
        "POSITION_TO_KNOW",
        "POSITIVE_CONSEQUENCES",
        "PRACTICAL_REASONING",
        "PRAGMATIC_ALTERNATIVES",
        "PRAGMATIC_INCONSISTENCY",
        "PRECEDENT",
        "PRECEDENT_SLIPPERY_SLOPE",
        "RULES",
        "SACRIFICE",
        "SIGN",
        "SLIPPERY_SLOPE",
        "THREAT",
        "VALUES",
        "VERBAL_CLASSIFICATION",
        "WASTE",
        "WITNESS_TESTIMONY",
    }
)
"""The schemes that both catalogues have, in arguebuf's words."""


def read(text: str, name: str = "<text>") -> LoadResult:
    """Read a map from arguebuf's JSON.

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
    if not isinstance(document.get("nodes"), dict):
        message = "found no mapping `nodes`, expected a graph of arguebuf"
        raise SyntaxProblemError(notice(Notice.UNREADABLE, message).at(Place(name, 1, 1)))
    return _Reading(document, Notes(repeated)).result(text, name)


@dataclass
class _Reading:
    document: Json
    notes: Notes
    element_ids: dict[str, str] = field(default_factory=dict)
    anchorings: dict[str, Anchoring] = field(default_factory=dict)
    source_ids: dict[str, str] = field(default_factory=dict)
    party_ids: dict[str, str] = field(default_factory=dict)

    def result(self, text: str, name: str) -> LoadResult:
        document = self.document
        nodes, edges = self._mappings("nodes"), self._mappings("edges")
        graph = StepGraph({key: _role(node) for key, node in nodes.items()})
        for key in nodes:
            if graph.roles[key] is Role.OTHER:
                self._set_aside(
                    f"node [{key}] is neither an atom nor a support or attack", ("nodes", key), Severity.INFO
                )
        for key, edge in edges.items():
            ends = ends_of(edge)
            if not graph.connect(str(ends[0]), str(ends[1])) and not _is_other(ends, graph):
                self._set_aside(f"edge [{key}] joins no claim and step", ("edges", key))
        for key, why in graph.set_steps_aside().items():
            self._set_aside(f"node [{key}] {why}", ("nodes", key))
        ids = IdSpace(nodes)
        self.element_ids = {key: ids.give(key, "node") for key, role in graph.roles.items() if role is not Role.OTHER}
        sources, parties = self._read_sources(ids), self._read_parties(ids)
        chosen = {role: [key for key, found in graph.roles.items() if found is role] for role in Role}
        main = self.element_ids.get(str(document.get("majorClaim")))
        found = ArgumentMap(
            article=sources[0].id if sources else None,
            main=(main,) if main else (),
            sources=tuple(sources),
            parties=tuple(parties),
            claims=tuple(self._claim(key, nodes[key]) for key in chosen[Role.CLAIM]),
            inferences=tuple(self._inference(key, nodes[key], graph) for key in chosen[Role.INFERENCE]),
            attacks=tuple(self._attack(key, nodes[key], graph) for key in chosen[Role.ATTACK]),
        )
        order = {key: None if key in self.element_ids else node for key, node in nodes.items()}
        document |= {key: {} for key in ("nodes", "edges") if isinstance(document.get(key), dict)}
        keep(found, NAME, {"nodes": order, "edges": edges, "document": document})
        paths: dict[str, list[Path]] = {
            section: [("nodes", key) for key in chosen[role]]
            for section, role in (("claims", Role.CLAIM), ("inferences", Role.INFERENCE), ("attacks", Role.ATTACK))
        }
        return result_of(found, Origins(paths), self.notes, text, name)

    def _mappings(self, key: str) -> dict[str, Json]:
        values = self.document.get(key, {})
        if not isinstance(values, dict):
            self.notes.broken(f"field `{key}` holds no mapping", (key,))
            return {}
        for inner, value in values.items():
            if not isinstance(value, dict):
                self.notes.broken(f"entry [{inner}] of `{key}` has no fields", (key, inner))
        return {inner: value for inner, value in values.items() if isinstance(value, dict)}

    def _set_aside(self, message: str, path: Path, severity: Severity = Severity.WARNING) -> None:
        self.notes.set_aside(f"{message}; it is kept as an extension", path, severity)

    def _read_sources(self, ids: IdSpace) -> list[Source]:
        sources: list[Source] = []
        for key, resource in self._mappings("resources").items():
            source = Source(id=ids.give(key, "resource"), title=_text(resource, "title"), url=_text(resource, "source"))
            keep(source, NAME, {"id": key})
            self.source_ids[key] = source.id
            self.anchorings[key] = Anchoring(_text(resource, "text"), source.id if sources else None)
            sources.append(source)
        return sources

    def _read_parties(self, ids: IdSpace) -> list[Party]:
        parties = []
        for key, participant in self._mappings("participants").items():
            name = _text(participant, "name") or _text(participant, "username")
            party = Party(id=ids.give(key, "participant"), name=name)
            keep(party, NAME, {"id": key})
            self.party_ids[key] = party.id
            parties.append(party)
        return parties

    def _claim(self, key: str, node: Json) -> Claim:
        atom = node["atom"]
        reference = atom.get("reference")
        anchor = self._anchor(reference) if isinstance(reference, dict) else None
        claim = Claim(
            id=self.element_ids[key],
            text=_text(atom, "text"),
            by=self.party_ids.get(str(atom.get("participant"))),
            at=(anchor,) if anchor else (),
        )
        keep(claim, NAME, {"id": key, "node": node})
        return claim

    def _anchor(self, reference: Json) -> Anchor | None:
        words, offset, key = _text(reference, "text"), reference.get("offset", 0), str(reference.get("resource"))
        if key in self.anchorings and isinstance(offset, int):
            content = _text(self.document["resources"][key], "text")
            if words and offset >= 0 and content[offset : offset + len(words)] == words:
                return self.anchorings[key].anchor(offset, offset + len(words))
        start = " ".join(words.split())
        source = self.source_ids.get(key)
        first = next(iter(self.source_ids.values()), None)
        return Anchor(source=None if source == first else source, start=start) if start else None

    def _inference(self, key: str, node: Json, graph: StepGraph) -> Inference:
        inference = Inference(
            id=self.element_ids[key],
            premises=self._premises(key, graph),
            conclusion=self.element_ids[graph.targets[key][0]],
            scheme=_scheme(node),
        )
        keep(inference, NAME, {"id": key, "node": node})
        return inference

    def _attack(self, key: str, node: Json, graph: StepGraph) -> Attack:
        target = self.element_ids[graph.targets[key][0]]
        attack = Attack(id=self.element_ids[key], premises=self._premises(key, graph), target=target)
        keep(attack, NAME, {"id": key, "node": node})
        return attack

    def _premises(self, key: str, graph: StepGraph) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.element_ids[premise] for premise in graph.premises[key]))


def ends_of(edge: Json) -> tuple[str | None, str | None]:
    """Return the ids of the nodes that an edge joins, where they are text."""
    source, target = edge.get("source"), edge.get("target")
    return source if isinstance(source, str) else None, target if isinstance(target, str) else None


def _is_other(ends: tuple[str | None, str | None], graph: StepGraph) -> bool:
    """Tell whether an edge leads from or to a node that is told already."""
    return Role.OTHER in (graph.roles.get(str(ends[0])), graph.roles.get(str(ends[1])))


def _role(node: Json) -> Role:
    scheme = node.get("scheme")
    if isinstance(node.get("atom"), dict) and scheme is None:
        return Role.CLAIM if isinstance(node["atom"].get("text", ""), str) else Role.OTHER
    if isinstance(scheme, dict) and "atom" not in node:
        kinds = scheme.keys() & {"support", "attack", "rephrase", "preference"}
        if len(kinds) == 1:
            return {"support": Role.INFERENCE, "attack": Role.ATTACK}.get(kinds.pop(), Role.OTHER)
    return Role.OTHER


def _scheme(node: Mapping[str, Any]) -> str | None:
    inner = node.get("scheme")
    word = inner.get("support") if isinstance(inner, dict) else None
    if not isinstance(word, str) or word == _NO_SCHEME:
        return None
    name = word.removeprefix(_SUPPORT).replace("_", "-").lower()
    found = built_in_schemes().find(name)
    return found.id if found else name


def _text(values: Json, key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def write(argument_map: ArgumentMap) -> str:
    """Return the map as arguebuf's JSON: the document it came from with what was changed, or a new one."""
    kept: Json = dict(kept_by(argument_map, NAME))
    document = kept.get("document")
    is_there = (
        isinstance(document, dict) and isinstance(kept.get("nodes"), dict) and isinstance(kept.get("edges"), dict)
    )
    return dump_lines(_Writing(argument_map, kept if is_there else {}).document_of())


@dataclass
class _Writing:
    found: ArgumentMap
    kept: Json

    def document_of(self) -> Json:
        elements = find_elements(self.found)
        order: Json = self.kept.get("nodes", {})
        foreign = {key for key, node in order.items() if node is not None}
        raw_ids = number_elements(elements, self._came_with, foreign)
        keys = first_of_each(elements, raw_ids)
        document: Json = dict(self.kept.get("document", {"schemaVersion": 1}))
        persons = self._update_participants(document)
        nodes = {str(raw): self._node(element, persons) for element, raw in zip(elements, raw_ids, strict=True)}
        placed = {key: nodes.get(key, node) for key, node in order.items() if key in nodes or node is not None}
        edges = self._edges(nodes, keys)
        document["nodes"] = placed | {key: node for key, node in nodes.items() if key not in placed}
        if edges or "edges" in document or not self.kept:
            document["edges"] = edges
        main = str(keys[self.found.main[0]]) if len(self.found.main) == 1 and self.found.main[0] in keys else None
        if main != document.get("majorClaim") and (main or str(document.get("majorClaim")) in nodes):
            document["majorClaim"] = main
        return {key: value for key, value in document.items() if key != "majorClaim" or value is not None}

    def _came_with(self, element: NodeElement) -> Any:
        raw = kept_by(element, NAME).get("id") if self.kept else None
        return raw if isinstance(raw, str) else None

    def _node(self, element: NodeElement, persons: Mapping[str, str]) -> Json:
        node = kept_by(element, NAME).get("node")
        kept: Json = node if self._came_with(element) is not None and isinstance(node, dict) else {}
        match element:
            case Inference():
                if not kept or not is_same_scheme(_scheme(kept), element.scheme):
                    return kept | {"scheme": {"support": _word_for(element.scheme)}}
                return kept
            case Attack():
                return kept or {"scheme": {"attack": "ATTACK_DEFAULT"}}
            case _:
                atom = kept.get("atom")
                atom = atom if isinstance(atom, dict) else {}
                said = {} if _text(atom, "text") == element.text else {"text": element.text}
                by = persons.get(element.by or "")
                if by is not None and atom.get("participant") != by:
                    said["participant"] = by
                return kept | {"atom": atom | said}

    def _update_participants(self, document: Json) -> dict[str, str]:
        """Put the parties among the participants; return the id of each party there."""
        there = document.get("participants")
        participants: Json = dict(there) if isinstance(there, dict) else {}
        persons: dict[str, str] = {}
        for party in self.found.parties:
            key = kept_by(party, NAME).get("id")
            key = key if isinstance(key, str) and key in participants else party.id
            persons.setdefault(party.id, key)
            known = participants.get(key)
            known = known if isinstance(known, dict) else {}
            if key not in participants or (_text(known, "name") or _text(known, "username")) != party.name:
                participants[key] = known | {"name": party.name}
        if participants != (there or {}):
            document["participants"] = participants
        return persons

    def _edges(self, nodes: dict[str, Json], keys: dict[str, Any]) -> Json:
        needed = dict.fromkeys((*find_premise_edges(self.found, keys), *find_target_edges(self.found, keys)))
        steps = {key for key, node in nodes.items() if "scheme" in node}
        gone = {key for key, node in self.kept.get("nodes", {}).items() if node is None} - nodes.keys()
        edges: dict[str, Json] = {
            key: edge for key, edge in self.kept.get("edges", {}).items() if isinstance(edge, dict)
        }
        there = ((ends_of(edge), (key, edge)) for key, edge in edges.items())
        kept, new = merge_edges(there, needed, steps, nodes, gone)
        written = dict(kept)
        number = 0
        for source, target in new:
            number += 1
            while f"edge-{number}" in written:
                number += 1
            written[f"edge-{number}"] = {"source": source, "target": target}
        return written


def _word_for(scheme: str | None) -> str:
    """Return arguebuf's word for a scheme; that for none if it has no such scheme."""
    found = built_in_schemes().find(scheme) if scheme else None
    scheme_id = found.id if found else (scheme or "")
    word = _OTHER_WORDS.get(scheme_id, scheme_id.replace("-", "_").upper())
    return f"{_SUPPORT}{word}" if word in _WORDS else _NO_SCHEME


_NODES = re.compile(r'"nodes"\s*:\s*\{')
_PART = re.compile(r'"(?:atom|scheme)"\s*:\s*\{')


def _recognise(text: str) -> str:
    is_json = text.lstrip("\ufeff \t\r\n").startswith("{")
    if is_json and _NODES.search(text) and (_PART.search(text) or '"schemaVersion"' in text):
        return "JSON with a mapping `nodes` of atoms and schemes"
    return ""


_HOLDS = frozenset(
    {
        "article",
        "main",
        "sources.id",
        "sources.title",
        "sources.url",
        "sources.extensions",
        "parties.id",
        "parties.name",
        "parties.extensions",
        "claims.id",
        "claims.text",
        "claims.by",
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
    "arguebuf",
    "The JSON of arguebuf, schema version 1",
    (".arguebuf.json", ".json"),
    _recognise,
    read,
    write,
    _HOLDS,
    "Rephrases and preferences are kept as extensions. Schemes are written by arguebuf's words where it has one. "
    "Resources and references to them stay in a document that has them; they are not written into a new one.",
    "arg-services, graph/v1/graph.proto (https://github.com/recap-utr/arg-services)",
    lambda found: find_lost(found, write, read, _HOLDS, {NAME}),
)
