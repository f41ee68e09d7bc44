"""Where in a file each part of a map stands, kept beside the map and not in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from argmap.model.finding import Finding, Path, Place


@dataclass(frozen=True, slots=True)
class Positions:
    """Line and column (1-based) of everything in a document.

    Paths count the elements of a section by their order in the file, so that an id defined twice has two places.

    Attributes:
        keys: path of a mapping's entry to the position of its key.
        values: path of any value to the position where it starts.
        again: path of an entry whose key stands in its mapping more than once to the position of the last.
    """

    keys: Mapping[Path, tuple[int, int]]
    values: Mapping[Path, tuple[int, int]]
    again: Mapping[Path, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class SourceMap:
    """The places of a map's parts in the file it was read from; computed when first asked for.

    Attributes:
        file: the name of the file as messages show it.
        text: the text that was read.
        kept: for a section of which the reader left elements out, the file's numbers of those it kept.
    """

    file: str
    text: str
    compute: Callable[[str], Positions] = field(repr=False)
    kept: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @cached_property
    def positions(self) -> Positions:
        """The positions of the document's parts; computed once, O(length of the text)."""
        return self.compute(self.text)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return the place of the value at the path in the map, or of the nearest thing around it that has one.

        An element of a section is placed at its id, anything else at its value.

        Args:
            path: the way to the value, as `Finding.path`.
            key: place a field at its name instead of at its value.
        """
        path = self._in_file(path)
        while path:
            is_element = len(path) == 2
            order = (self.positions.keys, self.positions.values)
            for known in order if key or is_element else reversed(order):
                if path in known:
                    return Place(self.file, *known[path])
            path = path[:-1]
            key = False
        return Place(self.file, 1, 1)

    def locate(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings with their places; one that has a place keeps it."""
        return tuple(finding if finding.place else finding.at(self.place(finding.path)) for finding in findings)

    def line(self, number: int) -> str:
        """Return a line of the text, counted from 1; "" if there is none."""
        lines = self._lines
        return lines[number - 1] if 0 < number <= len(lines) else ""

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def _in_file(self, path: Path) -> Path:
        match path:
            case (str(section), int(index), *rest) if section in self.kept:
                numbers = self.kept[section]
                return (section, numbers[index], *rest) if index < len(numbers) else (section,)
        return path
