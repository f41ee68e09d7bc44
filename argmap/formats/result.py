"""What a reader gives: the map, where its parts stand, and what was noticed."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model import ArgumentMap, Finding, LoadError, Severity, SourceMap


@dataclass(frozen=True)
class LoadResult:
    """What came of reading one file.

    Attributes:
        map: what could be read; it may lack broken parts, see `is_whole`. None if nothing could be.
        source_map: the places of the map's parts in the file.
        findings: what the reader noticed, with places, in file order.
        format: the name of the format that the file was read in; "" if none could be told.
        why: what told the format, in a few words.
    """

    map: ArgumentMap | None
    source_map: SourceMap
    findings: tuple[Finding, ...]
    format: str = ""
    why: str = ""

    @property
    def is_whole(self) -> bool:
        """True if the map holds all that the file says."""
        return self.map is not None and not any(finding.severity is Severity.ERROR for finding in self.findings)

    def whole_map(self) -> ArgumentMap:
        """Return the map.

        Raises:
            LoadError: the map is not whole: to save it would lose what could not be read.
        """
        if self.map is None or not self.is_whole:
            raise LoadError(self.findings)
        return self.map
