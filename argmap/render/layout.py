"""Choosing how a picture is laid out."""

from __future__ import annotations

from argmap.model.collector import collector_paused
from argmap.render.cards import Picture
from argmap.render.columns import set_columns
from argmap.render.dot import MOST_ORTHOGONAL, Plan
from argmap.render.errors import RenderError
from argmap.render.options import Options, Orientation
from argmap.render.tiers import SCREEN, Layout, measure_heading, set_tiers

MOST_CARDS = 2000
"""More cards are not laid out: nobody could read the picture, and it would take minutes."""
READABLE = 11.0
"""Text of cards that is lower than so many pixels on a 1920 × 1080 screen cannot be read from the last row."""

_LARGE = 16.0
"""Text that is higher than so many pixels on such a screen need not be larger."""
_FULL = 0.5
"""A picture that takes up less of the screen than this might show its text larger in columns."""
_LARGER = 1.25
"""How much larger it must be there, as columns are harder to follow."""

TEXT = 12.0
"""How high the text of claims is in a picture of its full size, in points."""
_MOST_UPRIGHT = 12
"""Up to so many cards stand upright when nothing can be measured."""


def plan_unseen(picture: Picture, orientation: Orientation) -> Plan:
    """Return a plan in tiers that needs no program: upright for small maps, else with the main claims on the left."""
    if orientation in {Orientation.AUTO, Orientation.COLUMNS}:
        orientation = Orientation.UP if len(picture.cards) <= _MOST_UPRIGHT else Orientation.LEFT
    return Plan(orientation, tooltips=True)


@collector_paused()
def lay_out(picture: Picture, options: Options) -> Layout:
    """Return the layout of the picture.

    Auto lays out in tiers, upwards and to the left, and takes the one whose text is larger on a screen; if that is
    still too small to be read, it sets the map in columns; and so it does with a tall or flat picture, if columns show
    the text much larger.

    Raises:
        RendererNotFoundError: there is no Graphviz program.
        RenderError: the map is too large, or the program failed or ran out of time.
    """
    if len(picture.cards) > MOST_CARDS:
        raise RenderError(
            f"found {len(picture.cards)} cards, expected at most {MOST_CARDS} in one picture "
            "(draw a part, by focus or depth)"
        )
    limit = options.time_limit
    match options.direction:
        case Orientation.COLUMNS:
            return set_columns(picture, measure_heading(picture, limit))
        case Orientation.AUTO:
            return _lay_out_freely(picture, limit)
        case direction:
            return set_tiers(picture, direction, limit)


def lay_out_in_tiers(picture: Picture, options: Options) -> Layout:
    """Return the layout in the tiers that the options ask for, or in those whose text is largest; never in columns.

    Raises:
        RendererNotFoundError: there is no Graphviz program.
        RenderError: the program failed or ran out of time.
    """
    asked = options.direction
    ways = (Orientation.UP, Orientation.LEFT) if asked in {Orientation.AUTO, Orientation.COLUMNS} else (asked,)
    layouts = [set_tiers(picture, way, options.time_limit) for way in ways]
    return max(layouts, key=lambda layout: layout.scale)


def _lay_out_freely(picture: Picture, time_limit: float) -> Layout:
    layouts = []
    if len(picture.cards) <= MOST_ORTHOGONAL:
        layouts += [set_tiers(picture, way, time_limit) for way in (Orientation.UP, Orientation.LEFT)]
    best = max(layouts, key=lambda layout: layout.scale, default=None)
    if best is not None and not _wastes_a_screen(best) and best.scale * TEXT >= READABLE:
        return best
    columns = set_columns(picture, measure_heading(picture, time_limit))
    if best is None:
        return columns
    least = best.scale * (_LARGER if best.scale * TEXT >= READABLE else 1)
    return columns if columns.scale > least else best


def _wastes_a_screen(layout: Layout) -> bool:
    """Tell whether the picture leaves most of a screen empty while its text could well be larger."""
    share = layout.width * layout.height * layout.scale**2 / (SCREEN[0] * SCREEN[1])
    return share < _FULL and layout.scale * TEXT < _LARGE
