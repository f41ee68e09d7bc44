"""The reader of Kialo's export: numbered lines to claims, Pro to inferences and Con to attacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.formats.assembly import Assembly, extension, shown
from argmap.formats.kialo.markup import REFERENCE, TITLE, unescape
from argmap.formats.notices import Notice
from argmap.formats.result import LoadResult
from argmap.formats.tree import SyntaxProblemError

_NUMBERED = re.compile(r"(?P<number>\d{1,9}(?:\.\d{1,9})*)\.(?:[ \t]+|$)(?:(?P<stance>Pro|Con):[ \t]?)?(?P<text>.*)")


@dataclass(slots=True)
class _Entry:
    """A numbered line with those that continue it."""

    number: str
    stance: str
    line: int
    texts: list[str]
    parent: str = ""
    reference: str = ""

    @property
    def text(self) -> str:
        return unescape("\n".join(self.texts).strip())


@dataclass
class _Discussion:
    """A file, line by line."""

    title: str = ""
    entries: list[_Entry] = field(default_factory=list)
    strays: list[tuple[int, str]] = field(default_factory=list)


def read_kialo(text: str, file: str = "<text>") -> LoadResult:
    r"""Return the map of a discussion that was exported from Kialo as text.

    The claims have their numbers as ids. A line `-> See 1.2.` is the claim of that number once more, so that it speaks
    for or against a second claim. Where the lines below `1.` say neither Pro nor Con they are the theses, and `1.` is
    the question, kept as the map's extension `kialo`.

    Args:
        text: the content of a file, with LF line ends.
        file: its name, as places show it.

    Examples:
        >>> found = read_kialo("1. Cars should go.\n1.1. Pro: They are loud.\n1.1.1. Con: Not the electric ones.\n")
        >>> [(step.id, step.premises, step.conclusion) for step in found.map.inferences]
        [('pro-1.1', ('1.1',), '1')]
    """
    assembly = Assembly(text, file)
    try:
        return _build(assembly, _parse(text))
    except SyntaxProblemError as problem:
        return assembly.nothing(problem.finding)


def _parse(text: str) -> _Discussion:
    discussion = _Discussion()
    lines = text.split("\n")
    parents = {match["number"].rpartition(".")[0] for line in lines if (match := _NUMBERED.fullmatch(line))}
    last_child: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        match = _NUMBERED.fullmatch(line)
        if match and _is_entry(match, last_child, parents):
            discussion.entries.append(_entry(match, number))
            parent, _, ordinal = match["number"].rpartition(".")
            last_child[parent] = int(ordinal)
            last_child.setdefault(match["number"], 0)
        elif discussion.entries:
            discussion.entries[-1].texts.append(line)
        elif line.startswith(TITLE) and not discussion.title:
            discussion.title = unescape(line.removeprefix(TITLE).strip())
        elif line.strip():
            discussion.strays.append((number, line))
    return discussion


def _is_entry(match: re.Match[str], last_child: Mapping[str, int], parents: set[str]) -> bool:
    """Tell whether a numbered line is a claim, and not a line of the text above it that happens to begin so."""
    parent, _, ordinal = match["number"].rpartition(".")
    if not parent:  # a thesis: the first one, or one with lines below it
        return not last_child or match["number"] in parents
    if match["stance"]:
        return True
    return parent.count(".") == 0 and parent in last_child and int(ordinal) == last_child[parent] + 1


def _entry(match: re.Match[str], line: int) -> _Entry:
    parent = match["number"].rpartition(".")[0]
    stance, text = (match["stance"] or "") if parent else "", match["text"]
    if not parent:
        text = match.string[match.end("number") + 1 :]
    reference = REFERENCE.fullmatch(text.strip())
    return _Entry(match["number"], stance, line, [text], parent, reference["number"] if reference else "")


def _build(assembly: Assembly, discussion: _Discussion) -> LoadResult:
    for line, stray in discussion.strays:
        assembly.problem(Notice.SYNTAX, f'found "{shown(stray)}", expected a numbered claim', (line, 1))
    if not discussion.entries:
        assembly.problem(Notice.SYNTAX, "found no numbered claim, expected lines such as `1.1. Pro: ...`", (1, 1))
    steps = sum(bool(entry.stance) for entry in discussion.entries)
    assembly.expect(len(discussion.entries) + steps)
    resolved = _resolve(discussion.entries)
    question = _find_question(discussion.entries)
    for entry in discussion.entries:
        if not entry.reference and entry is not question:
            assembly.claim(entry.text, (entry.line, 1), id=assembly.id_for(entry.number))
    for entry in discussion.entries:
        if entry.stance:
            _add_step(assembly, entry, resolved)
    theses = [entry for entry in discussion.entries if not entry.stance and entry is not question]
    return assembly.result(
        title=discussion.title,
        main=tuple(assembly.id_for(entry.number) for entry in theses),
        extensions=extension("kialo", {"question": question.text} if question else {}),
    )


def _resolve(entries: Sequence[_Entry]) -> dict[str, str]:
    """Return for each number the one whose claim it stands for; references that lead in a circle stay what they are."""
    targets = {entry.number: entry.reference for entry in entries if entry.reference}
    resolved: dict[str, str] = {}
    for entry in entries:
        way: list[str] = []
        number = entry.number
        while number in targets and number not in resolved and len(way) <= len(targets):
            way.append(number)
            number = targets[number]
        for passed in way:
            resolved[passed] = resolved.get(number, number)
    return resolved


def _find_question(entries: Sequence[_Entry]) -> _Entry | None:
    """Return the first line if it is a question with theses below it that are neither for nor against it."""
    if not entries:
        return None
    first = entries[0]
    below = [entry for entry in entries if entry.parent == first.number]
    mentioned = any(entry.reference == first.number for entry in entries)
    is_question = below and not any(entry.stance for entry in below) and not mentioned and not first.parent
    return first if is_question else None


def _add_step(assembly: Assembly, entry: _Entry, resolved: Mapping[str, str]) -> None:
    position = (entry.line, 1)
    premise = assembly.id_for(resolved.get(entry.number, entry.number))
    target = assembly.id_for(resolved.get(entry.parent, entry.parent))
    step_id = assembly.id_for(f"{entry.stance.lower()}-{entry.number}")
    if entry.stance == "Pro":
        assembly.support(target, [premise], position, id=step_id)
    else:
        assembly.attack(target, [premise], position, id=step_id)


def recognise_kialo(text: str) -> str:
    """Tell why a text is an export of Kialo; "" if it is none."""
    for _, line in zip(range(50), _lines(text), strict=False):
        if line.startswith(TITLE):
            return f"a line `{TITLE}`"
        match = _NUMBERED.fullmatch(line)
        if match and match["stance"] and "." in match["number"]:
            return f"a line `{match['number']}. {match['stance']}:`"
    return ""


def _lines(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1
