"""YAML of formats that are not argmap's own: texts, lists and mappings, with the places of all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.formats.notices import Notice, notice
from argmap.formats.text import MOST_YAML_BYTES
from argmap.formats.tree import SyntaxProblemError
from argmap.formats.yaml_tree import YamlDocument, parse_yaml
from argmap.model import Path, Place
from argmap.model.printable import printable

_MOST_DEPTH = 50
"""How deep a document may be nested: what is kept of it goes into extensions, which have a limit of their own."""


def parse_foreign_yaml(text: str, file: str) -> YamlDocument:
    """Return the document; every scalar is a text, or None where nothing stands.

    Raises:
        SyntaxProblemError: the text is too large, is not YAML, or is no mapping.
    """
    if len(text) > MOST_YAML_BYTES:
        message = f"the file has more than {MOST_YAML_BYTES // 10**6} million characters, which YAML is read up to"
        raise SyntaxProblemError(notice(Notice.UNREADABLE, message, "split it").at(Place(file, 1, 1)))
    document = parse_yaml(text, file, (), _as_text)
    if not isinstance(document.value, dict):
        message = "found no fields, expected a mapping"
        raise SyntaxProblemError(notice(Notice.SYNTAX, message).at(Place(file, 1, 1)))
    for path, (line, column) in document.positions.values.items():
        if len(path) > _MOST_DEPTH:
            message = f"nested deeper than {_MOST_DEPTH} levels"
            raise SyntaxProblemError(notice(Notice.SYNTAX, message, "flatten it").at(Place(file, line, column)))
    for path, (line, column) in document.positions.again.items():
        message = f"field `{printable(str(path[-1]))}` stands twice, and the first was read"
        finding = notice(Notice.REPEATED_KEY, message, "keep one of them")
        document.findings.append(finding.at(Place(file, line, column)))
    return document


def _as_text(_: Path, text: str) -> str | None:
    return text or None


def as_texts(value: Any) -> Iterator[str]:
    """Yield the texts of a value that may be one text, a list of them, or a mapping to them; nothing else."""
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    yield from (item for item in items if isinstance(item, str))


def as_text(value: Any) -> str:
    """Return a value that should be a text; "" if it is none."""
    return value if isinstance(value, str) else ""
