"""What Argdown itself stays silent on: titles that nothing defines, texts that differ, numbers that do not count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from argmap.formats.argdown.debate import Debate, Node
from argmap.formats.argdown.document import Line, Structure
from argmap.formats.argdown.problems import Problems
from argmap.formats.notices import Notice
from argmap.model.nearest import NearestWords

_RESERVED = re.compile(r"Untitled [0-9]+")
_MOST_SHOWN = 60
_MOST_SUGGESTIONS = 100


def note_silences(debate: Debate, problems: Problems) -> None:
    """Note what Argdown reads without a word and is yet likely a slip; O(size of the document) but for near titles."""
    for nodes in (debate.statements, debate.arguments):
        _note_undefined(nodes, problems)
    _note_mentions(debate, problems)
    for node in debate.statements:
        if len(node.members) > 1:
            _note_conflict(node, problems)
    _note_reserved(debate, problems)
    for structure in debate.document.structures:
        _note_numbers(structure, problems)
        for number, line in enumerate(structure.lines):
            if line.step:
                _note_uses(line, number, problems)
    for node in debate.arguments:
        for structure in node.structures[1:]:
            message = f"argument {named(node)} has a second premise-conclusion structure, which Argdown refuses"
            problems.add(Notice.SECOND_STRUCTURE, structure.start, message, "give the second an argument of its own")


def named(node: Node) -> str:
    """Return a title in its brackets, as messages show it."""
    title = node.title if node.title is not None else "without a title"
    return _shown(title, is_argument=node.is_argument)


def _shown(title: str, *, is_argument: bool) -> str:
    short = title if len(title) <= _MOST_SHOWN else f"{title[:_MOST_SHOWN]}…"
    return f"<{short}>" if is_argument else f"[{short}]"


def is_undefined(node: Node) -> bool:
    """Tell whether a title is named only, and nothing says what it stands for."""
    return node.definition is None and not node.structures


def _note_undefined(nodes: Iterable[Node], problems: Problems) -> None:
    undefined = [node for node in nodes if is_undefined(node)]
    if undefined:
        nearest = _Nearest(node.title for node in nodes if node.title is not None and not is_undefined(node))
        for node in undefined:
            _note_title(node.title or "", node.members[0].start, nearest, problems, is_argument=node.is_argument)


def _note_mentions(debate: Debate, problems: Problems) -> None:
    if not debate.document.mentions:
        return
    nodes = (debate.statements, debate.arguments)
    known = tuple({node.title for node in nodes[kind] if node.title is not None} for kind in range(2))
    nearest = tuple(_Nearest(titles) for titles in known)
    for mention in debate.document.mentions:
        is_argument = mention.is_argument
        if mention.title not in known[is_argument]:
            _note_title(mention.title, mention.start, nearest[is_argument], problems, is_argument=is_argument)


class _Nearest:
    """Suggests titles, until it has been asked so often that nobody reads on."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._words = NearestWords(titles)
        self._left = _MOST_SUGGESTIONS

    def find(self, title: str) -> str | None:
        self._left -= 1
        return self._words.find(title) if self._left >= 0 and len(title) <= _MOST_SHOWN else None


def _note_title(title: str, start: int, nearest: _Nearest, problems: Problems, *, is_argument: bool) -> None:
    what = "argument" if is_argument else "statement"
    similar = nearest.find(title)
    if similar is not None:
        fix = f"did you mean {_shown(similar, is_argument=is_argument)}?"
    else:
        fix = "define it with a colon and a text after its title"
    message = f"{what} {_shown(title, is_argument=is_argument)} is named and nowhere defined"
    problems.add(Notice.UNDEFINED_TITLE, start, message, fix)


def _note_conflict(node: Node, problems: Problems) -> None:
    defined = [member for member in node.members if not member.is_reference and member.text]
    for before, member in pairwise(defined):
        if member.text != before.text:
            message = f"statement {named(node)} has another text here than before"
            problems.add(
                Notice.CONFLICTING_TEXTS, member.start, message, "keep one, or give the other a title of its own"
            )


def _note_reserved(debate: Debate, problems: Problems) -> None:
    if all(node.title is not None for node in (*debate.statements, *debate.arguments)):
        return
    for node in (*debate.statements, *debate.arguments):
        if node.title is not None and _RESERVED.fullmatch(node.title):
            message = f"Argdown gives the title {named(node)} to a statement or argument without one, and joins the two"
            problems.add(Notice.RESERVED_TITLE, node.members[0].start, message, "choose another title")


def _note_numbers(structure: Structure, problems: Problems) -> None:
    for expected, line in enumerate(structure.lines, 1):
        if line.number != expected:
            message = f"found the number ({line.number}), expected ({expected}): `uses` counts lines, not their numbers"
            problems.add(Notice.NUMBERING, line.statement.start, message, "number the lines from (1)")
            return


def _note_uses(line: Line, before: int, problems: Problems) -> None:
    for used in uses_of(line) or ():
        if type(used) is not int or not 1 <= used <= before:
            shown = used if isinstance(used, int | str) else "something else"
            message = f"`uses` names {str(shown)[:_MOST_SHOWN]}, expected numbers from 1 to {before}"
            start = line.step.start if line.step else line.statement.start
            problems.add(Notice.NUMBERING, start, message, "name the lines above the inference that it starts from")
            return


def uses_of(line: Line) -> list[object] | None:
    """Return what the data of a step, or else of its conclusion, name as what it uses; None if they do not."""
    for data in (line.step.data if line.step else None, line.statement.data):
        for name in ("uses", "from"):
            if data and isinstance(data.get(name), list):
                return list(data[name])
    return None
