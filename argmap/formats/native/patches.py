"""From edits of a map to the places of its text that change."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, assert_never

from argmap.formats.native.comments import locate_comments
from argmap.formats.native.shape import NUMBERED
from argmap.formats.nodes import Entry, Node
from argmap.model import Edit, EditError, Path, Remove, Replace

_SIMPLE = re.compile(r"\w[\w-]*")
_REST_OF_LINE = re.compile(r"[ \t]*:?[ \t]*(?:#.*)?$", re.MULTILINE)


class Patch(NamedTuple):
    """Another text in the place of a part of one.

    Attributes:
        start: offset of the first character that goes.
        end: offset after the last one.
        text: what comes in its place.
    """

    start: int
    end: int
    text: str = ""


class _Step(NamedTuple):
    """An entry of a collection, on the way to a value."""

    holder: Node
    number: int

    @property
    def entry(self) -> Entry:
        return self.holder.entries[self.number]


def find_patches(text: str, root: Node, edits: Sequence[Edit], *, is_json: bool) -> list[Patch]:
    """Return the changes of the text that make the edits, in the order of the text.

    Args:
        text: the text of a map, with LF line ends.
        root: its nodes.
        edits: changes that the map can hold.
        is_json: whether the text is JSON, which has no comments and always quotation marks.

    Raises:
        EditError: the text is written in a way in which an edit cannot be made.
    """
    patches: list[Patch] = []
    removed: list[list[_Step]] = []
    for edit in edits:
        match edit:
            case Remove():
                steps, rest = _find(root, edit.path)
                if rest:
                    raise EditError("what is to be removed is a part of a single value")
                removed.append(steps)
            case Replace():
                patches.append(_replacement(text, root, edit))
            case _:
                assert_never(edit)
    comments = list(locate_comments(text)) if removed and not is_json else []
    for removal in _settled(removed):
        if removal.holder.style == "flow":
            patches += _without_flow_entries(removal)
        else:
            patches += _without_lines(text, removal, comments)
    patches.sort()
    if any(patch.start < before.end for before, patch in pairwise(patches)):
        raise EditError("they are about the same part of the text")
    return patches


def _find(root: Node, path: Path) -> tuple[list[_Step], Path]:
    """Return the way to the value at a path, and the rest of the path that lies within a scalar."""
    steps: list[_Step] = []
    node = root
    for number, part in enumerate(path):
        if node.is_scalar and part != 0:
            return steps, path[number:]
        is_numbered = not node.is_mapping or (number == 1 and path[0] in NUMBERED)
        if isinstance(part, int) and (node.is_scalar or not is_numbered):
            continue  # a single value stands for a list of one
        index = part if isinstance(part, int) else _index_of(node, part)
        steps.append(_Step(node, index))
        node = steps[-1].entry.value
    return steps, ()


def _index_of(node: Node, key: str) -> int:
    for index, entry in enumerate(node.entries):
        if entry.key is not None and entry.key.text == key:
            return index
    raise EditError(f"the text has no field {key} there")


def _replacement(text: str, root: Node, edit: Replace) -> Patch:
    steps, rest = _find(root, edit.path)
    node = steps[-1].entry.value
    if not node.is_scalar:
        raise EditError("a single value was expected in the text")
    if rest == ("source",):
        return _replaced_source(text, node, edit.value)
    return Patch(node.start, node.end, _written(edit.value, node))


def _written(value: str, node: Node) -> str:
    """Return the value as the scalar before it was written, with quotation marks where it needs them."""
    if node.style == "plain" and _SIMPLE.fullmatch(value):
        return value
    if node.style == "'" and "'" not in value:
        return f"'{value}'"
    return json.dumps(value, ensure_ascii=False)


def _replaced_source(text: str, node: Node, value: str) -> Patch:
    """Return the change of the id that an anchor in one line begins with."""
    old = node.text.split(maxsplit=1)[0]
    start = node.start + (node.style != "plain")
    if not text.startswith(old, start) or not _SIMPLE.fullmatch(value):
        raise EditError("an anchor is written in a way that keeps its source from being changed")
    return Patch(start, start + len(old), value)


@dataclass
class _Removal:
    """The entries to take out of one collection, and the way to it."""

    holder: Node
    way: list[_Step]
    indices: set[int] = field(default_factory=set)


def _settled(ways: Iterable[list[_Step]]) -> list[_Removal]:
    """Return what to take out of which collection; a list or section of which nothing would be left goes as a whole."""
    by_depth: dict[int, dict[int, _Removal]] = defaultdict(dict)
    for *way, (holder, index) in ways:
        by_depth[len(way)].setdefault(id(holder), _Removal(holder, way)).indices.add(index)
    settled: list[_Removal] = []
    for depth in range(max(by_depth, default=0), -1, -1):
        for removal in by_depth[depth].values():
            is_element = depth == 2  # one without fields is still an element
            if depth == 0 or is_element or len(removal.indices) < len(removal.holder.entries):
                settled.append(removal)
                continue
            *around, (holder, index) = removal.way
            by_depth[depth - 1].setdefault(id(holder), _Removal(holder, around)).indices.add(index)
    return settled


def _without_flow_entries(removal: _Removal) -> Iterator[Patch]:
    """Yield the changes that take entries out of brackets, each with one of the commas beside it."""
    entries = removal.holder.entries
    for first, last in _runs(removal.indices):
        if last + 1 < len(entries):
            yield Patch(entries[first].start, entries[last + 1].start)
        else:
            yield Patch(entries[first - 1].end if first else entries[0].start, entries[last].end)


def _runs(indices: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each row of neighbours."""
    for index in sorted(indices):
        if index - 1 not in indices:
            last = index
            while last + 1 in indices:
                last += 1
            yield index, last


