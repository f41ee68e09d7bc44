"""Laying out a picture in tiers, which Graphviz does: each claim in the row above what speaks for it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from argmap.render.cards import Picture
from argmap.render.crossings import count_crossings
from argmap.render.dot import PAD, Plan, dot_text, placed_dot, sign_names
from argmap.render.engine import run_graphviz
from argmap.render.errors import RenderError
from argmap.render.options import Orientation
from argmap.render.positions import Point, read_frame, read_point, write_point

SCREEN = (1920.0, 1080.0)
"""The size of the screen that pictures are fitted to, in pixels."""
DRAW_AS_PLACED = ("-Kneato", "-n2")
"""Arguments of the program that keep everything where it is placed."""

_Centres = Mapping[str, Point]


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture that has been laid out.

    Attributes:
        picture: what is drawn.
        dot: the DOT text to draw.
        width, height: its size, in points.
        settings: arguments of the program that draw it as it is laid out.
        plan: where everything stands, for a picture in tiers; None for one in columns.
    """

    picture: Picture
    dot: str
    width: float
    height: float
    settings: tuple[str, ...] = ()
    plan: Plan | None = None

    @property
    def scale(self) -> float:
        """Pixels per point when the whole picture fills a screen of 1920 × 1080 pixels."""
        return min(SCREEN[0] / max(self.width, 1), SCREEN[1] / max(self.height, 1))


def set_tiers(picture: Picture, direction: Orientation, time_limit: float) -> Layout:
    """Return the picture in tiers, with the signs between linked cards.

    The signs, and the rows that they stand in, spoil the order that Graphviz finds. So it finds the order without
    them, and is then held to that order with them, to make room. Where it does not hold to it, or lines with right
    angles would cross more often, the signs go into the room that there is. Takes 0.1 s for 20 cards, 0.3 s for 100.

    Args:
        picture: the picture.
        direction: where arrows point: up, down, left or right.
        time_limit: seconds that each run of the program may take.

    Raises:
        RendererNotFoundError: there is no Graphviz program.
        RenderError: the program failed or ran out of time.
    """
    plan = Plan(direction)
    first = _measure(picture, plan, time_limit)
    brackets = {pill.key: pill.bracket for pill in picture.pills if pill.bracket}
    if not brackets:
        return _settle(picture, plan, first)
    if direction.is_sideways:
        # Graphviz misplaces signs between cards that stand on one another, so the cards say it in their heads.
        orders = (sorted(bracket, key=lambda key: -first.centres[key][1]) for bracket in brackets.values())
        return _settle(picture, replace(plan, plus=frozenset(key for order in orders for key in order[1:])), first)
    try:
        held = replace(plan, rows=_rows(picture, first.centres))
        second = _measure(picture, held, time_limit)
    except RenderError:
        return _settle(picture, plan, _with_signs(first, brackets))
    has_signs = all(_has_signs_between(second.centres, key, bracket) for key, bracket in brackets.items())
    if has_signs and count_crossings(second.places) <= count_crossings(first.places):
        return _settle(picture, held, second)
    return _settle(picture, plan, _with_signs(first, brackets))


def measure_heading(picture: Picture, time_limit: float) -> Point:
    """Return width and height of the title and the legend beside it, in points.

    Raises:
        RendererNotFoundError: there is no Graphviz program.
        RenderError: the program failed or ran out of time.
    """
    found = json.loads(run_graphviz(placed_dot(picture, ()), "json0", time_limit=time_limit))
    return 72 * float(found.get("lwidth", 0)), 72 * float(found.get("lheight", 0))


@dataclass(frozen=True, slots=True)
class _Measured:
    """What Graphviz says of a picture that it has laid out.

    Attributes:
        places: what `Plan.places` is.
        centres: the centre of each card, pill and sign, in points; y grows upwards.
        widths: how wide each of them is, in points.
        width, height: the size of the picture, in points.
    """

    places: Mapping[str, str]
    centres: _Centres
    widths: Mapping[str, float]
    width: float
    height: float


def _measure(picture: Picture, plan: Plan, time_limit: float) -> _Measured:
    """Lay out, without what layers add: they must not move what they speak of."""
    bare = dot_text(picture.without_layers(), plan)
    found: dict[str, Any] = json.loads(run_graphviz(bare, "json0", time_limit=time_limit))
    left, bottom, right, top = read_frame(found["bb"])
    objects = found.get("objects", ())
    names = {thing["_gvid"]: thing["name"] for thing in objects}
    places = {thing["name"]: thing.get("pos") or thing["bb"] for thing in objects if "pos" in thing or "bb" in thing}
    centres = {thing["name"]: read_point(thing["pos"]) for thing in objects if "pos" in thing}
    for edge in found.get("edges", ()):
        if edge.get("style") != "invis" and "pos" in edge:
            places[f"{names[edge['tail']]}>{names[edge['head']]}"] = edge["pos"]
    widths = {thing["name"]: 72 * float(thing["width"]) for thing in objects if "pos" in thing}
    return _Measured(places, centres, widths, right - left + 2 * PAD, top - bottom + 2 * PAD)


def _settle(picture: Picture, plan: Plan, measured: _Measured) -> Layout:
    """Return the layout with everything where it was measured."""
    settled = replace(plan, places=measured.places)
    return Layout(picture, dot_text(picture, settled), measured.width, measured.height, DRAW_AS_PLACED, plan=settled)


def _has_signs_between(centres: _Centres, key: str, bracket: tuple[str, ...]) -> bool:
    """Tell whether cards and signs of the bracket take turns from left to right."""
    signs = set(sign_names(key, bracket))
    row = sorted((*bracket, *signs), key=lambda name: centres[name][0])
    return all((name in signs) == bool(number % 2) for number, name in enumerate(row))


def _with_signs(measured: _Measured, brackets: Mapping[str, tuple[str, ...]]) -> _Measured:
    """Return the same with a sign in the middle of the gap between each two cards of a bracket."""
    places, centres, widths = dict(measured.places), measured.centres, measured.widths
    for key, bracket in brackets.items():
        row = sorted(bracket, key=lambda card: centres[card][0])
        for name, (left, right) in zip(sign_names(key, bracket), pairwise(row), strict=True):
            edges = centres[left][0] + widths[left] / 2, centres[right][0] - widths[right] / 2
            places[name] = write_point((sum(edges) / 2, (centres[left][1] + centres[right][1]) / 2))
    return replace(measured, places=places)


def _rows(picture: Picture, centres: _Centres) -> tuple[tuple[str, ...], ...]:
    cards = picture.by_key
    rows: dict[tuple[bool, int], list[str]] = defaultdict(list)
    for key, (_, y) in centres.items():
        rows[key in cards, round(y)].append(key)
    return tuple(tuple(sorted(row, key=lambda key: centres[key][0])) for row in rows.values() if len(row) > 1)
