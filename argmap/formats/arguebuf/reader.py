"""The reader of arguebuf's JSON."""

from __future__ import annotations

from collections.abc import Mapping
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
from argmap.model import Anchor, ArgumentMap, Attack, Claim, Inference, Party, Path, Place, Severity, Source
from argmap.schemes import built_in_schemes

NAME = "arguebuf"
Json = dict[str, Any]

SUPPORT = "SUPPORT_"
NO_SCHEME = "SUPPORT_DEFAULT"


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
            source = Source(
                id=ids.give(key, "resource"), title=text_in(resource, "title"), url=text_in(resource, "source")
            )
            keep(source, NAME, {"id": key})
            self.source_ids[key] = source.id
            self.anchorings[key] = Anchoring(text_in(resource, "text"), source.id if sources else None)
            sources.append(source)
        return sources

    def _read_parties(self, ids: IdSpace) -> list[Party]:
        parties = []
        for key, participant in self._mappings("participants").items():
            name = text_in(participant, "name") or text_in(participant, "username")
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
            text=text_in(atom, "text"),
            by=self.party_ids.get(str(atom.get("participant"))),
            at=(anchor,) if anchor else (),
        )
        keep(claim, NAME, {"id": key, "node": node})
        return claim

    def _anchor(self, reference: Json) -> Anchor | None:
        words, offset, key = text_in(reference, "text"), reference.get("offset", 0), str(reference.get("resource"))
        if key in self.anchorings and isinstance(offset, int):
            content = text_in(self.document["resources"][key], "text")
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
            scheme=scheme_of(node),
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


def scheme_of(node: Mapping[str, Any]) -> str | None:
    """Return the scheme that a node names; None if it names none."""
    inner = node.get("scheme")
    word = inner.get("support") if isinstance(inner, dict) else None
    if not isinstance(word, str) or word == NO_SCHEME:
        return None
    name = word.removeprefix(SUPPORT).replace("_", "-").lower()
    found = built_in_schemes().find(name)
    return found.id if found else name


def text_in(values: Json, key: str) -> str:
    """Return a text of a mapping; "" if it has none."""
    value = values.get(key)
    return value if isinstance(value, str) else ""
