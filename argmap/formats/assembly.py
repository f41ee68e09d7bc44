"""A map while a reader puts it together: its elements, where each stands in the file, and what was noticed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import partial
from typing import Any, TypeVar

from argmap.formats.notices import Notice, notice
from argmap.formats.result import LoadResult
from argmap.formats.tree import SyntaxProblemError
from argmap.model import (
    SECTIONS,
    ArgumentMap,
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
_Element = TypeVar("_Element")


class Assembly:
    """A map in the making, for the readers of formats that are not argmap's own.

    Every element is added with the position where the file has it, so that findings of checks stand there. The methods
    that add one raise `SyntaxProblemError` if there are too many.

    Attributes:
        file: the name of the file, as places show it.
    """

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self._text = text
        self._elements: dict[str, list[Any]] = {section: [] for section in SECTIONS}
        self._keys: dict[Path, Position] = {}
        self._findings: list[Finding] = []
        self._untold = 0
        self._ids: dict[str, str] = {}
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._draft = Draft()

    def expect(self, count: int, position: Position = (1, 1)) -> None:
        """Refuse a file that has more claims and steps than are read, before they are made.

        Raises:
            SyntaxProblemError: there are too many.
        """
        if count > MOST_ELEMENTS:
            message = f"the file has more than {MOST_ELEMENTS:,} claims and steps"
            raise SyntaxProblemError(notice(Notice.UNREADABLE, message, "split it").at(Place(self.file, *position)))

    def id_for(self, name: str, prefix: str = "c") -> str:
        """Return the id for what the file calls so: the same word if an id may look so, else one made of it.

        The same name has the same id each time, and two names never have one.
        """
        made = self._ids.get(name)
        if made is None:
            made = name if is_id(name) and name not in self._taken else self._made_of(name, prefix)
            self._taken.add(made)
            self._ids[name] = made
        return made

    def _made_of(self, name: str, prefix: str) -> str:
        words = "-".join(re.findall(r"\w+", name[:_MOST_ID]))[:60]
        base = words if is_id(words) else prefix
        number = self._numbers.get(base, 1)
        made = base if number == 1 else f"{base}-{number}"
        while made in self._taken:
            number += 1
            made = f"{base}-{number}"
        self._numbers[base] = number + 1
        return made

    def claim(self, text: str, position: Position, **fields: Any) -> Claim:
        """Add a claim; one without an id gets the one that `Draft` would make of its text."""
        if "id" not in fields:
            fields["id"] = self._draft.claim(text).id
        return self._add("claims", Claim(text=text, **fields), position)

    def proposal(self, text: str, position: Position, **fields: Any) -> Proposal:
        """Add a proposal."""
        return self._add("claims", Proposal(text=text, **fields), position)

    def support(self, conclusion: str, premises: Collection[str], position: Position, **fields: Any) -> Inference:
        """Add an inference."""
        return self._add("inferences", Inference(conclusion=conclusion, premises=tuple(premises), **fields), position)

    def attack(self, target: str, premises: Collection[str], position: Position, **fields: Any) -> Attack:
        """Add an attack."""
        return self._add("attacks", Attack(target=target, premises=tuple(premises), **fields), position)

    def source(self, source_id: str, position: Position, **fields: Any) -> Source:
        """Add a source."""
        return self._add("sources", Source(id=source_id, **fields), position)

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
            **fields: the other fields of the map, such as main.
        """
        built = ArgumentMap(title=title, **fields, **{name: tuple(items) for name, items in self._elements.items()})
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

    def _add(self, section: str, element: _Element, position: Position) -> _Element:
        self.expect(len(self._keys) + 1, position)
        elements = self._elements[section]
        self._keys[section, len(elements)] = position
        elements.append(element)
        return element

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
