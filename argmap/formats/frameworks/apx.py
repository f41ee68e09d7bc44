"""The apx format of ASPARTIX: `arg(a).` for each argument and `att(a,b).` for each attack; `%` starts a comment."""

from __future__ import annotations

import re

from argmap.formats.frameworks.reading import Reading, shown
from argmap.formats.text import normalise
from argmap.semantics import Framework

_NAME = r'("(?:[^"\\\n]|\\["\\n])*"|[^\s(),%"]+)'
_STATEMENT = re.compile(rf"(arg|att)[ \t]*\([ \t]*{_NAME}[ \t]*(?:,[ \t]*{_NAME}[ \t]*)?\)\s*\.")
_SKIPPED = re.compile(r"(?:\s|%[^\n]*)+")
_PLAIN = re.compile(r"[a-z_][A-Za-z0-9_]*|0|[1-9][0-9]*", re.ASCII)
_ESCAPE = re.compile(r"\\(.)")


def read_apx(text: str, file: str = "<text>") -> Framework:
    """Return the framework in an apx text. An attack may stand before the arguments that it names.

    Args:
        text: the content of a file.
        file: the name of the file, as messages show it.

    Raises:
        LoadError: the text is not of the format; the error has a finding for each problem, with its place.

    Examples:
        >>> read_apx("arg(a). arg(b). att(a,b).").grounded()
        frozenset({'a'})
    """
    text = normalise(text)
    reading = Reading(file)
    attacks: list[tuple[str, str, int]] = []
    line, start, line_start = 1, 0, 0
    while start < len(text):
        match = _SKIPPED.match(text, start) or _STATEMENT.match(text, start)
        end = match.end() if match else text.find("\n", start) % (len(text) + 1)
        if match is None:
            found = shown(text[start:end])
            message = f"found `{found}`, expected `arg(NAME).` or `att(NAME,NAME).`"
            reading.problem(line, start - line_start + 1, message)
        elif match.re is _STATEMENT:
            _take(reading, attacks, match, line, start - line_start + 1)
        breaks = text.count("\n", start, end)
        if breaks:
            line, line_start = line + breaks, text.rfind("\n", start, end) + 1
        start = end
    for attacker, target, number in attacks:
        reading.add_attack(attacker, target, number)
    return reading.framework()


def _take(reading: Reading, attacks: list[tuple[str, str, int]], match: re.Match[str], line: int, column: int) -> None:
    word, first, second = match.groups()
    if word == "arg" and second is None:
        reading.add_argument(_unquoted(first), line)
    elif word == "att" and second is not None:
        attacks.append((_unquoted(first), _unquoted(second), line))
    else:
        expected = "one name" if word == "arg" else "two names"
        reading.problem(line, column, f"found `{shown(match[0])}`, expected {expected} after `{word}`")


def write_apx(framework: Framework) -> str:
    """Return the framework as an apx text; names that are not constants of ASP are quoted."""
    names = [quoted(name) for name in framework.arguments]
    lines = [f"arg({name}).\n" for name in names]
    lines += (f"att({names[attacker]},{names[target]}).\n" for attacker, target in framework.attacks)
    return "".join(lines)


def quoted(name: str) -> str:
    """Return a name as a term of ASP: as it is if it is a constant, else in quotation marks."""
    if _PLAIN.fullmatch(name):
        return name
    escaped = name.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _unquoted(term: str) -> str:
    if not term.startswith('"'):
        return term
    return _ESCAPE.sub(lambda match: "\n" if match[1] == "n" else match[1], term[1:-1])
