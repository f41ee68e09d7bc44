"""Plain texts, titles, tags and data as Argdown writes them."""

from __future__ import annotations

import json
import re
from typing import Any

from argmap.formats.argdown.document import Data
from argmap.formats.argdown.inline import TextReader
from argmap.formats.argdown.lexer import LINE, TAG, Lexer
from argmap.formats.argdown.problems import Piece, Places, Problems
from argmap.formats.native.shape import resolve_scalar

_SPECIAL = re.compile(r"[\\@#*_\[\]{}<>]|//|/\*|===+")
_SPECIAL_OR_NAME = re.compile(rf"{_SPECIAL.pattern}|[.](?=\S+?\.)|:(?=\S+?:)")
_SPECIAL_IN_RULE = re.compile(rf"{_SPECIAL_OR_NAME.pattern}|,|-")
_START = re.compile(r"[-+>(=]|[0-9]+\.(?=\s|\Z)|['\"]")
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_PLAIN_VALUE = re.compile(r"[A-Za-z][A-Za-z0-9_.]*(?: [A-Za-z0-9_.]+)*")
_LINE_END = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"\s+")
_FORBIDDEN = re.compile(r"[\[\]<>\n\r\t\u2028\u2029]|\s{2,}")
_CRASHING = frozenset(
    {"constructor", "toString", "toLocaleString", "valueOf", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable"}
)
"""Names that every object of JavaScript has: Argdown's parser fails at titles like these."""


def escaped(text: str) -> str:
    """Return markup that says the text, in one line; blanks at its ends and several in a row are lost."""
    text = _BLANKS.sub(" ", text).strip()
    markup = _escaped(text, _SPECIAL)
    if _SPECIAL_OR_NAME.search(text) and read_markup(markup)[0] != text:  # something is the name of a character
        markup = _escaped(text, _SPECIAL_OR_NAME)
    return markup


def _escaped(text: str, special: re.Pattern[str]) -> str:
    markup = special.sub(lambda match: "".join(f"\\{sign}" for sign in match[0]), text)
    start = _START.match(markup)
    if start is None:
        return markup
    sign = start.end() - 1
    return f"{markup[:sign]}\\{markup[sign:]}"


def written_text(text: str, markup: object, tags: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return a text as it was written, if that is known and still says the text; else escaped.

    Args:
        text: what it says.
        markup: how it was written, if that is known.
        tags: the tags that it has.

    Returns:
        The text, and the tags that are still to be written after it.
    """
    if isinstance(markup, str) and markup and text:
        said, within = read_markup(markup)
        if said == text and set(within) <= set(tags):
            return markup, tuple(tag for tag in tags if tag not in within)
    return escaped(text), tags


def read_markup(markup: str) -> tuple[str, tuple[str, ...]]:
    """Return what markup in one line says, and its tags; ("", ()) if a statement cannot be written so."""
    problems = Problems(Places((Piece(0, "", markup, 0),)))
    if _LINE_END.search(markup) or "===" in markup:
        return "", ()
    line = LINE.match(markup)
    read = TextReader(Lexer(markup), problems).read(0, frozenset({"blank"}))
    if problems.findings or read.data is not None or line is None or line.lastgroup != "text":
        return "", ()
    return read.text, read.tags


def written_tags(tags: tuple[str, ...]) -> str:
    """Return tags as they are written after a text; those that cannot be written are left out."""
    found = []
    for tag in tags:
        for form in (f"#{tag}", f"#({tag})"):
            match = TAG.fullmatch(form)
            if match and (match[1] or match[2]) == tag and not _FORBIDDEN.search(tag):
                found.append(form)
                break
    return "".join(f" {form}" for form in found)


def safe_title(wanted: str, *, is_argument: bool) -> str:
    """Return a title as close to the wanted one as Argdown can have; "" if nothing is left of it."""
    title = _FORBIDDEN.sub(" ", wanted)
    title = _BLANKS.sub(" ", title).strip()
    if is_argument:
        title = title.lstrip("-+_! ")
    title = title.lstrip("-").replace("===", "==")
    if title in _CRASHING or title.startswith("__"):
        return f"{title} (title)"
    return title


def written_data(data: Data) -> str:
    """Return data in braces, in one line."""
    return "{" + ", ".join(f"{_key(name)}: {_value(value)}" for name, value in data.items()) + "}"


def _key(name: str) -> str:
    return name if _WORD.fullmatch(name) and resolve_scalar(("extensions",), name) == name else _quoted(name)


def _value(value: Any) -> str:
    """Return a value of at most as many levels as data may have."""
    match value:
        case dict():
            return written_data(value)
        case list():
            return "[" + ", ".join(map(_value, value)) + "]"
        case str() if _PLAIN_VALUE.fullmatch(value) and resolve_scalar(("extensions",), value) == value:
            return value
        case str():
            return _quoted(value)
    return json.dumps(value)


def _quoted(text: str) -> str:
    """Return a text in quotation marks, with no sign in it that could be taken for the end of the data."""
    quoted = json.dumps(text, ensure_ascii=not text.isprintable())
    return re.sub(r"[{}=]", lambda match: f"\\u{ord(match[0]):04x}", quoted)


def written_rules(rules: tuple[str, ...]) -> str:
    """Return rules of inference as they stand between the hyphens."""
    return ", ".join(filter(None, (_escaped(_BLANKS.sub(" ", rule).strip(), _SPECIAL_IN_RULE) for rule in rules)))
