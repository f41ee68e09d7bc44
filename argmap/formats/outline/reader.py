"""The reader of outlines: indented lines to claims, reasons and objections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from argmap.formats.assembly import Assembly
from argmap.formats.notices import Notice
from argmap.formats.outline.lines import OutlineLine, Role, read_line
from argmap.formats.result import LoadResult
from argmap.formats.tree import SyntaxProblemError

TITLE = "Title:"
_MOST_LOOKED_AT = 200
_ARGDOWN = re.compile(
    r"\s*(?:(?:[+_*-]|<[+_-]|[+_-]>|><)\s+)?"
    r"(?:\[[^\]]{1,200}\]\s*:|<[^>]{1,200}>\s*(?::|$)|\(\d+\)\s|#+\s|[=-]{3,}\s*$)"
)
"""How lines begin in Argdown and in no outline: with titles in brackets, numbered premises, headings."""


@dataclass(slots=True)
class _Step:
    """A reason or an objection, whose premises come line by line."""

    role: Role
    target: str
    line: int
    group: str
    premises: list[str] = field(default_factory=list)
    step_id: str = ""


@dataclass(slots=True)
class _Open:
    """A line below which more may come: its claim, and the step that it belongs to."""

    indentation: int
    claim_id: str
    step: _Step | None
    last: _Step | None = None


def read_outline(text: str, file: str = "<text>") -> LoadResult:
    r"""Return the map of an outline.

    A line further in speaks for or against the one above it, as its mark says: because, reason: or + for a reason;
    but, objection: or - for an objection; `and` for a premise that belongs to the line before it; `undercut:` for an
    objection to the step from the line above. Labels as in Rationale, 1A-a and 1A-b, link the lines that have one
    number and letter. A claim in [square brackets] is implicit. The same sentence twice is one claim.

    Args:
        text: the content of a file, with LF line ends.
        file: its name, as places show it.

    Examples:
        >>> found = read_outline("Cars should go\n  because They are loud\n  and Noise harms\n    but Not at night\n")
        >>> [step.premises for step in found.map.inferences], [step.target for step in found.map.attacks]
        ([('they-are-loud', 'noise-harms')], ['noise-harms'])
    """
    reading = _Reading(text, file)
    try:
        return reading.read(text)
    except SyntaxProblemError as problem:
        return reading.assembly.nothing(problem.finding)


def recognise_outline(text: str) -> str:
    """Tell why a text is an outline: lines further in that begin with because, but or the like; "" if it is none."""
    first, *rest = text[:20_000].strip("\n").split("\n")[:_MOST_LOOKED_AT]
    if not first or first[0] in " \t{<[#=" or first.rstrip().endswith((":", ",", "{")):
        return ""
    if any(_ARGDOWN.match(line) for line in (first, *rest)):
        return ""
    for number, line in enumerate(rest, start=2):
        found = read_line(line, number)
        if found and found.indentation and (found.group or found.role in {Role.REASON, Role.OBJECTION}):
            return f"lines further in such as `{found.group or found.role.value}`"
    return ""


class _Reading:
    def __init__(self, text: str, file: str) -> None:
        self.assembly = Assembly(text, file)
        self.claims: dict[str, str] = {}
        self.steps: list[_Step] = []
        self.mains: dict[str, None] = {}
        self.stack: list[_Open] = []
        self.plain = 0
        self.signs: set[str] = set()

    def read(self, text: str) -> LoadResult:
        title = ""
        lines: list[OutlineLine] = []
        for number, line in enumerate(text.split("\n"), start=1):
            if line.startswith(TITLE) and not lines and not title:
                title = line.removeprefix(TITLE).strip()
            elif (found := read_line(line, number)) is not None:
                lines.append(found)
        self.signs = {line.sign for line in lines if line.indentation}
        if self.signs == {"-"}:
            self.assembly.inform(Notice.ASSUMED, "found - and nowhere +: read as the mark of a list, not of objections")
        if not lines:
            self.assembly.problem(Notice.UNREADABLE, "the file is empty", (1, 1))
        self.assembly.expect(len(lines))
        for outline_line in lines:
            self._add(outline_line)
        if self.plain:
            message = f"lines without a mark were read as reasons: {self.plain} of them"
            self.assembly.inform(Notice.ASSUMED, message, fix="write because or but before them")
        self._add_steps()
        return self.assembly.result(title=title, main=tuple(self.mains))

    def _add(self, line: OutlineLine) -> None:
        while self.stack and self.stack[-1].indentation >= line.indentation:
            before = self.stack.pop()
            if before.indentation < line.indentation:
                break
        above = self.stack[-1] if self.stack else None
        claim_id = self._claim(line)
        step = None
        if above is None:
            self.mains[claim_id] = None
        else:
            step = self._step(line, above)
            step.premises.append(claim_id)
            above.last = step
        self.stack.append(_Open(line.indentation, claim_id, step))

    def _claim(self, line: OutlineLine) -> str:
        known = self.claims.get(line.text)
        if known is None:
            claim = self.assembly.claim(line.text, (line.number, line.column), implicit=line.is_implicit)
            known = self.claims[line.text] = claim.id
        return known

    def _step(self, line: OutlineLine, above: _Open) -> _Step:
        """Return the step that the line belongs to: that of the line before it, or a new one."""
        role, last = self._role(line), above.last
        if last is not None and _belongs(line, role, last):
            return last
        if role is Role.MEMBER:
            message = "found `and` with no line before it to belong to, read as a reason"
            self.assembly.remark(Notice.ASSUMED, message, (line.number, line.column), "write because or but")
            role = Role.REASON
        if role is Role.OPEN:
            self.plain += 1
            role = Role.REASON
        if role is Role.UNDERCUT and above.step is None:
            message = "found `undercut:` below a line that is no reason, read as an objection to the line itself"
            self.assembly.remark(Notice.ASSUMED, message, (line.number, line.column), "write but")
            role = Role.OBJECTION
        target = above.claim_id
        if role is Role.UNDERCUT and above.step is not None:
            target = self._id_of(above.step)
        step = _Step(role, target, line.number, line.group)
        self.steps.append(step)
        return step

    def _role(self, line: OutlineLine) -> Role:
        if line.role is not Role.OPEN:
            return line.role
        if line.sign == "+":
            return Role.REASON
        return Role.OBJECTION if line.sign == "-" and "+" in self.signs else Role.OPEN

    def _id_of(self, step: _Step) -> str:
        """Return the id of a step, which is made when something refers to it, or when it is added."""
        if not step.step_id:
            step.step_id = self.assembly.id_for(f"{'i' if step.role is Role.REASON else 'a'}-{step.line}")
        return step.step_id

    def _add_steps(self) -> None:
        for step in self.steps:
            add = self.assembly.support if step.role is Role.REASON else self.assembly.attack
            add(step.target, tuple(dict.fromkeys(step.premises)), (step.line, 1), id=self._id_of(step))


def _belongs(line: OutlineLine, role: Role, last: _Step) -> bool:
    """Tell whether a line is one more premise of the step before it: it says `and`, or its label is of one group."""
    return role is Role.MEMBER or (line.group != "" and line.group == last.group and role in {Role.OPEN, last.role})


def says_same(texts: Sequence[str]) -> dict[str, list[int]]:
    """Return which of the texts an outline cannot tell apart: those that differ in white space only."""
    same: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        same.setdefault(" ".join(text.split()), []).append(number)
    return same
