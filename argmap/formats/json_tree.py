"""JSON text to a document, and, only when asked, the positions of everything in it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from argmap.formats.notices import Notice, notice
from argmap.formats.tree import MOST_DEPTH, SyntaxProblemError, mapping
from argmap.model import Path, Place, Positions


def parse_json(text: str, file: str) -> Any:
    """Parse one JSON document; a mapping with a repeated key is a `RepeatedKeys`.

    Raises:
        SyntaxProblemError: the text is not JSON, or is nested too deep.
    """
    try:
        value = json.loads(text, object_pairs_hook=mapping, parse_constant=_refuse_constant)
        if _SURROGATE.search(text):  # an escaped half of a pair is JSON, and no text that could be written again
            json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        message = f"the text is not JSON: {error.msg[0].lower()}{error.msg[1:]}"
        place = Place(file, error.lineno, error.colno)
        raise SyntaxProblemError(notice(Notice.SYNTAX, message).at(place)) from None
    except RecursionError:
        message = f"nested deeper than {MOST_DEPTH} levels"
        raise SyntaxProblemError(notice(Notice.SYNTAX, message, "a map needs 6").at(Place(file, 1, 1))) from None
    except UnicodeEncodeError:
        message = "found the escape of half a character (U+D800 to U+DFFF), expected text"
        raise SyntaxProblemError(notice(Notice.SYNTAX, message, "delete it").at(Place(file, 1, 1))) from None
    except ValueError as error:  # a constant that JSON has not, or a number with too many digits
        message = f"the text is not JSON: {error}"
        raise SyntaxProblemError(notice(Notice.SYNTAX, message).at(Place(file, 1, 1))) from None
    return value


def _refuse_constant(name: str) -> float:
    raise ValueError(f"found {name}, expected a number")


_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_LEXEME = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:\n]|[^\s{}\[\],:"]+')


def json_positions(text: str, numbered: Sequence[str]) -> Positions:
    """Return where everything in a JSON text stands; O(length of the text).

    Args:
        text: a text that `parse_json` accepts.
        numbered: the top-level keys whose entries are counted in paths instead of named.
    """
    keys: dict[Path, tuple[int, int]] = {}
    values: dict[Path, tuple[int, int]] = {}
    counted = frozenset(numbered)
    stack: list[tuple[Path, bool, bool]] = []  # path, is it a mapping, are its entries counted
    counts: list[int] = []
    path: Path = ()
    expects_key = False
    line, line_start = 1, 0
    for match in _LEXEME.finditer(text):
        lexeme = match.group()
        if lexeme == "\n":
            line, line_start = line + 1, match.end()
            continue
        position = (line, match.start() - line_start + 1)
        if lexeme in "}]":
            stack.pop()
            counts.pop()
            expects_key = False
        elif lexeme == ",":
            counts[-1] += 1
            parent, is_mapping, _ = stack[-1]
            expects_key = is_mapping
            path = (*parent, counts[-1])
        elif lexeme == ":":
            pass
        elif expects_key:
            parent, _, is_counted = stack[-1]
            path = (*parent, counts[-1] if is_counted else json.loads(lexeme))
            keys[path] = position
            expects_key = False
        else:
            values[path] = position
            if lexeme in "{[":
                is_mapping = lexeme == "{"
                stack.append((path, is_mapping, is_mapping and len(path) == 1 and path[0] in counted))
                counts.append(0)
                expects_key = is_mapping
                path = (*path, 0)
    return Positions(keys, values)
