"""Anchors held against the text, with the deep links that open the article at the passage."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.graph import find_anchors
from argmap.model import ArgumentMap, SourceMap
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
    for use in find_anchors(argument_map):
        state = "not checked"
        if use.source in passages:
            trouble = passages[use.source].find_problem(use.anchor)
            checked += 1
            broken += bool(trouble)
            state = trouble or "found once"
        link = use.anchor.link(urls.get(use.source, ""))
        named = f"{use.noun} [{use.element.id}]"
        lines.append(printable(f"{source_map.place(use.path)}: {named} {state}{f'  {link}' if link else ''}"))
    total = len(lines)
    unchecked = f", {total - checked} not checked for want of a text" if checked < total else ""
    lines.append(f"{total} anchors: {checked - broken} found once, {broken} not{unchecked}")
    return lines, broken
