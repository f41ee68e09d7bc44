"""Findings: what a check, a reader or a writer noticed, as data."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from argmap.model.fix import Fix

Path = tuple[str | int, ...]
"""The way from the map to a value: section, index, field, index; () is the map as a whole."""


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for an info."""
        return ("error", "warning", "info").index(self.value)

    def is_at_least(self, other: Severity) -> bool:
        """Tell whether this severity matters as much as the other or more."""
        return self.rank <= other.rank


class Confidence(StrEnum):
    """How sure a rule is that what it found is a defect of the argument."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for high, 1 for medium, 2 for low."""
        return ("high", "medium", "low").index(self.value)

    def is_at_least(self, other: Confidence) -> bool:
        """Tell whether this confidence is as high as the other or higher."""
        return self.rank <= other.rank


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; line and column are 1-based and count characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was noticed about a map or a file.

    Attributes:
        code: the rule, for example SUP001.
        severity: how much it matters.
        confidence: how sure the rule is.
        message: what was found, against what was expected; lower case, no full stop.
        fix: how to mend it, in the imperative; "" if there is no general way.
        element: the id of the element that it is about; None for the map as a whole.
        path: the way to the value in the map, for the place in a file.
        evidence: the ids that show it, in the order in which they tell the story.
        place: where it is in the file, if the map came from one.
        waived: the reason of the waiver that accepts it; None if none does.
        baselined: True if the baseline that the check was handed accepts it.
        gap: if support is missing at the element, the few words that a picture shows there; else "".
        fixes: changes of the map that mend it, the best first.
    """

    code: str
    severity: Severity
    confidence: Confidence
    message: str
    fix: str = ""
    element: str | None = None
    path: Path = ()
    evidence: tuple[str, ...] = ()
    place: Place | None = None
    waived: str | None = None
    baselined: bool = False
    gap: str = ""
    fixes: tuple[Fix, ...] = field(default=(), repr=False)

    @property
    def is_open(self) -> bool:
        """True if neither a waiver nor a baseline accepts it."""
        return self.waived is None and not self.baselined

    @property
    def fingerprint(self) -> str:
        """What tells the finding from the others of its file, in 16 hexadecimal digits.

        It stays the same when lines move, when elements around it come and go, and when the rule says the same in
        other words. It is made of the code, the element, the names of the fields on the path and, for a finding about
        one value in an element, the evidence. What has one fingerprint in a file is to be counted.

        Examples:
            >>> first = Finding("SUP001", Severity.WARNING, Confidence.HIGH, "m", element="a", path=("claims", 3))
            >>> first.fingerprint == replace(first, path=("claims", 4), message="n").fingerprint
            True
        """
        import hashlib
        import json

        is_about_a_value = len(self.path) > (0 if self.element is None else 2)
        parts = (
            self.code,
            self.element,
            [part for part in self.path if isinstance(part, str)],
            self.evidence if is_about_a_value else (),
        )
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]

    def at(self, place: Place) -> Finding:
        """Return the same finding with its place."""
        return replace(self, place=place)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        mend = f" ({self.fix})" if self.fix else ""
        return f"{where}{self.code} {self.message}{mend}"
