"""The writer of arguebuf's JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argmap.formats.arguebuf.reader import NAME, NO_SCHEME, SUPPORT, Json, ends_of, scheme_of, text_in
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
from argmap.schemes import built_in_schemes

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
                if not kept or not is_same_scheme(scheme_of(kept), element.scheme):
                    return kept | {"scheme": {"support": _word_for(element.scheme)}}
                return kept
            case Attack():
                return kept or {"scheme": {"attack": "ATTACK_DEFAULT"}}
            case _:
                atom = kept.get("atom")
                atom = atom if isinstance(atom, dict) else {}
                said = {} if text_in(atom, "text") == element.text else {"text": element.text}
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
            if key not in participants or (text_in(known, "name") or text_in(known, "username")) != party.name:
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
    return f"{SUPPORT}{word}" if word in _WORDS else NO_SCHEME
