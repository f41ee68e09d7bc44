"""The lines of an outline: how far in, what marks them, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_TAB = 4
_LIST_MARK = re.compile(r"(?:[*•◦–]|\d{1,4}[.)]|[a-zA-Z][.)])[ \t]+")
_SIGN = re.compile(r"(?P<sign>[+-])[ \t]+")
_LABEL = re.compile(r"\(?(?P<group>\d{1,4}[A-Z]{1,3})(?:-[a-z]{1,3})?\)?[.:]?(?:[ \t]+|$)")
_ROLE_WORD = re.compile(
    r"(?:(?P<undercut>undercut|objection to the inference|inference objection)"
    r"|(?P<reason>because|since|reason|support|pro|premise|evidence|argument for)"
    r"|(?P<objection>but|however|objection|con|rebuttal|counterargument|argument against|although)"
    r"|(?P<member>and|co-premise|with|assuming))"
    r"(?P<end>[ \t]+\d{1,3}[A-Z]?(?:-[a-z])?:|[:.,]|(?=[ \t]|$))[ \t]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}[A-Z]?(?:-[a-z])?:|[:.,]")
"""What behind a word that marks a line would be taken for a part of the mark."""

_MARKS_BY_THEMSELVES = frozenset({"because", "but", "however", "and"})
"""Words that mark a line without a colon; the others begin too many sentences."""


class Role(StrEnum):
    """What a line is to the one above it."""

    REASON = "because"
    OBJECTION = "but"
    UNDERCUT = "undercut:"
    MEMBER = "and"
    OPEN = ""


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One line.

    Attributes:
        number: which line of the file, counted from 1.
        indentation: how many columns it is in.
        column: where what it says begins, counted from 1.
        role: what it is to the line above it, as its mark says.
        group: the reason that its label names, as 1A of 1A-b; "" without a label.
        sign: the + or - before it.
        text: what it says.
        is_implicit: whether that stands in square brackets.
    """

    number: int
    indentation: int
    column: int
    role: Role
    group: str
    sign: str
    text: str
    is_implicit: bool


def read_line(line: str, number: int) -> OutlineLine | None:
    """Return what a line says; None if it is blank."""
    content = line.lstrip(" \t")
    if not content.strip():
        return None
    start = len(line) - len(content)
    indentation = len(line[:start].expandtabs(_TAB))
    rest, sign, group = content.rstrip(), "", ""
    if mark := _LIST_MARK.match(rest):
        rest = rest[mark.end() :]
    elif (mark := _SIGN.match(rest)) is not None:
        sign, rest = mark["sign"], rest[mark.end() :]
    if label := _LABEL.match(rest):
        group, rest = label["group"], rest[label.end() :]
    role = Role.OPEN
    if indentation and (word := _ROLE_WORD.match(rest)) and _is_mark(word):
        role, rest = _role_of(word), rest[word.end() :]
    text, is_implicit = _said(rest.strip())
    column = start + len(content.rstrip()) - len(rest) + 1
    return OutlineLine(number, indentation, column, role, group, sign, text, is_implicit)


def write_text(text: str, *, is_implicit: bool) -> str:
    """Return what a line says for a text: in brackets if it is implicit, with a backslash if it could be misread."""
    text = " ".join(text.split())
    if is_implicit:
        return f"[{text}]"
    return f"\\{text}" if _looks_marked(text) else text


def _looks_marked(text: str) -> bool:
    starts = (_LIST_MARK, _SIGN, _LABEL, _ROLE_WORD, _NUMBER)
    return text.startswith(("[", "\\", "Title:")) or any(start.match(text) for start in starts)


def _is_mark(word: re.Match[str]) -> bool:
    return word["end"] != "" or word[0].strip().lower() in _MARKS_BY_THEMSELVES


def _role_of(word: re.Match[str]) -> Role:
    if word["reason"]:
        return Role.REASON
    if word["objection"]:
        return Role.OBJECTION
    return Role.UNDERCUT if word["undercut"] else Role.MEMBER


def _said(rest: str) -> tuple[str, bool]:
    if rest.startswith("\\"):
        return rest[1:], False
    if rest.startswith("[") and rest.endswith("]") and len(rest) > 1:
        return rest[1:-1].strip(), True
    return rest, False
