"""The reader of the AIF family: a document to a map, with all that maps have no word for in extensions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.aif.dialogue import Dialogue, read_dialogue
from argmap.formats.aif.graph import ATTACK, CLAIM, INFERENCE, Graph
from argmap.formats.aif.layout import Json, Layout, find_layout, graph_of, key_of, text_of
from argmap.formats.aif.schemes import scheme_of
from argmap.formats.aif.spans import html_of
from argmap.formats.foreign import IdSpace, Notes, Origins, is_id, reading, result_of
from argmap.formats.json_document import parse_document
from argmap.formats.making import Maker
from argmap.formats.notices import Notice, notice
from argmap.formats.result import LoadResult
from argmap.formats.text import normalise
from argmap.formats.tree import SyntaxProblemError
from argmap.model import ArgumentMap, Attack, Claim, EdtfDate, Inference, Place, Source

NAME = "aif"
"""The name under which extensions keep what maps have no word for."""


def read(text: str, name: str = "<text>") -> LoadResult:
    """Read a map from a document of the AIF family: AIFdb JSON, xAIF, OVA3 or OVA2.

    Args:
        text: the content of a file.
        name: the name of the file, as places show it.

    Returns:
        The map, its source map and what was noticed. Nodes and edges without a word in maps, such as locutions, are
        in the map's extensions, so that `write` gives an equal document.

    Examples:
        >>> nodes = '[{"nodeID": "1", "text": "It has rained", "type": "I"}]'
        >>> read(f'{{"nodes": {nodes}, "edges": []}}').map.claims[0].text
        'It has rained'
    """
    text = normalise(text)
    return reading(name, text, lambda: _read(text, name))


def _read(text: str, name: str) -> LoadResult:
    document, repeated = parse_document(text, name)
    layout = find_layout(document)
    if layout is None:
        message = "found no list `nodes`, nor one in `AIF`, expected a document of the AIF family"
        raise SyntaxProblemError(notice(Notice.UNREADABLE, message).at(Place(name, 1, 1)))
    notes = Notes(repeated)
    content = graph_of(document, layout)
    nodes, node_numbers = _take_list(content, "nodes", layout, notes)
    edges, edge_numbers = _take_list(content, "edges", layout, notes)
    graph = Graph(layout, layout.path, nodes, notes, node_numbers)
    graph.number_nodes()
    graph.connect(edge_numbers, *find_ends(edges, layout))
    graph.choose_steps()
    graph.note_others()
    return _Reading(graph, document, edges).result(text, name)


def _take_list(content: Json, key: str, layout: Layout, notes: Notes) -> tuple[list[Json], Sequence[int]]:
    """Return the mappings of a list and their numbers in it, and leave an empty list in its place."""
    found = content.get(key)
    if not isinstance(found, list):
        if key in content and found is not None:
            notes.broken(f"field `{key}` holds no list", (*layout.path, key))
        return [], ()
    content[key] = []
    taken = [item for item in found if isinstance(item, dict)]
    if len(taken) == len(found):
        return taken, range(len(taken))
    numbers = []
    for number, item in enumerate(found):
        if isinstance(item, dict):
            numbers.append(number)
        else:
            notes.broken(f"entry {number + 1} of `{key}` has no fields", (*layout.path, key, number))
    return taken, numbers


def find_ends(edges: list[Json], layout: Layout) -> tuple[list[Any], list[Any]]:
    """Return the ids of the nodes that edges come from and lead to, as they stand there."""
    source, target = layout.ends
    if layout is Layout.OVA2:
        return [end_key(edge.get(source)) for edge in edges], [end_key(edge.get(target)) for edge in edges]
    return [edge.get(source) for edge in edges], [edge.get(target) for edge in edges]


def end_key(end: Any) -> str | None:
    """Return the id of the node at the end of an edge of OVA2, which holds the node whole."""
    return key_of(end.get("id") if isinstance(end, dict) else end)


@dataclass
class _Reading:
    graph: Graph
    document: Json
    edges: list[Json]
    element_ids: dict[int, str] = field(default_factory=dict)

    def result(self, text: str, name: str) -> LoadResult:
        graph, layout = self.graph, self.graph.layout
        chosen = {
            kind: [n for n, found in enumerate(graph.kinds) if found == kind] for kind in (CLAIM, INFERENCE, ATTACK)
        }
        ids = IdSpace(graph.by_key.keys())
        elements = {CLAIM, INFERENCE, ATTACK}
        for key, number in graph.by_key.items():
            if graph.kinds[number] in elements:
                self.element_ids[number] = key if is_id(key) else ids.give("", "node")
        ids.take(self.element_ids.values())
        html = html_of(self.document)
        dialogue = read_dialogue(graph, graph_of(self.document, layout), html, ids)
        article = _read_article(self.document, html, ids)
        kept = self._keep_document()
        values = {
            "title": article.title if article else "",
            "article": article.id if article else None,
            "sources": (article,) if article else (),
            "parties": tuple(dialogue.parties),
            "claims": tuple(self._claims(chosen[CLAIM], dialogue)),
            "inferences": tuple(self._inferences(chosen[INFERENCE])),
            "attacks": tuple(self._attacks(chosen[ATTACK])),
            "extensions": {NAME: kept},
        }
        argument_map = Maker(ArgumentMap).make(values)
        origins = Origins(
            {
                section: [graph.path_of(number) for number in chosen[kind]]
                for section, kind in (("claims", CLAIM), ("inferences", INFERENCE), ("attacks", ATTACK))
            },
            {"claims": {"text": "text", "id": layout.id_key}},
        )
        return result_of(argument_map, origins, graph.notes, text, name)

    def _keep_document(self) -> Json:
        """Return what the map keeps of the document: the order of its nodes, and whole all that is no element."""
        graph, layout = self.graph, self.graph.layout
        id_key = layout.id_key
        edges = [_fold_edge(edge, graph) for edge in self.edges] if layout is Layout.OVA2 else self.edges
        return {
            "layout": layout.value,
            "nodes": [node[id_key] if number in self.element_ids else node for number, node in enumerate(graph.nodes)],
            "edges": edges,
            "document": self.document,
        }

    def _claims(self, numbers: list[int], dialogue: Dialogue) -> Iterator[Claim]:
        ids, nodes, make = self.element_ids, self.graph.nodes, Maker(Claim).make
        is_said = dialogue.speakers or dialogue.anchors
        for number in numbers:
            node = nodes[number]
            values = {"id": ids[number], "text": node.pop("text"), "extensions": {NAME: node}}
            del node["type"]
            if is_said:
                values["by"] = dialogue.speakers.get(number)
                values["at"] = tuple(dialogue.anchors.get(number, ()))
            yield make(values)

    def _inferences(self, numbers: list[int]) -> Iterator[Inference]:
        ids, nodes, make = self.element_ids, self.graph.nodes, Maker(Inference).make
        for number in numbers:
            node = nodes[number]
            del node["type"]
            values = {
                "id": ids[number],
                "premises": self._premises(number),
                "conclusion": ids[self.graph.targets[number][0]],
                "extensions": {NAME: node},
            }
            if (scheme := scheme_of(node)) is not None:
                values["scheme"] = scheme
            yield make(values)

    def _attacks(self, numbers: list[int]) -> Iterator[Attack]:
        ids, nodes, make = self.element_ids, self.graph.nodes, Maker(Attack).make
        for number in numbers:
            node = nodes[number]
            del node["type"]
            target = ids[self.graph.targets[number][0]]
            premises = self._premises(number)
            yield make({"id": ids[number], "premises": premises, "target": target, "extensions": {NAME: node}})

    def _premises(self, number: int) -> tuple[str, ...]:
        premises = self.graph.premises[number]
        if len(premises) == 1:
            return (self.element_ids[premises[0]],)
        return tuple(dict.fromkeys([self.element_ids[premise] for premise in premises]))


def _fold_edge(edge: Json, graph: Graph) -> Json:
    """Return an edge of OVA2 with ids for the nodes it holds whole; as {"edge": ...} where they are not the same."""
    folded = dict(edge)
    for key in Layout.OVA2.ends:
        end = edge.get(key)
        number = graph.by_key.get(end_key(end) or "")
        if number is None or end != graph.nodes[number] or "edge" in edge:
            return {"edge": edge}
        folded[key] = graph.nodes[number]["id"]
    return folded


def _read_article(document: Json, html: str, ids: IdSpace) -> Source | None:
    """Return the source of the analysed text; None if the document has none."""
    if not html.strip():
        return None
    about = document.get("analysis")
    about = about if isinstance(about, dict) else {}
    text = document.get("text")
    url = text_of(about, "documentSource") or (text_of(text, "url") if isinstance(text, dict) else "")
    return Source(
        id=ids.give("article", "article"),
        title=text_of(about, "documentTitle"),
        date=_date(text_of(about, "documentDate")),
        url=url,
    )


def _date(text: str) -> EdtfDate | None:
    """Return the date that OVA2 writes as 31/12/2019."""
    day, _, rest = text.partition("/")
    month, _, year = rest.partition("/")
    try:
        return EdtfDate(f"{year}-{month:0>2}-{day:0>2}")
    except ValueError:
        return None
