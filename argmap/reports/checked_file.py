"""What came of reading and checking one file: what every report is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from argmap.checks import CheckResult, Config, Skipped
from argmap.formats import LoadResult
from argmap.graph.lookup import first_paths
from argmap.model import ArgumentMap, Finding, Path, Place, Severity


@dataclass(frozen=True)
class CheckedFile:
    """What came of reading and checking one file.

    Attributes:
        loaded: what came of reading it.
        findings: those of the reader and those of the rules, with places, in file order.
        skipped: rules that did not look at all of the map, with the reason.
        codes: the rules that ran, in order.
        config: the configuration that held.
    """

    loaded: LoadResult
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...] = ()
    codes: tuple[str, ...] = ()
    config: Config = field(default_factory=Config)

    @classmethod
    def of(cls, loaded: LoadResult, result: CheckResult | None = None, config: Config | None = None) -> CheckedFile:
        """Return what came of a file that was read, and of the checks if there was a map to check.

        Args:
            loaded: what `read` gave.
            result: what `run` gave for its map.
            config: the configuration that held.
        """
        found = loaded.source_map.locate(result.findings) if result else ()
        findings = tuple(sorted((*loaded.findings, *found), key=_file_order))
        config = config or Config()
        if result is None:
            return cls(loaded, findings, config=config)
        return cls(loaded, findings, result.skipped, result.codes, config)

    @property
    def name(self) -> str:
        """The name of the file, as places show it."""
        return self.loaded.source_map.file

    @property
    def map(self) -> ArgumentMap | None:
        """The map; None if the file gives none."""
        return self.loaded.map

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that neither a waiver nor a baseline accepts."""
        return tuple(finding for finding in self.findings if finding.is_open)

    def without_accepted(self) -> CheckedFile:
        """Return the same with the open findings only."""
        return replace(self, findings=self.open_findings)

    def find_failures(self, fail_on: str | None = None) -> Iterator[Finding]:
        """Yield the open findings that are severe enough to make a check fail.

        Args:
            fail_on: error, warning, info or never; left out, what the configuration says.
        """
        level = fail_on or self.config.fail_on
        if level != "never":
            lowest = Severity(level)
            yield from (finding for finding in self.open_findings if finding.severity.is_at_least(lowest))

    def place(self, element_id: str) -> Place | None:
        """Return where an element is defined; None if nothing defines it."""
        path = self._paths.get(element_id)
        return None if path is None else self.loaded.source_map.place(path)

    def section(self, element_id: str) -> str:
        """Return the section of an element, such as claims; "" if nothing defines it."""
        path = self._paths.get(element_id)
        return str(path[0]) if path else ""

    @cached_property
    def _paths(self) -> Mapping[str, Path]:
        return first_paths(self.map) if self.map else {}


def _file_order(finding: Finding) -> tuple[int, int, str]:
    place = finding.place
    return (place.line, place.column, finding.code) if place else (0, 0, finding.code)
