"""Edits of the text of a map: what no edit is about stays as it is, to the letter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from argmap.formats.json_nodes import json_nodes
from argmap.formats.native.comments import find_comments
from argmap.formats.native.patches import Patch, find_patches
from argmap.formats.native.reader import read_text
from argmap.formats.text import is_json, normalise
from argmap.model import ArgumentMap, Edit, EditError, apply_edits


def edit_text(text: str, name: str, edits: Sequence[Edit]) -> str:
    r"""Return the text of a map with edits made; comments, order, layout and line ends of all else stay.

    Comments of what is removed stay in its place. The result is read again, and has to give exactly the map with the
    edits made; else the edits are refused.

    Args:
        text: the content of a native file.
        name: its name, which tells YAML from JSON.
        edits: the changes; all paths are those of the map that the text gives.

    Raises:
        EditError: the text does not give the whole of a map, the map could not hold what the edits leave, or the
            text is written in a way in which they cannot be made without touching something else.

    Examples:
        >>> from argmap.model import Remove
        >>> edit_text("argmap: 1\nmain: [a, b]  # two\n", "m.yaml", [Remove(("main", 0))])
        'argmap: 1\nmain: [b]  # two\n'
    """
    before = read_text(text, name)
    if before.map is None or not before.is_whole:
        raise EditError("a part of the file cannot be read")
    expected = apply_edits(before.map, edits)
    plain = normalise(text)
    if is_json(plain, name):
        root = json_nodes(plain)
    else:
        from argmap.formats.yaml_nodes import yaml_nodes

        root = yaml_nodes(plain)
    assert root is not None  # the text gives a map
    patches = find_patches(plain, root, edits, is_json=is_json(plain, name))
    after = _patched(plain, patches)
    _prove(plain, after, name, expected)
    return _patched(text, _in_original(text, patches))


def _patched(text: str, patches: Sequence[Patch]) -> str:
    parts, position = [], 0
    for patch in patches:
        parts += [text[position : patch.start], patch.text]
        position = patch.end
    return "".join([*parts, text[position:]])


def _prove(before: str, after: str, name: str, expected: ArgumentMap) -> None:
    """Hold the edited text against the edited map.

    Raises:
        EditError: it says something else, or has lost a comment.
    """
    result = read_text(after, name)
    if not result.is_whole or result.map != expected:
        raise EditError("the layout of the text does not allow it")
    if not is_json(after, name) and find_comments(after) != find_comments(before):
        raise EditError("a comment would be lost")


def _in_original(text: str, patches: Sequence[Patch]) -> list[Patch]:
    """Return the patches with offsets in the text as it was before its line ends were made even."""
    shift = int(text.startswith("\ufeff"))
    ends: list[int] = []
    position = text.find("\r\n")
    while position >= 0:  # offsets, in the even text, of the line ends that have two characters
        ends.append(position - shift - len(ends))
        position = text.find("\r\n", position + 2)
    line_end = "\r\n" if ends else "\n"
    return [
        Patch(
            patch.start + shift + bisect_left(ends, patch.start),
            patch.end + shift + bisect_left(ends, patch.end),
            patch.text.replace("\n", line_end),
        )
        for patch in patches
    ]
