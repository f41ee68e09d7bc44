"""What stands on a page, has a height, and is never cut in two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from argmap.render.sheet.paper import Paper


@dataclass(frozen=True, slots=True)
class Slab:
    """A part of a page.

    Attributes:
        height: in points.
        paint: paints it on a canvas; told its left and its upper edge.
        is_kept: True if what follows has to stand on the same page.
        leaf: what goes with it on a page of its own, behind the page on which it stands; None for most.
    """

    height: float
    paint: Callable[[Any, float, float], None]
    is_kept: bool = False
    leaf: Leaf | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of its own for one slab.

    Attributes:
        slab: what stands on it.
        paper: upright or turned.
    """

    slab: Slab
    paper: Paper


def space(height: float) -> Slab:
    """Return room in which nothing stands."""
    return Slab(height, _nothing)


def _nothing(canvas: Any, x: float, top: float) -> None:
    """Paint nothing."""
