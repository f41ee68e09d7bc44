"""Comments on lines of their own: indented like what they belong to, which ruamel leaves where they were."""

from __future__ import annotations

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"(?:^|(?<=\s))(?P<comment>#.*)", re.MULTILINE)
_BLOCK_START = re.compile(r"[:-]\s+[|>][-+0-9]*\s*(?:#.*)?$")


def find_comments(text: str) -> list[str]:
    """Return the comments of a YAML text in their order; O(length of the text).

    Args:
        text: a text that reads as a map.
    """
    return [comment for _, comment in locate_comments(text)]


def locate_comments(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset of each comment of a YAML text and what it says; see `find_comments`."""
    from ruamel.yaml import YAML
    from ruamel.yaml.events import ScalarEvent

    if not _COMMENT.search(text):
        return
    events = YAML(typ="safe", pure=True).parse(text)
    scalars = [(event.start_mark.index, event.end_mark.index) for event in events if isinstance(event, ScalarEvent)]
    number = 0
    for match in _COMMENT.finditer(text):
        while number < len(scalars) and scalars[number][1] <= match.start("comment"):
            number += 1
        if number == len(scalars) or match.start("comment") < scalars[number][0]:
            yield match.start("comment"), match["comment"].rstrip()


def indent_comments(before: str, formatted: str) -> str:
    """Return the formatted text with each comment line indented like the line that it belonged to before.

    A comment belongs to the line above or below it whose indentation is nearer to its own; in doubt, and
    between a key and the first thing under it, to the one below.
    A line of a quoted text that only looks like a comment may move too: the caller checks that the meaning stays.

    Args:
        before: the text before it was formatted, with the same comments in the same order.
        formatted: the formatted text.
    """
    goes_with_next = [
        below > above or abs(own - below) <= abs(own - above) for _, own, above, below in _comments(before.split("\n"))
    ]
    lines = formatted.split("\n")
    found = list(_comments(lines))
    if len(found) != len(goes_with_next):
        return formatted
    for (number, _, above, below), with_next in zip(found, goes_with_next, strict=True):
        lines[number] = " " * (below if with_next else above) + lines[number].lstrip()
    return "\n".join(lines)


def _comments(lines: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield number, own indentation and those of the content above and below for each comment line."""
    is_text = list(_block_text(lines))
    below = [0] * (len(lines) + 1)
    for number in range(len(lines) - 1, -1, -1):
        stands = _is_content(lines[number]) and not is_text[number]
        below[number] = _indentation(lines[number]) if stands else below[number + 1]
    above = 0
    for number, line in enumerate(lines):
        if is_text[number]:
            continue
        if _is_content(line):
            above = _indentation(line)
        elif line.strip():
            yield number, _indentation(line), above, below[number]


def _block_text(lines: list[str]) -> Iterator[bool]:
    """Yield for each line whether it is in a block of text (after `|` or `>`), where `#` is no comment."""
    opened_at: int | None = None
    for line in lines:
        if opened_at is not None and line.strip() and _indentation(line) <= opened_at:
            opened_at = None
        yield opened_at is not None
        if opened_at is None and _is_content(line) and _BLOCK_START.search(line):
            opened_at = _indentation(line)


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
