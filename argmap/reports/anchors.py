"""Anchors held against the text, with the deep links that open the article at the passage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.model import AnyClaim, ArgumentMap, Attack, Inference, Path, SourceMap
from argmap.model.anchor import Anchor
from argmap.model.passage import Passages
from argmap.model.printable import printable


def anchor_lines(argument_map: ArgumentMap, texts: Mapping[str, str], source_map: SourceMap) -> tuple[list[str], int]:
    """Return a line for each anchor, a summary, and how many anchors are not found exactly once.

    Args:
        argument_map: the map.
        texts: id of a source to its text; "" is the article of a map that names none.
        source_map: the places of the map's parts.
    """
    passages = {source_id: Passages(text) for source_id, text in texts.items()}
    urls = {source.id: source.url for source in argument_map.sources}
    lines: list[str] = []
    checked = broken = 0
    for element, path, anchor in _anchors(argument_map):
        source_id = anchor.source or argument_map.article or ""
        state = "not checked"
        if source_id in passages:
            trouble = passages[source_id].find_problem(anchor)
            checked += 1
            broken += bool(trouble)
            state = trouble or "found once"
        link = anchor.link(urls.get(source_id, ""))
        lines.append(printable(f"{source_map.place(path)}: {_name(element)} {state}{f'  {link}' if link else ''}"))
    total = len(lines)
    unchecked = f", {total - checked} not checked for want of a text" if checked < total else ""
    lines.append(f"{total} anchors: {checked - broken} found once, {broken} not{unchecked}")
    return lines, broken


def _anchors(argument_map: ArgumentMap) -> Iterator[tuple[AnyClaim | Inference | Attack, Path, Anchor]]:
    for section in ("claims", "inferences", "attacks"):
        for index, element in enumerate(getattr(argument_map, section)):
            for number, anchor in enumerate(element.at):
                yield element, (section, index, "at", number), anchor


def _name(element: AnyClaim | Inference | Attack) -> str:
    return f"{type(element).__name__.lower()} [{element.id}]"
