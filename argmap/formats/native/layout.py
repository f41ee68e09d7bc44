"""`fmt`: the layout of a file made even, with its comments, its order and its meaning kept."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from argmap.formats.json_tree import parse_json
from argmap.formats.native.comments import find_comments, indent_comments
from argmap.formats.native.reader import read_text
from argmap.formats.notices import Notice, notice
from argmap.formats.text import is_json, normalise
from argmap.model import LoadError, Place

_WIDTH = 120
_UNLIMITED = 2**30


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
        return _format_json(text, name)
    comments = find_comments(text)
    for candidate in _yaml_candidates(text, name):
        if candidate == text or (read_text(candidate, name).map == before and find_comments(candidate) == comments):
            return candidate
    message = "the layout cannot be made even without losing something, such as a comment inside braces or brackets"
    fix = "put comments on lines of their own, and what stands in braces on lines of its own"
    raise LoadError([notice(Notice.SYNTAX, message, fix).at(Place(name, 1, 1))])


def _format_json(text: str, name: str) -> str:
    document, has_repeated_ids = parse_json(text, name)
    if has_repeated_ids:
        raise _repeated_id(Place(name, 1, 1))
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _yaml_candidates(text: str, name: str) -> Iterator[str]:
    """Yield the layouts to try, the best first: long lines folded or not, as a fold can lose spaces."""
    for width in (_WIDTH, _UNLIMITED):
        yield _settle(text, name, width, indented=True)
        yield _settle(text, name, width, indented=False)


def _settle(text: str, name: str, width: int, *, indented: bool) -> str:
    """Return the layout that stays as it is; a folded text may fold once more at another word."""
    for _ in range(5):
        formatted = _round_trip(text, name, width)
        if indented:
            formatted = indent_comments(text, formatted)
        if formatted == text:
            break
        text = formatted
    return text


def _round_trip(text: str, name: str, width: int) -> str:
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import DuplicateKeyError

    from argmap.formats.native.plain_scalars import TextResolver

    yaml = YAML()
    yaml.Resolver = TextResolver
    yaml.preserve_quotes = True
    yaml.width = width
    yaml.indent(mapping=2, sequence=4, offset=2)
    try:
        document: Any = yaml.load(text)
    except DuplicateKeyError as error:
        mark = error.problem_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)
        raise _repeated_id(place) from None
    stream = io.StringIO()
    yaml.dump(document, stream)
    lines = (line.rstrip() for line in stream.getvalue().split("\n"))
    return "\n".join(lines).rstrip("\n") + "\n"


def _repeated_id(place: Place) -> LoadError:
    message = "an id stands twice, and one of its elements would be lost"
    return LoadError([notice(Notice.REPEATED_KEY, message, "give one of them another id").at(place)])
