"""The YAML data of an Argdown document: what stands in braces, and the front matter."""

from __future__ import annotations

import re
from math import isfinite
from typing import Any

from argmap.formats.argdown.document import Data
from argmap.formats.argdown.problems import Problems
from argmap.formats.json_tree import parse_json
from argmap.formats.native.shape import resolve_scalar
from argmap.formats.notices import Notice
from argmap.formats.text import MOST_YAML_BYTES
from argmap.formats.tree import SyntaxProblemError
from argmap.model import Path

MOST_DEPTH = 40
"""How deep data may be nested; extensions of a map, where they are kept, have room for 64 levels in all."""

_LEAST_COST = 200
"""To parse a few characters of YAML takes as long as to parse so many."""

_SCALAR = r"""(?:"[^"\\\n]*+"|'[^'\n]*+'|[A-Za-z0-9_][A-Za-z0-9_./+-]*+(?:[ ]++[A-Za-z0-9_./+-]++)*+)"""
_LIST = rf"\[\s*+(?:{_SCALAR}(?:\s*+,\s*+{_SCALAR})*+)?+\s*+\]"
_PAIR = rf"([A-Za-z_][A-Za-z0-9_-]*+):[ \n]\s*+({_SCALAR}|{_LIST})"
_USUAL = re.compile(rf"\{{\s*+{_PAIR}(?:\s*+,\s*+{_PAIR})*+\s*+\}}")
_USUAL_PAIR = re.compile(_PAIR)
_USUAL_SCALAR = re.compile(_SCALAR)
_BLOCK_START = re.compile(r"\{[ \t]*\n")


def read_data(text: str, start: int, end: int, problems: Problems) -> Data:
    """Return the data in the braces from `start` to `end`; {} if they cannot be read, which is noted.

    Data with their first line empty are YAML by lines, others YAML in one flow.
    """
    usual = _USUAL.fullmatch(text, start, end)
    if usual:  # a hundredth of the time of the parser
        pairs = _USUAL_PAIR.findall(text, start, end)
        data = {pair[0]: _usual_value(pair[1]) for pair in pairs}
        if len(data) == len(pairs):
            return data
    block = _BLOCK_START.match(text, start, end)
    return _limited(text, start, *((block.end(), end - 1) if block else (start, end)), problems)


def read_front_matter(text: str, start: int, end: int, problems: Problems) -> Data:
    """Return the data between the marks of the front matter; {} if they cannot be read, which is noted."""
    if text[start:end].lstrip()[:1] == "{":
        try:
            data = parse_json(text[start:end], "")[0]
        except SyntaxProblemError:  # YAML in braces need not be JSON
            pass
        else:
            return data if isinstance(data, dict) else {}
    return _parse(text, start, end, problems)[0]


def _limited(text: str, place: int, start: int, end: int, problems: Problems) -> Data:
    data, depth = _parse(text, start, end, problems)
    if depth <= MOST_DEPTH:
        return data
    problems.syntax(place, f"the data are nested deeper than {MOST_DEPTH} levels", "flatten them", is_error=True)
    return {}


def _usual_value(text: str) -> Any:
    if text.startswith("["):
        return [_usual_scalar(item) for item in _USUAL_SCALAR.findall(text, 1)]
    return _usual_scalar(text)


def _usual_scalar(text: str) -> Any:
    return text[1:-1] if text[0] in "\"'" else _resolve((), text)


def _resolve(_: Path, text: str) -> Any:
    value = resolve_scalar(("extensions",), text)
    return value if not isinstance(value, float) or isfinite(value) else text


def _parse(text: str, start: int, end: int, problems: Problems) -> tuple[Data, int]:
    """Return the data and how deep they are nested."""
    from argmap.formats.yaml_tree import parse_yaml  # ruamel.yaml takes 60 ms, which most documents do without

    problems.yaml_left -= max(end - start, _LEAST_COST)
    if problems.yaml_left < 0:
        message = f"the data of the file have more than {MOST_YAML_BYTES // 10**6} million characters of YAML"
        problems.syntax(start, message, "write them as {name: value}, or split the file", is_error=True)
        return {}, 0
    try:
        document = parse_yaml(text[start:end], "", (), _resolve)
    except SyntaxProblemError as problem:
        place = problem.finding.place
        offset = _offset(text, start, place.line, place.column) if place else start
        problems.add(Notice(problem.finding.code), offset, problem.finding.message, problem.finding.fix, is_error=True)
        return {}, 0
    for finding in document.findings:
        offset = _offset(text, start, finding.place.line, finding.place.column) if finding.place else start
        problems.add(Notice(finding.code), offset, finding.message, finding.fix, is_error=True)
    if document.has_repeated_keys:
        problems.add(Notice.REPEATED_KEY, start, "a field stands twice in the data", "keep one of them", is_error=True)
    if document.value is None:
        return {}, 0
    if not isinstance(document.value, dict):
        problems.syntax(start, "found a value, expected data as `{name: value}`", "give it a name", is_error=True)
        return {}, 0
    return document.value, max(map(len, document.positions.values), default=0)


def _offset(text: str, start: int, line: int, column: int) -> int:
    """Return the offset of a line and column that are counted from `start`."""
    for _ in range(line - 1):
        start = text.find("\n", start) + 1 or start
    return min(start + column - 1, len(text))
