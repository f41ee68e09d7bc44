"""Where the boxes and the lines of a picture stand, as numbers, for formats that hold places."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.render.cards import Picture, Pill
from argmap.render.chips import pill_size
from argmap.render.dot import MOST_ORTHOGONAL, Plan, card_size, middle_of_bracket
from argmap.render.errors import RendererNotFoundError, RenderError
from argmap.render.layout import lay_out_in_tiers
from argmap.render.levels import find_levels
from argmap.render.options import Options, Orientation
from argmap.render.positions import Point, read_frame, read_point, read_route

_ABOVE, _BESIDE = 50.0, 25.0
"""Between two rows, and between two boxes of a row, in points."""
_NEAR = 0.5
"""Points that are nearer to one another than this, in points, are one."""

Line = tuple[Point, ...]
"""The points of a line: its start, its bends and its end."""


@dataclass(frozen=True, slots=True)
class Box:
    """A card or a pill in its place, in points; y grows downwards.

    Attributes:
        x, y: the centre.
        width, height: the size.
    """

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Geometry:
    """A picture whose boxes and lines have their places.

    Attributes:
        plan: what the sizes of the cards go by.
        boxes: key of a card or pill to its place.
        lines: keys of the two ends of a line to its points; a line that is not among them goes straight.
    """

    plan: Plan
    boxes: Mapping[str, Box]
    lines: Mapping[tuple[str, str], Line] = field(default_factory=dict)


def find_geometry(picture: Picture, options: Options) -> Geometry:
    """Return the places of the picture in tiers, as SVG has it, for up to 150 cards.

    Larger pictures, and those that no program is there to lay out, are set in rows by the longest way down; that is
    O(n + m), and nothing lies on anything else.

    Args:
        picture: the picture, with neither layers nor gaps.
        options: the orientation, of which columns are set in tiers too, and the time limit.
    """
    if len(picture.cards) <= MOST_ORTHOGONAL:
        try:
            layout = lay_out_in_tiers(picture, options)
        except (RendererNotFoundError, RenderError):
            return _in_rows(picture)
        assert layout.plan is not None
        return _as_placed(picture, layout.plan)
    return _in_rows(picture)


def _as_placed(picture: Picture, plan: Plan) -> Geometry:
    boxes = {card.key: _box(plan, card.key, card_size(card, plan)) for card in picture.cards}
    boxes |= {pill.key: _box(plan, pill.key, pill_size(pill)) for pill in picture.pills}
    lines: dict[tuple[str, str], Line] = {}
    for pill in picture.pills:
        ends = [(key, pill.key) for key in (*pill.tails, *pill.answers)]
        lines |= {(tail, head): _line(plan, tail, head) for tail, head in (*ends, (pill.key, pill.head))}
        if pill.bracket:
            lines |= _lines_of_bracket(pill, plan, boxes)
    return Geometry(plan, boxes, {ends: line for ends, line in lines.items() if line})


def _box(plan: Plan, key: str, size: Point) -> Box:
    return Box(*_turned(read_point(plan.places[key])), *size)


def _turned(point: Point) -> Point:
    """Return the point as it is where y grows downwards."""
    return point[0], -point[1]


def _line(plan: Plan, tail: str, head: str) -> Line:
    """Return the points of a line with right angles; () if Graphviz has drawn none.

    Its curves are straight, so only their ends count.
    """
    route = read_route(plan.places.get(f"{tail}>{head}", ""))
    if not route.points:
        return ()
    points = (route.start, *route.points[::3], route.tip)
    return _without_idle(tuple(_turned(point) for point in points if point is not None))


def _without_idle(points: Line) -> Line:
    """Return the line without points at which it does not turn."""
    kept = [points[0]]
    for point, after in itertools.pairwise(points[1:]):
        before = kept[-1]
        if not any(
            abs(before[axis] - point[axis]) < _NEAR and abs(point[axis] - after[axis]) < _NEAR for axis in (0, 1)
        ):
            kept.append(point)
    return (*kept, points[-1])


def _lines_of_bracket(pill: Pill, plan: Plan, boxes: Mapping[str, Box]) -> dict[tuple[str, str], Line]:
    """Return a line for each card of a bracket: to the edge of the bracket, along it, and on with the bracket's own."""
    line = _line(plan, middle_of_bracket(pill, plan), pill.key)
    if not line:
        return {}
    left, bottom, right, top = read_frame(plan.places[f"cluster_{pill.key}"])
    outside = [number for number, (x, y) in enumerate(line) if not (left <= x <= right and bottom <= -y <= top)]
    if not outside or not outside[0]:
        return {}
    rest = line[outside[0] :]
    (x, y), (next_x, next_y) = line[outside[0] - 1], rest[0]
    is_upright = abs(x - next_x) < abs(y - next_y)
    exit_point = (x, -top if next_y < y else -bottom) if is_upright else (left if next_x < x else right, y)
    lines = {}
    for key in pill.bracket:
        box = boxes[key]
        turn = (box.x, exit_point[1]) if is_upright else (exit_point[0], box.y)
        lines[key, pill.key] = _without_idle(((box.x, box.y), turn, exit_point, *rest))
    return lines


def _in_rows(picture: Picture) -> Geometry:
    """Return a place for each box, in rows by the longest way down, so that nothing overlaps."""
    plan = Plan(Orientation.UP)
    below: dict[str, list[str]] = defaultdict(list)
    for pill in picture.pills:
        below[pill.head].append(pill.key)
        below[pill.key] += [*pill.tails, *pill.answers]
    lower = {key for keys in below.values() for key in keys}
    tops = (key for key in picture.by_key if key not in lower)
    levels = find_levels(below, [*picture.mains, *tops, *picture.by_key, *picture.pills_by_key])
    sizes = {card.key: card_size(card, plan) for card in picture.cards}
    sizes |= {pill.key: pill_size(pill) for pill in picture.pills}
    rows: dict[int, list[str]] = defaultdict(list)
    for key, level in levels.items():
        rows[level].append(key)
    boxes: dict[str, Box] = {}
    top = 0.0
    for _, row in sorted(rows.items()):
        widths = [sizes[key][0] + _BESIDE for key in row]
        height = max(sizes[key][1] for key in row)
        lefts = itertools.accumulate(widths, initial=-sum(widths) / 2)
        for key, left in zip(row, lefts, strict=False):
            boxes[key] = Box(left + sizes[key][0] / 2, top + height / 2, *sizes[key])
        top += height + _ABOVE
    return Geometry(plan, boxes)
