"""Anchors in one line: `6 "Indeed, in January" ... "in 25 years"`."""

from __future__ import annotations

import re
from typing import Any

_LINE = re.compile(
    r"""(?:(?P<source>[^\s"]+)\s+)??
        (?:(?P<paragraph>[1-9][0-9]{0,8})(?![^\s"])\s*)?
        (?:"(?P<start>[^"]+)"(?:\s*(?:\.\.\.|…)\s*"(?P<end>[^"]+)")?)?""",
    re.VERBOSE | re.ASCII,
)
LINE_PATTERN = (
    r'^\s*(?:[^\s"]+\s+)?(?:[1-9][0-9]{0,8}|(?:[1-9][0-9]{0,8}\s*)?"[^"]+"(?:\s*(?:\.\.\.|…)\s*"[^"]+")?)\s*$'
)
"""The lines that `parse_anchor_line` accepts, for JSON Schema."""

EXPECTED = 'a paragraph, words in double quotes, or both: 6, 6 "first words", 6 "first words" ... "last words"'


def parse_anchor_line(line: str) -> dict[str, Any] | None:
    """Return the fields of the anchor; None if the line is not an anchor.

    Examples:
        >>> parse_anchor_line('6 "Indeed, in" ... "25 years"')
        {'paragraph': 6, 'start': 'Indeed, in', 'end': '25 years'}
        >>> parse_anchor_line('abc-2020 2')
        {'source': 'abc-2020', 'paragraph': 2}
    """
    match = _LINE.fullmatch(line.strip())
    if not match or not (match["start"] or match["paragraph"]):
        return None
    fields: dict[str, Any] = {name: value for name, value in match.groupdict().items() if value is not None}
    if "paragraph" in fields:
        fields["paragraph"] = int(fields["paragraph"])
    return fields


def format_anchor_line(anchor: dict[str, Any]) -> str | None:
    """Return the anchor's fields as one line; None if it needs the long form."""
    paragraph, start, end = anchor.get("paragraph"), anchor.get("start"), anchor.get("end")
    parts = [anchor.get("source"), None if paragraph is None else str(paragraph), f'"{start}"' if start else None]
    line = " ".join(part for part in parts if part is not None)
    if end:
        line += f' ... "{end}"'
    return line if parse_anchor_line(line) == anchor else None
