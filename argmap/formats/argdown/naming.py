"""Which id each statement and argument of a document has in the map."""

from __future__ import annotations

from argmap.formats.argdown.debate import Debate, Node
from argmap.formats.argdown.ids import Ids, is_id

KnownIds = tuple[dict[str, str], dict[str, str]]
"""Ids for titles of statements and of arguments that are not to be made from the titles."""


def name_nodes(debate: Debate, known_ids: KnownIds, ids: Ids) -> dict[int, str]:
    """Return the id() of each statement and argument to its id in the map; O(size of the document).

    The ids that are known come first, then titles that are ids, then all others in the order of the document.
    """
    names: dict[int, str] = {}
    unnamed: list[Node] = []
    rest: list[Node] = []
    taken: set[str] = set()
    for node in (*debate.statements, *debate.arguments):
        known = None if node.title is None else known_ids[node.is_argument].get(node.title)
        if known is None:
            unnamed.append(node)
        else:
            names[id(node)] = known
            ids.reserve(known)
    for node in unnamed:
        if node.title is not None and node.title not in taken and is_id(node.title):
            taken.add(node.title)
            names[id(node)] = ids.unique(node.title)
        else:
            rest.append(node)
    for node in rest:
        otherwise = "argument" if node.is_argument else "statement"
        if node.title is not None:
            names[id(node)] = ids.of_title(node.title, otherwise)
        else:
            names[id(node)] = ids.of_text(node.definition.text if node.definition else "", otherwise)
    return names
