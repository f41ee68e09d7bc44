"""The nodes of a YAML text, from parser events."""

from __future__ import annotations

import re
from typing import Literal

from argmap.formats.nodes import Node, NodeBuilder

_STYLES: dict[str | None, Literal["plain", "'", '"', "text"]] = {
    None: "plain", "": "plain", "'": "'", '"': '"', "|": "text", ">": "text",
}  # fmt: skip
_HEADER = re.compile(r"[|>][-+]?(?P<indentation>[1-9])?")


def yaml_nodes(text: str) -> Node | None:
    """Return the root of the document; None if the text is empty; O(length of the text).

    Args:
        text: a text that `parse_yaml` accepts, with LF line ends.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.events import (
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
    )

    builder = NodeBuilder()
    for event in YAML(typ="safe", pure=True).parse(text):
        start, end = event.start_mark.index, event.end_mark.index
        match event:
            case ScalarEvent():
                style = _STYLES[event.style]
                if style == "text":
                    end = _end_of_block(text, start, end)
                builder.add(Node(style, start, end, event.value))
            case MappingStartEvent() | SequenceStartEvent():
                is_mapping = isinstance(event, MappingStartEvent)
                builder.open(Node("flow" if event.flow_style else "block", start, end, is_mapping=is_mapping))
            case MappingEndEvent() | SequenceEndEvent():
                builder.close(end)
    return builder.root


def _end_of_block(text: str, start: int, end: int) -> int:
    """Return where a block of text (after `|` or `>`) ends: its last line with something in it.

    The parser takes the blank lines and comments behind the block for a part of it.
    """
    header = text.find("\n", start)
    if header < 0:
        return end
    match = _HEADER.match(text, start)
    if match and match["indentation"]:
        return start + len(text[start:end].rstrip())
    last, own = header, None
    position = header + 1
    while position < len(text):
        after = text.find("\n", position)
        after = len(text) if after < 0 else after
        line = text[position:after]
        if line.strip():
            indentation = len(line) - len(line.lstrip(" "))
            if own is None and indentation > 0:
                own = indentation
            if own is None or indentation < own:
                break
            last = after
        position = after + 1
    return last
