"""`fmt`: the layout of a file made even, with its comments, its order and its meaning kept."""

from __future__ import annotations

import io
import json
from typing import Any

from argmap.formats.json_tree import parse_json
from argmap.formats.native.comments import indent_comments
from argmap.formats.native.reader import read_text
from argmap.formats.notices import Notice, notice
from argmap.formats.text import is_json, normalise
from argmap.model import LoadError, Place

_WIDTH = 120


def format_text(text: str, name: str = "<text>") -> str:
    """Return the text of a map with even indentation, line ends and spaces.

    Comments, blank lines between elements, the order of everything and the quotation marks stay.

    Args:
        text: the content of a native file.
        name: its name; it tells YAML from JSON, and stands in findings.

    Raises:
        LoadError: the text does not give the whole of a map, or its layout cannot be made even without a change of
            what it says; the error has the findings.
    """
    before = read_text(text, name).whole_map()
    text = normalise(text)
    if is_json(text, name):
        candidates = [_format_json(text, name)]
    else:
        formatted = _format_yaml(text)
        candidates = [indent_comments(text, formatted), formatted]
    for candidate in candidates:
        if read_text(candidate, name).map == before:
            return candidate
    message = "the layout cannot be made even without a change of what the file says"
    fix = "put what stands in braces with an empty value on lines of its own"
    raise LoadError([notice(Notice.SYNTAX, message, fix).at(Place(name, 1, 1))])


def _format_json(text: str, name: str) -> str:
    return json.dumps(parse_json(text, name), ensure_ascii=False, indent=2) + "\n"


def _format_yaml(text: str) -> str:
    # A long line is folded on the first pass, and a folded text may fold once more at another word.
    for _ in range(3):
        formatted = _round_trip(text)
        if formatted == text:
            break
        text = formatted
    return text


def _round_trip(text: str) -> str:
    from ruamel.yaml import YAML

    from argmap.formats.native.plain_scalars import TextResolver

    yaml = YAML()
    yaml.Resolver = TextResolver
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    document: Any = yaml.load(text)
    stream = io.StringIO()
    yaml.dump(document, stream)
    lines = (line.rstrip() for line in stream.getvalue().split("\n"))
    return "\n".join(lines).rstrip("\n") + "\n"
