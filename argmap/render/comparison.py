"""One picture of two maps, with what was added, removed and changed marked on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Unpack

from argmap.graph import ArgumentGraph, Change, Differences, Fate, JoinedMaps, diff, join_maps
from argmap.model import ArgumentMap
from argmap.model.atomic import write_atomically
from argmap.render import theme
from argmap.render.build import build_picture
from argmap.render.cards import Card, Picture, Pill
from argmap.render.drawing import PICTURE_WRITERS, check_ending
from argmap.render.options import Options, PictureOptions
from argmap.render.text import clean
from argmap.render.theme import CardKind, ChangeKind, PillKind

_MOST_FIELDS = 4
_KINDS: Mapping[Fate, ChangeKind] = MappingProxyType(
    {Fate.ADDED: ChangeKind.ADDED, Fate.REMOVED: ChangeKind.REMOVED, Fate.CHANGED: ChangeKind.CHANGED}
)


def compare(before: ArgumentMap, after: ArgumentMap, path: str | Path, **options: Unpack[PictureOptions]) -> Path:
    """Draw both maps as one picture into a file: .svg, .png, .pdf, .dot, .tex, .tikz or .mmd.

    What was added, removed and changed is marked by a word, by the border of the card and by the lines.

    Args:
        before: the map to start from.
        after: the map to compare with it; its title is shown, and `focus` and `findings` are of its elements.
        path: the file.
        **options: see `PictureOptions`.

    Returns:
        The path of the file.

    Raises:
        PictureOptionError: the ending names no format of pictures, or an option has a value that cannot be drawn.
        RendererNotFoundError: there is no Graphviz program, which .svg, .png, .pdf, .tex and .tikz need.
        RenderError: the maps are too large, or the program failed or ran out of time.
        UnknownElementError: neither map has a claim with the id of the focus.
        OSError: the file cannot be written.
    """
    path = Path(path)
    write = PICTURE_WRITERS[check_ending(path, PICTURE_WRITERS)]
    wanted = Options(**options)
    content = write(build_comparison(diff(before, after), wanted), wanted)
    return write_atomically(path, content if isinstance(content, bytes) else content.encode("utf-8"))


def build_comparison(differences: Differences, options: Options) -> Picture:
    """Return the picture of both maps; O(n + m).

    Raises:
        UnknownElementError: neither map has a claim with the id of the focus.
    """
    both = join_maps(differences)
    picture = build_picture(ArgumentGraph(both.map), options)
    return replace(
        picture,
        cards=tuple(_marked_card(card, both) for card in picture.cards),
        pills=tuple(_marked_pill(pill, both) for pill in picture.pills),
    )


def _marked_card(card: Card, both: JoinedMaps) -> Card:
    mark = None if card.kind is CardKind.GAP else both.claims.get(card.element_id)
    return card if mark is None else replace(card, change=_KINDS[mark], was=_was(both.changes.get(card.element_id)))


def _marked_pill(pill: Pill, both: JoinedMaps) -> Pill:
    mark = None if pill.kind is PillKind.MISSING else both.steps.get(pill.element_id)
    return pill if mark is None else replace(pill, change=_KINDS[mark])


def _was(change: Change | None) -> str:
    """Return the old text of a claim, and the names of its other fields that differ."""
    if change is None:
        return ""
    others = [field.field for field in change.fields if field.field not in {"text", "id"}]
    parts = [
        f"{theme.WAS}: {clean(str(field.before)) or theme.NO_TEXT}" for field in change.fields if field.field == "text"
    ]
    if others:
        more = [f"{len(others) - _MOST_FIELDS} more"] if len(others) > _MOST_FIELDS else []
        parts.append(f"{theme.NOT_THE_SAME}: {', '.join([*others[:_MOST_FIELDS], *more])}")
    return "; ".join(parts)
