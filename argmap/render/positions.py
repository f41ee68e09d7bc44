"""Where things stand, as Graphviz reads and writes it: points, frames and routes of lines, as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.render.theme import LINES, LineKind

Point = tuple[float, float]
"""x and y, or a width and a height, in points."""
Frame = tuple[float, float, float, float]
"""Left, bottom, right and top, in points; y grows upwards."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a line, as a chain of Bézier curves.

    Attributes:
        points: where it starts, and for each curve its two handles and its end.
        start: what an arrowhead at its start points at; None if there is none.
        tip: the same at its end.
    """

    points: tuple[Point, ...]
    start: Point | None = None
    tip: Point | None = None


def read_point(position: str) -> Point:
    """Return the point that Graphviz writes so."""
    x, y = position.split(",")[:2]
    return float(x), float(y)


def read_frame(numbers: str) -> Frame:
    """Return the frame of a picture, a panel or a bracket."""
    left, bottom, right, top = map(float, numbers.split(","))
    return left, bottom, right, top


def read_route(position: str) -> Route:
    """Return the way of a line; of several splines the first."""
    parts = position.partition(";")[0].split()
    ends = {part[0]: read_point(part[2:]) for part in parts if part[0] in "es"}
    return Route(tuple(read_point(part) for part in parts if part[0] not in "es"), ends.get("s"), ends.get("e"))


def write_point(point: Point) -> str:
    """Return the point as Graphviz reads it, to a hundredth of a point."""
    x, y = point
    return f"{x:.2f},{y:.2f}"


def write_frame(frame: Frame) -> str:
    """Return the frame as Graphviz reads it, to a hundredth of a point."""
    left, bottom, right, top = frame
    return f"{left:.2f},{bottom:.2f},{right:.2f},{top:.2f}"


def write_route(corners: Sequence[Point], head: LineKind | None) -> str:
    """Return a line of straight parts as Graphviz reads it.

    Args:
        corners: from tail to head; y grows upwards.
        head: what the line ends in; None for nothing.
    """
    points = list(corners)
    tip = ""
    if head is not None:
        (x, y), (tip_x, tip_y) = points[-2:]
        length = max(abs(tip_x - x) + abs(tip_y - y), 0.01)
        share = min(LINES[head].head_length + LINES[head].corner, length * 0.9) / length
        points[-1] = (tip_x + (x - tip_x) * share, tip_y + (y - tip_y) * share)
        tip = f"e,{write_point((tip_x, tip_y))} "
    first, *rest = map(write_point, points)
    before, curves = first, []
    for after in rest:
        curves.append(f"{before} {after} {after}")
        before = after
    return f"{tip}{first} {' '.join(curves)}"
