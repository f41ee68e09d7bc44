"""Choosing the layout: which way the argument runs, and what stands in which row."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from argmap.render.cards import Picture
from argmap.render.dot import Plan, dot_text
from argmap.render.engine import run_graphviz
from argmap.render.errors import RenderError
from argmap.render.options import Options, Orientation

MOST_CARDS = 1500
"""More cards are not laid out: nobody could read the picture, and Graphviz takes minutes."""
_MOST_UPRIGHT = 12
"""Up to so many cards stand upright when nothing can be measured."""
_SCREEN = (1920.0, 1080.0)


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture that has been laid out.

    Attributes:
        dot: the DOT text to draw.
        plan: how it is laid out.
        width, height: its size, in points.
    """

    dot: str
    plan: Plan
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Pixels per point when the whole picture fills a screen of 1920 × 1080 pixels."""
        return min(_SCREEN[0] / max(self.width, 1), _SCREEN[1] / max(self.height, 1))


def plan_unseen(picture: Picture, orientation: Orientation) -> Plan:
    """Return a plan that needs no program: upright for small maps, from left to right for larger ones."""
    if orientation is Orientation.AUTO:
        orientation = Orientation.UP if len(picture.cards) <= _MOST_UPRIGHT else Orientation.LEFT
    return Plan(orientation)


def lay_out(picture: Picture, options: Options) -> Layout:
    """Return the layout of the picture; auto takes the direction in which text is larger on a screen.

    Raises:
        RendererNotFoundError: there is no Graphviz program.
        RenderError: the map is too large, or the program failed or ran out of time.
    """
    if len(picture.cards) > MOST_CARDS:
        raise RenderError(
            f"{len(picture.cards)} cards are more than one picture holds, found {len(picture.cards)}, "
            f"expected at most {MOST_CARDS} (draw a part with focus= or depth=)"
        )
    directions: tuple[Orientation, ...] = (options.direction,)
    if options.direction is Orientation.AUTO:
        directions = (Orientation.UP, Orientation.LEFT)
    layouts = [_lay_out_in(picture, direction, options.time_limit) for direction in directions]
    return max(layouts, key=lambda layout: layout.scale)


def _lay_out_in(picture: Picture, direction: Orientation, time_limit: float) -> Layout:
    first, places = _measure(picture, Plan(direction), time_limit)
    if direction.is_sideways:
        plus = frozenset(
            key for pill in picture.pills for key in sorted(pill.bracket, key=lambda key: -places[key][1])[1:]
        )
        return _measure(picture, Plan(direction, plus=plus), time_limit)[0] if plus else first
    # The signs between linked cards, and rows that they stand in, spoil the order that Graphviz finds. So it finds
    # the order without them, and is held to that order with them.
    try:
        second, _ = _measure(picture, Plan(direction, rows=_rows(places)), time_limit)
    except RenderError:
        return first
    return second


def _rows(places: dict[str, tuple[float, float]]) -> tuple[tuple[str, ...], ...]:
    rows: dict[tuple[str, int], list[str]] = defaultdict(list)
    for key, (_, y) in places.items():
        rows["pc"[key[0] in "cg"], round(y)].append(key)
    return tuple(tuple(sorted(row, key=lambda key: places[key][0])) for row in rows.values() if len(row) > 1)


def _measure(picture: Picture, plan: Plan, time_limit: float) -> tuple[Layout, dict[str, tuple[float, float]]]:
    """Lay out and return the layout and the centre of each card and pill."""
    dot = dot_text(picture, plan)
    found: dict[str, Any] = json.loads(run_graphviz(dot, "json0", time_limit=time_limit))
    left, bottom, right, top = (float(number) for number in found["bb"].split(","))
    places = {}
    for thing in found.get("objects", ()):
        if "pos" in thing:
            x, y = thing["pos"].split(",")
            places[thing["name"]] = (float(x), float(y))
    return Layout(dot, plan, right - left + 43.2, top - bottom + 43.2), places
