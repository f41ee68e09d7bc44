"""A map while a reader puts it together: its elements, where each stands in the file, and what was noticed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

from argmap.formats.notices import Notice, notice
from argmap.formats.result import LoadResult
from argmap.formats.tree import SyntaxProblemError
from argmap.model import (
    Attack,
    Claim,
    Draft,
    Finding,
    Inference,
    Path,
    Place,
    Positions,
    Proposal,
    Severity,
    Source,
    SourceMap,
)
from argmap.model.ids import ID_PATTERN
from argmap.model.printable import printable

Position = tuple[int, int]
"""A line and a column, both counted from 1."""

MOST_ELEMENTS = 1_000_000
"""Files with more claims and steps than this are refused."""

_ID = re.compile(ID_PATTERN)
_MOST_ID = 200
_MOST_FINDINGS = 1000
"""What comes after so many findings is counted and not told."""

_MOST_SHOWN = 40


class Assembly:
    """A map in the making, for the readers of formats that are not argmap's own.

    Every element is added with the position where the file has it, so that findings of checks stand there. The methods
    that add one raise `SyntaxProblemError` if there are too many.

    Attributes:
        draft: the map so far.
        file: the name of the file, as places show it.
    """

    def __init__(self, text: str, file: str) -> None:
        self.draft = Draft()
        self.file = file
        self._text = text
        self._keys: dict[Path, Position] = {}
        self._counts: dict[str, int] = {}
        self._findings: list[Finding] = []
        self._untold = 0
        self._ids: dict[str, str] = {}
        self._taken: set[str] = set()

    def id_for(self, name: str, prefix: str = "c") -> str:
        """Return the id for what the file calls so: the same word if an id may look so, else one made of it.

        The same name has the same id each time, and two names never have one.
        """
        if name in self._ids:
            return self._ids[name]
        made = name if is_id(name) else "-".join(re.findall(r"\w+", name))[:60] or f"{prefix}-1"
        base, number = made, 2
        while made in self._taken or not is_id(made):
            made = f"{base if is_id(base) else prefix}-{number}"
            number += 1
        self._taken.add(made)
        self._ids[name] = made
        return made

    def claim(self, text: str, position: Position, **fields: Any) -> Claim:
        """Add a claim; the arguments are those of `Draft.claim`."""
        self._note("claims", position)
        return self.draft.claim(text, **fields)

    def proposal(self, text: str, position: Position, **fields: Any) -> Proposal:
        """Add a proposal; the arguments are those of `Draft.proposal`."""
        self._note("claims", position)
        return self.draft.proposal(text, **fields)

    def support(self, conclusion: str, premises: Collection[str], position: Position, **fields: Any) -> Inference:
        """Add an inference; the other arguments are those of `Draft.support`."""
        self._note("inferences", position)
        return self.draft.support(conclusion, *premises, **fields)

    def attack(self, target: str, premises: Collection[str], position: Position, **fields: Any) -> Attack:
        """Add an attack; the other arguments are those of `Draft.attack`."""
        self._note("attacks", position)
        return self.draft.attack(target, *premises, **fields)

    def source(self, source_id: str, position: Position, **fields: Any) -> Source:
        """Add a source; the arguments are those of `Draft.source`."""
        self._note("sources", position)
        return self.draft.source(source_id, **fields)

    def add(self, finding: Finding) -> None:
        """Take over what was noticed before the map was put together."""
        self._findings.append(finding)

    def problem(self, code: Notice, message: str, position: Position, fix: str = "") -> None:
        """Note what could not be read; the map is then not whole."""
        self._tell(code, message, position, fix, Severity.ERROR)

    def remark(self, code: Notice, message: str, position: Position, fix: str = "") -> None:
        """Note what was read in a way that its author may not have meant."""
        self._tell(code, message, position, fix, Severity.WARNING)

    def inform(self, code: Notice, message: str, position: Position = (1, 1), fix: str = "") -> None:
        """Note how something was read, where nothing is lost."""
        self._tell(code, message, position, fix, Severity.INFO)

    def result(self, *, title: str = "", **fields: Any) -> LoadResult:
        """Return the map with its places and what was noticed.

        Args:
            title: its title.
            **fields: fields of the map that its draft does not have, such as main.
        """
        built = self.draft.build().model_copy(update={"title": title, **fields})
        return LoadResult(built, self._source_map(), self._all_findings())

    def nothing(self, *findings: Finding) -> LoadResult:
        """Return that there is no map, and what was noticed."""
        return LoadResult(None, self._source_map(), (*self._all_findings(), *findings))

    def _all_findings(self) -> tuple[Finding, ...]:
        findings = sorted(self._findings, key=_position_of)
        if self._untold:
            message = f"found {self._untold:,} more things like these"
            findings.append(notice(Notice.SYNTAX, message).at(Place(self.file, 1, 1)))
        return tuple(findings)

    def _source_map(self) -> SourceMap:
        return SourceMap(self.file, self._text, partial(_known, positions=Positions(self._keys, {})))

    def _note(self, section: str, position: Position) -> None:
        if len(self._keys) >= MOST_ELEMENTS:
            message = f"the file has more than {MOST_ELEMENTS:,} claims and steps"
            raise SyntaxProblemError(notice(Notice.UNREADABLE, message, "split it").at(Place(self.file, *position)))
        number = self._counts.get(section, 0)
        self._counts[section] = number + 1
        self._keys[section, number] = position

    def _tell(self, code: Notice, message: str, position: Position, fix: str, severity: Severity) -> None:
        if len(self._findings) >= _MOST_FINDINGS:
            self._untold += 1
            return
        self._findings.append(notice(code, message, fix, severity=severity).at(Place(self.file, *position)))


def is_id(name: str) -> bool:
    """Tell whether an id may look so."""
    return len(name) <= _MOST_ID and bool(_ID.match(name)) and not name.endswith("\n")


def shown(text: str) -> str:
    """Return the start of a text from a file, fit for a message."""
    return printable(text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…")


def _position_of(finding: Finding) -> Position:
    return (finding.place.line, finding.place.column) if finding.place else (0, 0)


def _known(_: str, positions: Positions) -> Positions:
    return positions


def extension(format_name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the extensions of an element that keeps values of a format; none if there is nothing to keep."""
    return {format_name: dict(values)} if values else {}
