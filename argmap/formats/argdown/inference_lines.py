"""The lines between premises and a conclusion: `----`, or two lines of hyphens with rules and data between them."""

from __future__ import annotations

import re

from argmap.formats.argdown.data import read_data
from argmap.formats.argdown.document import Data, Step
from argmap.formats.argdown.lexer import REST_OF_LINE, Lexer
from argmap.formats.argdown.problems import Problems

_PLAIN_LINE = re.compile(r"[ \t]*+-{4,}+[ \t]*+(?:\n|\Z)")
_SIGN = re.compile(r"\\.|-{2,}|[{,\n/<]|\Z")
_END = re.compile(r"[ \t]*+(?:\n|\Z|\([0-9]+\))")
_BLANKS = re.compile(r"\s+")


def read_step(lexer: Lexer, start: int, problems: Problems) -> tuple[Step, int]:
    """Return the step whose first hyphens stand in the line that starts here, and the offset of the line after it."""
    plain = _PLAIN_LINE.match(lexer.text, start)
    if plain:
        return Step(start), plain.end()
    position = lexer.text.index("--", start) + 2
    return _read_rules(lexer, start, position, problems)


def _read_rules(lexer: Lexer, start: int, position: int, problems: Problems) -> tuple[Step, int]:
    text = lexer.text
    rules: list[str] = []
    rule: list[str] = []
    data: Data | None = None
    while True:
        match = _SIGN.search(text, position)
        assert match is not None  # the end of the text is a match
        rule.append(text[position : match.start()])
        position, sign = match.end(), match[0]
        if sign.startswith("--"):
            break
        if not sign or (sign == "\n" and _is_last(rules, rule, data, _END.match(text, position) is not None)):
            position = match.start()
            message = "found a line of hyphens that begins an inference and none that ends it"
            problems.syntax(start, message, "write ---- for an inference without rules", is_error=len(rule) > 1)
            break
        match sign:
            case ",":
                rules.append("".join(rule))
                rule = []
            case "{":
                position, data = _read_braces(lexer, match.start(), rule, data, problems)
            case "/" | "<":
                end = lexer.end_of_comment(match.start())
                position = end if end >= 0 else position
                rule.append("" if end >= 0 else sign)
            case _:
                rule.append(" " if sign == "\n" else sign[1:])
    rules.append("".join(rule))
    named = tuple(name for name in (_BLANKS.sub(" ", rule).strip(" ") for rule in rules) if name)
    return Step(start, named, data), _end_of_line(lexer, position, problems)


def _is_last(rules: list[str], rule: list[str], data: Data | None, is_end: bool) -> bool:
    """Tell whether the step ends with this line: an empty line or a numbered one follows where hyphens should."""
    return is_end or not (rules or data or "".join(rule).strip() or len(rule) == 1)


def _read_braces(
    lexer: Lexer, start: int, rule: list[str], data: Data | None, problems: Problems
) -> tuple[int, Data | None]:
    end = lexer.end_of_data(start)
    if end < 0:
        rule.append("{")
        return start + 1, data
    return end, {**(data or {}), **read_data(lexer.text, start, end, problems)}


def _end_of_line(lexer: Lexer, position: int, problems: Problems) -> int:
    """Return the offset of the next line."""
    text = lexer.text
    position = lexer.skip_comments(position)
    if not REST_OF_LINE.match(text, position):
        problems.syntax(position, "found text after the end of an inference", "start a new line", is_error=True)
    end = lexer.find("\n", position)
    return len(text) if end < 0 else end + 1
