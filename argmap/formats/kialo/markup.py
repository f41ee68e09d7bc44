"""The markup of Kialo's texts: Markdown, in which a backslash keeps a sign from meaning anything."""

from __future__ import annotations

import re

TITLE = "Discussion Title:"
REFERENCE = re.compile(r"->\s*See\s+(?P<number>\d+(?:\.\d+)*)\.?\s*")
"""A line that stands for the claim with the number."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"\[[^\[\]\n]{0,2000}\]\([^()\s]{0,2000}\)")
_LINE_START = re.compile(r"(?P<number>\d+)(?=\.)")
_STANCE = re.compile(r"(Pro|Con)(?=:)")


def kept(text: str) -> str:
    """Return what of a claim's text a file can hold: all but white space around it and other line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def one_line(text: str) -> str:
    """Return what of a title a file can hold: a single line."""
    return " ".join(kept(text).split("\n"))


def unescape(text: str) -> str:
    r"""Return the text without the backslashes of Markdown.

    Examples:
        >>> unescape(r"actors \(trolls\) [and](https://example.org)")
        'actors (trolls) [and](https://example.org)'
    """
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def escape(text: str) -> str:
    r"""Return the text as Kialo writes it: links as they are, other parentheses and what could be misread escaped.

    Examples:
        >>> print(escape("actors (trolls) [and](https://example.org)"))
        actors \(trolls\) [and](https://example.org)
    """
    text = text.replace("\\", "\\\\")
    pieces: list[str] = []
    end = 0
    for link in _LINK.finditer(text):
        pieces += [_without_parentheses(text[end : link.start()]), link[0]]
        end = link.end()
    pieces.append(_without_parentheses(text[end:]))
    first, *rest = "".join(pieces).split("\n")
    lines = [_STANCE.sub(r"\1\\", first, count=1) if _STANCE.match(first) else first]
    if REFERENCE.match(first):
        lines = [f"\\{first}"]
    lines += [_LINE_START.sub(r"\g<number>\\", line, count=1) if _LINE_START.match(line) else line for line in rest]
    return "\n".join(lines)


def _without_parentheses(text: str) -> str:
    return text.replace("(", "\\(").replace(")", "\\)")
