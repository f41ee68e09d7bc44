"""What the reader of Argdown notices, with places, in the order of the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from argmap.formats.notices import Notice, notice
from argmap.formats.text import MOST_YAML_BYTES
from argmap.model import Finding, Place, Severity

MOST_PROBLEMS = 2_000
"""After so many the rest is counted only."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text, and where it comes from.

    Attributes:
        start: offset in the text.
        file: the name of the file that it comes from, as messages show it.
        text: the text of that file.
        origin: offset in that text.
        outer: offset, in the file that is read, of what stands there for the piece; -1 if it stands there itself.
    """

    start: int
    file: str
    text: str
    origin: int
    outer: int = -1


class Places:
    """Lines and columns of offsets in a text that may be put together from several files.

    Args:
        pieces: the parts of the text, in order; the first starts at 0.
    """

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self.pieces = pieces
        self._starts = [piece.start for piece in pieces]
        self._lines: dict[str, list[int]] = {}

    def place(self, offset: int) -> Place:
        """Return the place of an offset, in the file that it comes from."""
        piece = self._piece(offset)
        return Place(piece.file, *self._position(piece, piece.origin + offset - piece.start))

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column in the file that is read: of a piece from elsewhere, those of what includes it."""
        piece = self._piece(offset)
        if piece.outer < 0:
            return self._position(piece, piece.origin + offset - piece.start)
        return self._position(self.pieces[0], piece.outer)

    def _piece(self, offset: int) -> Piece:
        return self.pieces[bisect_right(self._starts, offset) - 1]

    def _position(self, piece: Piece, offset: int) -> tuple[int, int]:
        starts = self._lines.get(piece.file)
        if starts is None:
            starts = self._lines[piece.file] = _line_starts(piece.text)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1


def _line_starts(text: str) -> list[int]:
    starts, end = [0], text.find("\n")
    while end >= 0:
        starts.append(end + 1)
        end = text.find("\n", end + 1)
    return starts


@dataclass
class Problems:
    """Collects what is noticed while a file is read.

    Attributes:
        places: where offsets are.
        yaml_left: how many characters of data may still go through the parser of YAML, which is slow.
    """

    places: Places
    yaml_left: int = MOST_YAML_BYTES
    _found: list[tuple[int, Finding]] = field(default_factory=list)
    _more: int = 0
    _more_errors: bool = False
    _last: int = 0

    def add(self, code: Notice, offset: int, message: str, fix: str = "", *, is_error: bool = False) -> None:
        """Note a problem: an error if the map lacks or guesses something that the file says, else a warning."""
        if len(self._found) >= MOST_PROBLEMS:
            self._more += 1
            self._more_errors = self._more_errors or is_error
            self._last = max(self._last, offset)
            return
        severity = Severity.ERROR if is_error else Severity.WARNING
        found = notice(code, message, fix, severity=severity).at(self.places.place(offset))
        self._found.append((offset, found))

    def syntax(self, offset: int, message: str, fix: str = "", *, is_error: bool = False) -> None:
        """Note something that Argdown's grammar does not have."""
        self.add(Notice.SYNTAX, offset, message, fix, is_error=is_error)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the file."""
        found = [finding for _, finding in sorted(self._found, key=lambda item: item[0])]
        if self._more:
            message = f"found {self._more} more problems, which are not listed"
            more = notice(Notice.SYNTAX, message, severity=Severity.ERROR if self._more_errors else Severity.WARNING)
            found.append(more.at(self.places.place(self._last)))
        return tuple(found)
