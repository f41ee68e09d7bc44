"""The dialogue of an AIF document: who says what, and where in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.formats.aif.graph import CLAIM, LOCUTION, Graph
from argmap.formats.aif.layout import Json, key_of, mappings, text_of
from argmap.formats.aif.spans import find_anchors
from argmap.formats.foreign import IdSpace, keep
from argmap.model import Anchor, Party

_ASKING = ("pure questioning", "rhetorical questioning", "challenging", "pure challenging", "disagreeing")
"""Illocutions by which a speaker does not say that something holds."""

_MOST_NAME = 80


@dataclass
class Dialogue:
    """Who says the claims of a map, and where.

    Attributes:
        parties: the participants.
        speakers: the party that first says a claim, by the number of its node.
        anchors: where a claim is said, by the number of its node.
    """

    parties: list[Party] = field(default_factory=list)
    speakers: dict[int, str] = field(default_factory=dict)
    anchors: dict[int, list[Anchor]] = field(default_factory=dict)


def read_dialogue(graph: Graph, content: Json, html: str, ids: IdSpace) -> Dialogue:
    """Return what a document says about who says what; O(size).

    Args:
        graph: the document's nodes and edges.
        content: the mapping that holds the participants and locutions.
        html: the analysed text.
        ids: the ids of the map.
    """
    dialogue = Dialogue()
    persons = _find_persons(graph, content)
    party_ids: dict[str, str] = {}
    for key, (name, participant_id) in persons.names.items():
        party = Party(id=ids.give(f"person-{key}" if key.isdecimal() else key, "person"), name=name)
        keep(party, "aif", {"participantID": participant_id})
        party_ids[key] = party.id
        dialogue.parties.append(party)
    for number, locutions in _find_sayings(graph):
        for locution in locutions:
            person = persons.find_speaker(locution, graph)
            if person is not None:
                dialogue.speakers.setdefault(number, party_ids[person])
    if html:
        _add_anchors(dialogue, graph, html)
    return dialogue


@dataclass
class _Persons:
    names: dict[str, tuple[str, object]]
    """Key of a person to the name and the id as the document has it."""
    of_locution: Mapping[int, str]
    by_name: Mapping[str, str]

    def find_speaker(self, locution: int, graph: Graph) -> str | None:
        """Return who speaks: whom the locution names by id, else the participant whose name stands before its text."""
        person = self.of_locution.get(locution)
        if person in self.names:
            return person
        return self.by_name.get(name_before(graph.nodes[locution].get("text")))


def _find_persons(graph: Graph, content: Json) -> _Persons:
    """Return the participants; where a document does not list them, those whom its locutions name."""
    of_locution: dict[int, str] = {}
    raw_ids: dict[str, object] = {}
    for locution in mappings(content.get("locutions")):
        number = graph.by_key.get(key_of(locution.get("nodeID")) or "")
        person = key_of(locution.get("personID"))
        if number is not None and person is not None and graph.kinds[number] == LOCUTION:
            of_locution.setdefault(number, person)
            raw_ids.setdefault(person, locution["personID"])
    names: dict[str, tuple[str, object]] = {}
    for participant in mappings(content.get("participants")):
        person = key_of(participant.get("participantID"))
        if person is not None:
            names.setdefault(person, (name_of(participant), participant["participantID"]))
    for number, person in of_locution.items():
        if person not in names:
            names[person] = (name_before(graph.nodes[number].get("text")), raw_ids[person])
    by_name: dict[str, str] = {}
    for person, (name, _) in names.items():
        by_name.setdefault(name, person)
    by_name.pop("", None)
    return _Persons(names, of_locution, by_name)


def name_of(participant: Json) -> str:
    """Return the whole name of a participant; "None" is how Python writers say that there is no surname."""
    names = (text_of(participant, "firstname"), text_of(participant, "surname"))
    return " ".join(name for name in names if name and name != "None")


def name_before(text: object) -> str:
    """Return the name before the colon of a locution's text, as in "Lucy Frazer : I went"; "" if there is none."""
    name, colon, _ = text[: _MOST_NAME + 1].partition(":") if isinstance(text, str) else ("", "", "")
    return name.strip() if colon else ""


def _find_sayings(graph: Graph) -> list[tuple[int, list[int]]]:
    """Return each claim with the locutions that say it, in the order of their illocutions."""
    sayings = []
    for illocution, (locutions, said) in sorted(graph.illocutions.items()):
        if text_of(graph.nodes[illocution], "text").casefold() not in _ASKING:
            sayings += [(number, locutions) for number in said if graph.kinds[number] == CLAIM]
    return sayings


def _add_anchors(dialogue: Dialogue, graph: Graph, html: str) -> None:
    """Put the anchor of each span at the claims that it names, or that the locution it names says."""
    said: dict[int, list[int]] = defaultdict(list)
    for _, (locutions, claims) in sorted(graph.illocutions.items()):
        for locution in locutions:
            said[locution] += [number for number in claims if graph.kinds[number] == CLAIM]
    for span_id, anchor in find_anchors(html):
        number = graph.by_key.get(span_id.removeprefix("node"), graph.by_key.get(span_id))
        if number is None:
            continue
        for claim in [number] if graph.kinds[number] == CLAIM else said.get(number, ()):
            anchors = dialogue.anchors.setdefault(claim, [])
            if anchor not in anchors:
                anchors.append(anchor)
