"""Where everything of a picture stands, as Graphviz wrote it as -Tjson."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import atan2, degrees, hypot
from typing import Any

from argmap.render.positions import Frame, Point, read_frame, read_point, read_route

_NEAR = 2.5
"""Points this close to a border of a box, in points, are on it: Graphviz leaves room for half a pen."""
_STRAIGHT = 0.05
"""Curves whose handles are this close to the line between their ends, in points, are straight."""


def number(length: float) -> str:
    """Return a length in points to a hundredth, as short as it can be written."""
    text = f"{length:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def at(point: Point) -> str:
    """Return the point as a coordinate of TikZ."""
    return f"({number(point[0])},{number(point[1])})"


@dataclass(frozen=True, slots=True)
class Box:
    """A card, pill, chip or sign by its name in DOT: its centre and its size, in points; y grows upwards."""

    name: str
    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> str:
        """The centre as the numbers of a coordinate."""
        return f"{number(self.x)},{number(self.y)}"

    def side(self, point: Point) -> str:
        """Return the side of the box that the point is on, as TikZ names it; "" if it is on none."""
        x, y = point[0] - self.x, point[1] - self.y
        over, beside = abs(y) - self.height / 2, abs(x) - self.width / 2
        if abs(over) <= _NEAR and beside <= 0:
            return "north" if y > 0 else "south"
        if abs(beside) <= _NEAR and over <= 0:
            return "east" if x > 0 else "west"
        return ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two boxes.

    Attributes:
        tail: name of the box that it leaves.
        head: name of the box that it leads to.
        is_answer: True if it answers a critical question.
        points: its ends and between them the two handles of each curve, as in a path of SVG.
        tip: where its head touches what it leads to; None if it has no head.
    """

    tail: str
    head: str
    is_answer: bool
    points: tuple[Point, ...]
    tip: Point | None

    @property
    def angle(self) -> float:
        """Where its head points, in degrees from the right, counterclockwise."""
        end = self.tip or self.points[-1]
        before = next(
            (point for point in reversed(self.points) if hypot(end[0] - point[0], end[1] - point[1]) > 1), end
        )
        return degrees(atan2(end[1] - before[1], end[0] - before[0]))

    def base(self, head: float) -> Point:
        """Return where the line meets its head of so many points; Graphviz ends it a little before that."""
        x, y = self.points[-1]
        if self.tip is None:
            return x, y
        way = hypot(self.tip[0] - x, self.tip[1] - y)
        rest = head / way if way > head else 1.0
        return self.tip[0] + rest * (x - self.tip[0]), self.tip[1] + rest * (y - self.tip[1])

    def corners(self) -> Iterator[tuple[Point, ...]]:
        """Yield the parts of the line after its first point: an end, or two handles and an end for what is curved."""
        parts: list[tuple[Point, ...]] = []
        start = before = self.points[0]
        for index in range(1, len(self.points) - 2, 3):
            one, two, end = self.points[index : index + 3]
            if not (_is_between(start, one, end) and _is_between(start, two, end)):
                parts.append((one, two, end))
            elif parts and len(parts[-1]) == 1 and _is_between(before, start, end):
                parts[-1] = (end,)
                start = end
                continue
            elif start != end:
                parts.append((end,))
            before, start = start, end
        yield from parts


@dataclass(frozen=True)
class Places:
    """What Graphviz wrote as -Tjson of a picture."""

    drawn: Mapping[str, Any]

    @classmethod
    def read(cls, drawn: bytes) -> Places:
        """Return what Graphviz wrote."""
        return cls(json.loads(drawn))

    @cached_property
    def frame(self) -> Frame:
        """Left, bottom, right and top of the whole, in points."""
        return read_frame(self.drawn["bb"])

    @cached_property
    def boxes(self) -> Mapping[str, Box]:
        """The boxes by name."""
        return {
            thing["name"]: Box(
                thing["name"], *read_point(thing["pos"]), 72 * float(thing["width"]), 72 * float(thing["height"])
            )
            for thing in self._objects
            if "pos" in thing
        }

    @cached_property
    def frames(self) -> Mapping[str, Frame]:
        """Panels and brackets by name: left, bottom, right and top."""
        return {
            thing["name"]: read_frame(thing["bb"])
            for thing in self._objects
            if thing["name"].startswith("cluster_") and "bb" in thing
        }

    def lines(self) -> Iterator[Line]:
        """Yield the lines that can be seen."""
        names = {thing["_gvid"]: thing["name"] for thing in self._objects}
        for edge in self.drawn.get("edges", ()):
            if edge.get("style") != "invis" and "pos" in edge:
                answers = "argmap-answer" in edge.get("class", "")
                route = read_route(edge["pos"])
                yield Line(names[edge["tail"]], names[edge["head"]], answers, route.points, route.tip)

    @property
    def heading(self) -> Sequence[Mapping[str, Any]]:
        """The drawing operations of the title and the legend."""
        operations: Sequence[Mapping[str, Any]] = self.drawn.get("_ldraw_", ())
        return operations

    @property
    def _objects(self) -> Sequence[Mapping[str, Any]]:
        objects: Sequence[Mapping[str, Any]] = self.drawn.get("objects", ())
        return objects


def _is_between(start: Point, middle: Point, end: Point) -> bool:
    """Tell whether a straight line from start to end runs through the middle."""
    ways = [hypot(two[0] - one[0], two[1] - one[1]) for one, two in pairwise((start, middle, end))]
    return sum(ways) - hypot(end[0] - start[0], end[1] - start[1]) <= _STRAIGHT
