"""Files that an Argdown file includes: `@include(path)`, only if the caller allows it, and only within a folder."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from argmap.formats.argdown.problems import Piece, Places, Problems
from argmap.formats.notices import Notice
from argmap.formats.text import decode_file, normalise
from argmap.formats.tree import SyntaxProblemError
from argmap.model.real_path import real_path

MOST_DEPTH = 20
"""Files include others at most so deep."""

MOST_CHARACTERS = 64_000_000
"""All included files together are at most so long."""

_INCLUDE = re.compile(r"@include\(([^)\n]+)\)")


@dataclass(frozen=True)
class Included:
    """A text with the files that it includes put in place.

    Attributes:
        text: the whole text.
        places: where each part of it comes from.
        refused: for each inclusion that was not made, its offset in the text and why not.
    """

    text: str
    places: Places
    refused: tuple[tuple[int, str, str], ...]

    def note(self, problems: Problems) -> None:
        """Note the inclusions that were not made."""
        for offset, message, fix in self.refused:
            problems.add(Notice.INCLUDE, offset, message, fix, is_error=True)


@dataclass
class _Open:
    """A file that is being put in place."""

    path: Path | None
    file: str
    text: str
    outer: int
    position: int = 0


@dataclass
class _Expansion:
    root: Path | None
    folder: Path | None
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    refused: list[tuple[int, str, str]] = field(default_factory=list)
    seen: set[Path] = field(default_factory=set)
    length: int = 0

    def add(self, current: _Open, start: int, end: int) -> None:
        """Take a part of a file."""
        self.pieces.append(Piece(self.length, current.file, current.text, start, current.outer))
        self.parts.append(current.text[start:end])
        self.length += end - start

    def refuse(self, current: _Open, start: int, message: str, fix: str) -> None:
        """Take a blank for an inclusion that is not made, with the reason."""
        self.refused.append((self.length, message, fix))
        self.pieces.append(Piece(self.length, current.file, current.text, start, current.outer))
        self.parts.append(" ")
        self.length += 1


def include_files(text: str, name: str, root: str | Path | None) -> Included:
    """Return the text with the files that it includes in place.

    A path is taken from the folder of the file that names it, as Argdown does; what leads out of the root, by `..`, an
    absolute path or a symbolic link, is not opened. Each file is included once.

    Args:
        text: the text, with LF line ends.
        name: its name; if it is the path of a file in the root, its paths start from there, else from the root.
        root: the folder; None if nothing may be included.
    """
    if "@include(" not in text:
        return Included(text, Places((Piece(0, name, text, 0),)), ())
    folder = None if root is None else real_path(root)
    own = None if folder is None else _own_path(name, folder)
    expansion = _Expansion(folder, own.parent if own else folder)
    if own:
        expansion.seen.add(own)
    _expand(expansion, _Open(own, name, text, -1))
    return Included("".join(expansion.parts), Places(tuple(expansion.pieces)), tuple(expansion.refused))


def _own_path(name: str, root: Path) -> Path | None:
    try:
        path = Path(name).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        return None
    return path if path.is_relative_to(root) else None


def _expand(expansion: _Expansion, first: _Open) -> None:
    stack = [first]
    while stack:
        current = stack[-1]
        match = _INCLUDE.search(current.text, current.position)
        end = match.start() if match else len(current.text)
        expansion.add(current, current.position, end)
        if match is None:
            stack.pop()
            continue
        current.position = match.end()
        found = _open(expansion, current, match[1].strip(), len(stack))
        if isinstance(found, _Open):
            found.outer = current.outer if current.outer >= 0 else match.start()
            stack.append(found)
        else:
            expansion.refuse(current, match.start(), *found)


def _open(expansion: _Expansion, current: _Open, written: str, depth: int) -> _Open | tuple[str, str]:
    """Return the file that an inclusion names, or why it is not to be included, and what to do about that."""
    if expansion.root is None or expansion.folder is None:
        return f"file `{written}` is not included", "read the file with a folder that it may include files from"
    if depth > MOST_DEPTH:
        return f"file `{written}` is included more than {MOST_DEPTH} files deep", "include it higher up"
    folder = current.path.parent if current.path else expansion.folder
    try:
        path = (folder / written).resolve(strict=True)
        is_within = path.is_relative_to(expansion.root) and path.is_file()
    except (OSError, ValueError, RuntimeError):
        is_within = False
    if not is_within:
        return f"file `{written}` is not in the folder that files may be included from", "look at its path"
    if path in expansion.seen:
        return f"file `{written}` is included already", "include each file once"
    expansion.seen.add(path)
    return _read(expansion, path, written)


def _read(expansion: _Expansion, path: Path, written: str) -> _Open | tuple[str, str]:
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_CHARACTERS - min(expansion.length, MOST_CHARACTERS) + 1)
        text = normalise(decode_file(content, written))
    except OSError:
        return f"file `{written}` cannot be read", "look at its rights"
    except SyntaxProblemError as problem:
        return f"file `{written}`: {problem.finding.message}", problem.finding.fix
    if expansion.length + len(text) > MOST_CHARACTERS:
        return f"file `{written}` makes the text longer than {MOST_CHARACTERS:,} characters", "include less"
    return _Open(path, str(path.relative_to(expansion.root or path)), text, -1)
