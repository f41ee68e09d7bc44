"""The writer of Argdown: a map to text that Argdown's own parser accepts, and that reads as the same map."""

from __future__ import annotations

from typing import Any

from argmap.formats.argdown.debate import understand
from argmap.formats.argdown.drawing import Drawing, draw
from argmap.formats.argdown.edges import find_edges
from argmap.formats.argdown.ids import Ids
from argmap.formats.argdown.naming import KnownIds, name_nodes
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.problems import Piece, Places, Problems
from argmap.formats.argdown.reader import read
from argmap.formats.argdown.supplement import OWN, TITLES, supplement_for
from argmap.formats.argdown.to_map import NAMESPACE
from argmap.formats.native.writer import to_yaml
from argmap.model import ArgumentMap

_MOST_TRIES = 6
_MOST_YAML = 100_000
"""Longer front matter is written as JSON, which is YAML too and reads a hundred times as fast."""


def write(argument_map: ArgumentMap) -> str:
    """Return the map as Argdown.

    Claims are statements, steps with several premises or a scheme are premise-conclusion structures, and all else is
    lines of relations. What Argdown has no place for stands in the front matter under `argmap`, so that reading the
    text gives an equal map, but for the order of elements. Of elements with the same id the first is written.

    Args:
        argument_map: the map.

    Examples:
        >>> from argmap.model import ArgumentMap, Claim
        >>> print(write(ArgumentMap(claims=[Claim(id="wet", text="The street is wet.")])), end="")
        [wet]: The street is wet.
    """
    drawing, known_ids = _draw(argument_map)
    front_matter = _front_matter(argument_map)
    titles = {kind: ids for kind, ids in zip(("statements", "arguments"), known_ids, strict=True) if ids}
    own: dict[str, Any] = {TITLES: titles} if titles else {}
    drawn = read(_joined({**front_matter, OWN: own} if own else front_matter, drawing.text)).map
    supplement = supplement_for(argument_map, drawn or ArgumentMap())
    own = {**own, **supplement}
    return _joined({**front_matter, OWN: own} if own or not drawing.text else front_matter, drawing.text)


def _draw(argument_map: ArgumentMap) -> tuple[Drawing, KnownIds]:
    """Return the drawing, and the ids of the titles from which the reader would make others."""
    edges = find_edges(argument_map)
    titled: set[str] = set()
    known_ids: KnownIds = ({}, {})
    for _ in range(_MOST_TRIES):
        drawing = draw(argument_map, edges, titled)
        if not drawing.crowded:
            misread, unknown = _compare(drawing, known_ids)
            if not misread and not any(unknown):
                return drawing, known_ids
            titled |= misread
            known_ids = ({**known_ids[0], **unknown[0]}, {**known_ids[1], **unknown[1]})
        titled |= drawing.crowded
    everything = {element.id for element in argument_map.elements()}
    drawing = draw(argument_map, edges, everything)
    statements, arguments = ({title: known for known, title in titles.items()} for titles in drawing.titles)
    return drawing, (statements, arguments)


def _compare(drawing: Drawing, known_ids: KnownIds) -> tuple[set[str], KnownIds]:
    """Return the ids of what has no title and would get another id, and the ids of the titles that would."""
    problems = Problems(Places((Piece(0, "", drawing.text, 0),)))
    debate = understand(parse(drawing.text, problems), is_strict=False)
    names = name_nodes(debate, known_ids, Ids())
    misread: set[str] = set()
    unknown: KnownIds = ({}, {})
    for is_argument, nodes in enumerate((debate.statements, debate.arguments)):
        wanted = {title: known for known, title in drawing.titles[is_argument].items()}
        untitled = iter(drawing.untitled[is_argument])
        for node in nodes:
            name = names[id(node)]
            if node.title is None:
                expected = next(untitled, name)
                if expected != name:
                    misread.add(expected)
            elif wanted.get(node.title, name) != name:
                unknown[is_argument][node.title] = wanted[node.title]
    return misread, unknown


def _front_matter(argument_map: ArgumentMap) -> dict[str, Any]:
    own = argument_map.extensions.get(NAMESPACE)
    known = own.get("front_matter") if isinstance(own, dict) else None
    front_matter = {name: value for name, value in known.items() if name != OWN} if isinstance(known, dict) else {}
    return {"title": argument_map.title, **front_matter} if argument_map.title else front_matter


def _joined(front_matter: dict[str, Any], body: str) -> str:
    if not front_matter:
        return body
    text = _to_json(front_matter)
    if len(text) <= _MOST_YAML:
        readable = to_yaml(front_matter)
        text = text if "===" in readable else readable
    return f"===\n{text}===\n\n{body}"


def _to_json(front_matter: dict[str, Any]) -> str:
    import json

    return json.dumps(front_matter, ensure_ascii=False, indent=1).replace("===", "\\u003d\\u003d\\u003d") + "\n"
