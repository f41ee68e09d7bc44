"""JSON text to a document, and, only when asked, the positions of everything in it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from argmap.formats.notices import Notice, notice
from argmap.formats.tree import MOST_DEPTH, RepeatedKeys, SyntaxProblemError, mapping
from argmap.model import Path, Place, Positions


def parse_json(text: str, file: str) -> tuple[Any, bool]:
    """Parse one JSON document.

    Returns:
        The document, and whether a mapping of it has a key twice: such a mapping is a `RepeatedKeys`.

    Raises:
        SyntaxProblemError: the text is not JSON, or is nested too deep.
    """
    try:
        repeated: list[RepeatedKeys] = []
        hook = partial(mapping, repeated=repeated)
        value = json.loads(text, object_pairs_hook=hook, parse_constant=_refuse_constant)
        if SURROGATE_ESCAPE.search(text):  # an escaped half of a pair is JSON, and no text that could be written again
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
    return value, bool(repeated)


def _refuse_constant(name: str) -> float:
    raise ValueError(f"found {name}, expected a number")


SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
LEXEME = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:\n]|[^\s{}\[\],:"]+')
"""The words and signs of a JSON text, and its line ends."""


def json_positions(text: str, numbered: Sequence[str]) -> Positions:
    """Return where everything in a JSON text stands, down to a depth that means something; O(length of the text).

    Args:
        text: a text that `parse_json` accepts.
        numbered: the top-level keys whose entries are counted in paths instead of named.
    """
    recorder = _Recorder(frozenset(numbered))
    line, line_start = 1, 0
    for match in LEXEME.finditer(text):
        lexeme = match.group()
        if lexeme == "\n":
            line, line_start = line + 1, match.end()
        else:
            recorder.add(lexeme, (line, match.start() - line_start + 1))
    return Positions(recorder.keys, recorder.values, recorder.again)


class _Recorder:
    """Follows the lexemes of a JSON text with a stack, and notes where each path stands."""

    def __init__(self, numbered: frozenset[str]) -> None:
        self.numbered = numbered
        self.keys: dict[Path, tuple[int, int]] = {}
        self.values: dict[Path, tuple[int, int]] = {}
        self.again: dict[Path, tuple[int, int]] = {}
        self.stack: list[_Open] = []
        self.path: Path = ()
        self.depth = 0

    def add(self, lexeme: str, position: tuple[int, int]) -> None:
        if lexeme in "}]":
            self.depth -= 1
            if self.depth < len(self.stack):
                self.stack.pop()
        elif self.depth > len(self.stack):
            self.depth += lexeme in "{["  # deeper than anything has a meaning, and paths are as long as things are deep
        elif lexeme == ",":
            self.stack[-1].advance()
        elif lexeme == ":":
            self.stack[-1].expects_key = False
        elif self.stack and self.stack[-1].expects_key:
            self.path = self.stack[-1].path_of(json.loads(lexeme))
            (self.again if self.path in self.keys else self.keys)[self.path] = position
        else:
            self._add_value(lexeme, position)

    def _add_value(self, lexeme: str, position: tuple[int, int]) -> None:
        top = self.stack[-1] if self.stack else None
        path = self.path if top is None or top.is_mapping else (*top.path, top.count)
        self.values.setdefault(path, position)
        if lexeme in "{[":
            self.depth += 1
            if len(self.stack) < MOST_DEPTH:
                is_mapping = lexeme == "{"
                is_counted = is_mapping and len(path) == 1 and path[0] in self.numbered
                self.stack.append(_Open(path, is_mapping, is_counted, expects_key=is_mapping))


@dataclass
class _Open:
    """A mapping or list that has not ended yet."""

    path: Path
    is_mapping: bool
    is_counted: bool
    expects_key: bool
    count: int = 0

    def advance(self) -> None:
        self.count += 1
        self.expects_key = self.is_mapping

    def path_of(self, key: str) -> Path:
        return (*self.path, self.count if self.is_counted else key)
