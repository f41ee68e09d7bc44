"""What readers of foreign formats share: findings as they come, ids for elements, and the places of a map's parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import JsonValue

from argmap.formats.json_tree import json_positions
from argmap.formats.notices import Notice, notice
from argmap.formats.result import LoadResult
from argmap.formats.tree import SyntaxProblemError
from argmap.model import ArgumentMap, Finding, Path, Place, Positions, Severity, SourceMap
from argmap.model.collector import collector_paused
from argmap.model.elements import Element
from argmap.model.ids import ID_PATTERN

_ID = re.compile(ID_PATTERN)
_MOST_ID = 200
_MOST_FINDINGS = 100
"""After so many findings of one kind the rest is counted only."""


class IdSpace:
    """The ids of a map in the making: each is given once.

    Args:
        reserved: ids that are given only to who asks for them by name.
    """

    def __init__(self, reserved: Collection[str] = ()) -> None:
        self._reserved = reserved
        self._given: set[str] = set()
        self._numbers: dict[str, int] = {}

    def take(self, ids: Iterable[str]) -> None:
        """Note that elements have these ids."""
        self._given.update(ids)

    def give(self, wanted: str, otherwise: str) -> str:
        """Return the wanted id if an element can have it and none has; else one that starts with another word."""
        if wanted not in self._given and is_id(wanted):
            self._given.add(wanted)
            return wanted
        number = self._numbers.get(otherwise, 1)
        while (made := f"{otherwise}-{number}") in self._given or made in self._reserved:
            number += 1
        self._numbers[otherwise] = number + 1
        self._given.add(made)
        return made


def is_id(text: str) -> bool:
    """Tell whether an element can have the text as its id."""
    return len(text) <= _MOST_ID and (text.isalnum() or _ID.fullmatch(text) is not None)


def keep(element: Element | ArgumentMap, name: str, values: Mapping[str, Any]) -> None:
    """Put into a new element what its format has and maps have no word for.

    The values come from a document whose depth and numbers are checked. To have pydantic look at each of them again
    would take longer than all the rest of reading a large file.

    Args:
        element: an element that nobody has seen yet.
        name: the name of the format.
        values: JSON values.
    """
    element.__dict__["extensions"] = {name: values}
    element.model_fields_set.add("extensions")


def kept_by(element: Element | ArgumentMap, name: str) -> dict[str, JsonValue]:
    """Return what a format keeps in an element; empty if it keeps nothing there."""
    values = element.extensions.get(name)
    return values if isinstance(values, dict) else {}


@dataclass
class Notes:
    """Findings of a reader, each with its place, or with the path of what it is about in the document, not in the map.

    Attributes:
        findings: the findings with those paths.
    """

    findings: list[Finding] = field(default_factory=list)
    _counts: dict[tuple[Notice, Severity], int] = field(default_factory=dict)

    def broken(self, message: str, path: Path, fix: str = "", code: Notice = Notice.UNEXPECTED_VALUE) -> None:
        """Note what cannot be read, so that the map lacks it."""
        self.add(code, message, fix, path)

    def set_aside(self, message: str, path: Path = (), severity: Severity = Severity.WARNING) -> None:
        """Note what is kept as an extension because maps have no word for it."""
        self.add(Notice.SET_ASIDE, message, "", path, severity)

    def odd(self, message: str, path: Path, fix: str = "", code: Notice = Notice.UNEXPECTED_VALUE) -> None:
        """Note what is not as the format has it, and is read or kept all the same."""
        self.add(code, message, fix, path, Severity.WARNING)

    def add(  # noqa: PLR0913 - the fields of a finding
        self,
        code: Notice,
        message: str,
        fix: str = "",
        path: Path = (),
        severity: Severity = Severity.ERROR,
        place: Place | None = None,
    ) -> None:
        """Note something, unless there is too much of the same kind already; then it is counted."""
        kind = (code, severity)
        self._counts[kind] = self._counts.get(kind, 0) + 1
        if self._counts[kind] <= _MOST_FINDINGS:
            finding = notice(code, message, fix, path, severity=severity)
            self.findings.append(finding if place is None else finding.at(place))

    def all(self) -> list[Finding]:
        """Return the findings, and for each kind of which there are too many how many more there are."""
        more = [
            notice(code, f"{count - _MOST_FINDINGS:,} more of the same kind are not listed", severity=severity)
            for (code, severity), count in self._counts.items()
            if count > _MOST_FINDINGS
        ]
        return [*self.findings, *more]

    def in_order(self, file: str) -> tuple[Finding, ...]:
        """Return the findings that have their places in the order of the file; one without is placed at its start."""
        placed = [finding if finding.place else finding.at(Place(file, 1, 1)) for finding in self.all()]
        placed.sort(key=lambda finding: (finding.place.line, finding.place.column) if finding.place else (0, 0))
        return tuple(placed)


@dataclass(frozen=True)
class Origins:
    """Where in a JSON document the elements of a map come from.

    Attributes:
        elements: section of the map to the path of each of its elements in the document.
        fields: section to the names of fields that the document has under another name, with that name.
    """

    elements: Mapping[str, Sequence[Path]]
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def positions(self, text: str) -> Positions:
        """Return where the parts of the map stand in the text; O(length of the text)."""
        in_document = json_positions(text, ())
        values: dict[Path, tuple[int, int]] = {}
        for section, paths in self.elements.items():
            for number, path in enumerate(paths):
                if path in in_document.values:
                    values[section, number] = in_document.values[path]
                for name, key in self.fields.get(section, {}).items():
                    if (*path, key) in in_document.values:
                        values[section, number, name] = in_document.values[*path, key]
        return Positions({}, values)


def result_of(argument_map: ArgumentMap, origins: Origins, notes: Notes, text: str, name: str) -> LoadResult:
    """Return what reading a JSON document gives; positions are looked up only if a finding has a path."""
    findings = notes.all()
    if any(finding.path for finding in findings):
        in_document = SourceMap(name, text, _document_positions)
        findings = [_located(finding, in_document) for finding in findings]
        findings.sort(key=lambda finding: (finding.place.line, finding.place.column) if finding.place else (0, 0))
    else:
        findings = [finding.at(Place(name, 1, 1)) for finding in findings]
    return LoadResult(argument_map, SourceMap(name, text, origins.positions), tuple(findings))


def _located(finding: Finding, in_document: SourceMap) -> Finding:
    again = in_document.positions.again.get(finding.path) if finding.code == Notice.REPEATED_KEY.value else None
    place = Place(in_document.file, *again) if again else in_document.place(finding.path)
    return replace(finding, path=()).at(place)


def _document_positions(text: str) -> Positions:
    return json_positions(text, ())


def refused(problem: SyntaxProblemError, text: str, name: str) -> LoadResult:
    """Return what comes of a text that gives no map at all."""
    return LoadResult(None, SourceMap(name, text, no_positions), (problem.finding,))


def no_positions(_: str) -> Positions:
    """Return no positions: places are then the start of the file."""
    return Positions({}, {})


def reading(name: str, text: str, read: Callable[[], LoadResult]) -> LoadResult:
    """Run a reader with the collector paused; a text that it refuses gives a result with the finding and no map."""
    with collector_paused():
        try:
            return read()
        except SyntaxProblemError as problem:
            return refused(problem, text, name)
