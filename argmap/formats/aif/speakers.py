"""Who says what, for documents that are written: participants, and a locution for each claim that a party says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from argmap.formats.aif.dialogue import read_dialogue
from argmap.formats.aif.graph import ILLOCUTION, LOCUTION, Graph
from argmap.formats.aif.layout import Json, Layout, key_of, listed, mappings
from argmap.formats.foreign import IdSpace, Notes, kept_by
from argmap.model import ArgumentMap, Party


def add_speakers(argument_map: ArgumentMap, content: Json, layout: Layout, raw_ids: Mapping[str, Any]) -> None:
    """Add to a document's nodes, edges, participants and locutions what it does not say yet.

    Args:
        argument_map: the map.
        content: the mapping that holds the document's nodes and edges, which is changed.
        layout: the document's layout.
        raw_ids: id of an element to the id of its node.
    """
    persons = _number_parties(argument_map.parties)
    if not persons and not content.get("participants"):
        return
    said, known = _speakers_of(content, layout)
    _update_participants(argument_map, content, persons, known)
    speaking = _Speaking(content, layout)
    names = {party.id: party.name for party in reversed(argument_map.parties)}
    for claim in argument_map.claims:
        raw = raw_ids[claim.id]
        if claim.by in persons and str(raw) not in said:
            speaking.add(raw, f"{names[claim.by]} : {claim.text}", persons[claim.by])
            said.add(str(raw))


def _number_parties(parties: tuple[Party, ...]) -> dict[str, Any]:
    """Return the id of each party as a participant: the one that it came with, else its own."""
    persons: dict[str, Any] = {}
    taken: set[str] = set()
    for party in parties:
        raw = kept_by(party, "aif").get("participantID")
        if key_of(raw) is None or str(raw) in taken:
            number = party.id.removeprefix("person-")
            raw = int(number) if number.isdecimal() and len(number) < 10 and str(int(number)) == number else party.id
        if str(raw) not in taken and party.id not in persons:
            persons[party.id] = raw
            taken.add(str(raw))
    return persons


def _speakers_of(content: Json, layout: Layout) -> tuple[set[str], dict[str, str]]:
    """Return the claims that somebody says, and the name of each participant, as a reader will find them."""
    nodes = mappings(content.get("nodes"))
    graph = Graph(layout, layout.path, nodes, Notes(), range(len(nodes)))
    graph.number_nodes()
    edges = mappings(content.get("edges"))
    source, target = layout.ends
    graph.connect(range(len(edges)), [edge.get(source) for edge in edges], [edge.get(target) for edge in edges])
    dialogue = read_dialogue(graph, content, "", IdSpace())
    keys = {party.id: str(kept_by(party, "aif")["participantID"]) for party in dialogue.parties}
    names = {keys[party.id]: party.name for party in dialogue.parties}
    id_key = layout.id_key
    return {str(nodes[number][id_key]) for number in dialogue.speakers}, names


def _update_participants(
    argument_map: ArgumentMap, content: Json, persons: Mapping[str, Any], known: Mapping[str, str]
) -> None:
    """Rename participants, take out those whose parties are gone, and add the new ones."""
    wanted = {str(persons[party.id]): party for party in argument_map.parties if party.id in persons}
    participants = listed(content.get("participants"))
    listed_keys = {key_of(item.get("participantID")) for item in mappings(participants)}
    updated = list(_update(participants, wanted, known))
    for key, party in wanted.items():
        if key not in listed_keys and known.get(key) != party.name:
            updated.append({"participantID": persons[party.id], **_split(party.name)})
    if updated != participants:
        content["participants"] = updated


def _update(participants: list[Any], wanted: Mapping[str, Party], known: Mapping[str, str]) -> Iterator[Any]:
    for item in participants:
        key = key_of(item.get("participantID")) if isinstance(item, dict) else None
        if key is None:
            yield item
        elif key in wanted and known.get(key) != wanted[key].name:
            yield item | _split(wanted[key].name)
        elif key in wanted:
            yield item


def _split(name: str) -> Json:
    first, _, last = name.rpartition(" ")
    return {"firstname": first or last, "surname": last if first else ""}


@dataclass
class _Speaking:
    content: Json
    layout: Layout

    def __post_init__(self) -> None:
        self._ids = IdSpace({str(node.get(self.layout.id_key)) for node in mappings(self.content["nodes"])})
        self._edge_ids = {key_of(edge.get("edgeID")) for edge in mappings(self.content.get("edges"))}

    def add(self, claim: Any, text: str, person: Any) -> None:
        """Add a locution with the text, by which a person asserts a claim."""
        locution, illocution = self._ids.give("", "said"), self._ids.give("", "asserted")
        named = {"scheme": "Asserting", "schemeID": "74"} if self.layout is Layout.AIFDB else {}
        self._node(locution, text, LOCUTION, {})
        self._node(illocution, "Asserting", ILLOCUTION, named)
        self._edge(locution, illocution)
        self._edge(illocution, claim)
        locutions = listed(self.content.get("locutions"))
        self.content["locutions"] = [*locutions, {"nodeID": locution, "personID": person}]

    def _node(self, node_id: str, text: str, kind: str, more: Json) -> None:
        self.content["nodes"].append({self.layout.id_key: node_id, "text": text, "type": kind, **more})

    def _edge(self, source: Any, target: Any) -> None:
        number = len(self._edge_ids) + 1
        while str(number) in self._edge_ids:
            number += 1
        self._edge_ids.add(str(number))
        keys = self.layout.ends
        numbered = {} if self.layout is Layout.OVA2 else {"edgeID": str(number)}
        self.content.setdefault("edges", []).append({**numbered, keys[0]: source, keys[1]: target})