def _without_lines(text: str, removal: _Removal, comments: list[tuple[int, str]]) -> Iterator[Patch]:
    """Yield the changes that take the lines of entries out; the comments on these lines stay in their place."""
    for index in sorted(removal.indices):
        entry = removal.holder.entries[index]
        start = _dash(text, entry) if entry.key is None else entry.start
        line = text.rfind("\n", 0, start) + 1
        rest = _REST_OF_LINE.match(text, entry.end)
        if text[line:start].strip(" "):
            yield _without_first_field(removal, index)
            continue
        if rest is None:
            raise EditError("something else stands on the line of what is to be removed")
        end = min(rest.end() + 1, len(text))
        known = slice(bisect_left(comments, (line, "")), bisect_left(comments, (end, "")))
        kept = "".join(f"{text[line:start]}{comment}\n" for _, comment in comments[known])
        if not kept:
            is_first = all(before in removal.indices for before in range(index))
            line, end = _with_blank_lines(text, line, end, is_first=is_first)
        yield Patch(line, end, kept)


def _without_first_field(removal: _Removal, index: int) -> Patch:
    """Return the change that takes out the field that stands behind the dash of its element."""
    entries = removal.holder.entries
    if index + 1 == len(entries) or index + 1 in removal.indices:
        raise EditError("something else stands on the line of what is to be removed")
    return Patch(entries[index].start, entries[index + 1].start)


def _dash(text: str, entry: Entry) -> int:
    """Return the offset of the dash before an item."""
    dash = text.rfind("-", 0, entry.value.start)
    if dash < 0 or text[dash + 1 : entry.value.start].strip():
        raise EditError("something else stands between what is to be removed and its dash")
    return dash


def _with_blank_lines(text: str, start: int, end: int, *, is_first: bool) -> tuple[int, int]:
    """Return the lines from start to end with the blank ones that would be left over around them."""
    if is_first:
        while text.startswith("\n", end):
            end += 1
    elif text[end : end + 1] in {"", "\n"}:
        while text.endswith("\n\n", 0, start):
            start -= 1
    return start, end
