"""The nodes of a JSON text, down to the depth at which anything has a meaning."""

from __future__ import annotations

import json

from argmap.formats.json_tree import LEXEME
from argmap.formats.nodes import Node, NodeBuilder

_MOST_DEPTH = 8
"""Deeper than any field of a map; what is in extensions stays text."""


def json_nodes(text: str) -> Node | None:
    """Return the root of the document; None if the text is empty; O(length of the text).

    Args:
        text: a text that `parse_json` accepts.
    """
    builder = NodeBuilder()
    depth = 0
    for match in LEXEME.finditer(text):
        lexeme = match.group()
        if lexeme in "}]":
            if depth <= _MOST_DEPTH:
                builder.close(match.end())
            depth -= 1
        elif lexeme in "{[":
            depth += 1
            node = Node("flow", match.start(), match.end(), is_mapping=lexeme == "{")
            if depth <= _MOST_DEPTH:
                builder.open(node)
            elif depth == _MOST_DEPTH + 1:
                builder.add(node)
        elif lexeme not in ",:\n" and depth <= _MOST_DEPTH:
            is_text = lexeme.startswith('"')
            said = json.loads(lexeme) if is_text else lexeme
            builder.add(Node('"' if is_text else "plain", match.start(), match.end(), said))
    return builder.root
