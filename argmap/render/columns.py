"""The layout of large maps: trees of cards, set in like an outline, in as many columns as fill a screen.

Layers, as Graphviz makes them, leave most of the paper of a large map empty, and claims that are used in many places
draw lines across all of it. Columns show the same cards at nearly twice the size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import sqrt

from argmap.render.cards import Picture
from argmap.render.continued import continue_wide_claims
from argmap.render.dot import PAD_IN_COLUMNS, Plan, placed_dot
from argmap.render.extents import Ruler
from argmap.render.labels import REFERENCE_HEIGHT
from argmap.render.options import Orientation
from argmap.render.positions import Point, write_frame, write_point, write_route
from argmap.render.tiers import DRAW_AS_PLACED, SCREEN, Layout
from argmap.render.tree import GAP, STEP_HEIGHT, Extent, Tree, place_tree
from argmap.render.unfold import Forest

_APART = 8.0
"""Between two panels, in points."""
_MARGIN = 6.0
"""Between a panel and the tree in it, in points."""
_PAD = 2 * PAD_IN_COLUMNS
"""The margins of a picture, both together, in points."""
_TEXT_WIDTHS = (165.0, 185.0, 210.0, 240.0)
_MANY = 150
"""For more cards only the likeliest settings are tried."""
_JUMPS = 0.35
"""How much fewer cards that refer to others count against larger text: a tenth fewer is worth a 27th in size."""
_MORE = (-1, 0, 1, 2)
"""How many columns more than is likely are tried."""
_CUTS = (1.0, 0.6, 0.35)
"""How high a tree may be, as a share of the height of a column."""


@dataclass(frozen=True, slots=True)
class _Panel:
    """The place of a tree: the upper left corner and the size of its panel; y grows downwards."""

    tree: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Setting:
    """One way to set a picture in columns.

    Attributes:
        heads: the cards that its trees begin with.
        extents: how large each tree is.
        order: the trees in the order in which they are put into columns.
        height: how high a column is, in points.
        ruler: what measured them.
    """

    heads: tuple[str, ...]
    extents: Sequence[Extent]
    order: Sequence[int]
    height: float
    ruler: Ruler

    def panels(self) -> list[_Panel]:
        """Put each tree into the first column that has room for it."""
        needs = [extent.height + 2 * _MARGIN for extent in self.extents]
        room = max([self.height, *needs])
        columns: list[list[int]] = []
        used: list[float] = []
        for tree in self.order:
            place = next((number for number, y in enumerate(used) if y + needs[tree] <= room + 0.01), len(columns))
            if place == len(columns):
                columns.append([])
                used.append(0.0)
            columns[place].append(tree)
            used[place] += needs[tree] + _APART
        panels = []
        x = 0.0
        for column in columns:
            width = max(self.extents[tree].width for tree in column) + 2 * _MARGIN
            y = 0.0
            for tree in column:
                panels.append(_Panel(tree, x, y, width, needs[tree]))
                y += needs[tree] + _APART
            x += width + _APART
        return panels

    def worth(self, heading: Point) -> float:
        """Weigh the size of the text against how often the eye must jump to another place."""
        width, height = _extent(self.panels(), heading)
        drawn = sum(extent.cards for extent in self.extents)
        return float(min(SCREEN[0] / width, SCREEN[1] / height) / drawn**_JUMPS)


def set_columns(picture: Picture, heading: Point) -> Layout:
    """Return the picture in columns, as large as a 16:9 screen allows; needs no program.

    Tries up to some hundred settings, each in O(n log n), and places the best.

    Args:
        picture: the picture.
        heading: width and height of title and legend, in points.
    """
    if not picture.cards:
        return Layout(
            picture,
            placed_dot(picture, ()),
            heading[0] + _PAD,
            heading[1] + _PAD,
            DRAW_AS_PLACED,
        )
    forest = Forest(picture)
    many = len(picture.cards) > _MANY
    widths, cuts, more = (_TEXT_WIDTHS[2:3], _CUTS[1:], _MORE[:2]) if many else (_TEXT_WIDTHS, _CUTS, _MORE)
    rulers = _rulers(forest, widths)
    one = rulers[-1]
    continued = continue_wide_claims(forest, one.heights, REFERENCE_HEIGHT + GAP, _column_height(one, _likely(one)))
    if continued.places:
        picture = continued.picture
        forest = Forest(picture, continued.places)
        rulers = _rulers(forest, widths)
    tried = [setting for ruler in rulers for setting in _settings(forest, ruler, cuts, more)]
    best = max(tried, key=lambda setting: setting.worth(heading))
    trees = [place_tree(rows, best.ruler.size) for rows in forest.trees(best.heads)]
    placed = replace(best, extents=[tree.extent for tree in trees])
    return _layout(picture, trees, placed, heading)


def _rulers(forest: Forest, widths: Sequence[float]) -> list[Ruler]:
    return [Ruler(forest, Plan(Orientation.UP, text_width=width)) for width in widths]


def _likely(ruler: Ruler) -> int:
    """Return how many columns would make the whole as wide as a screen."""
    wide = ruler.plan.text_width + 110
    return max(1, round(sqrt(ruler.total * SCREEN[0] / SCREEN[1] / wide)))


def _column_height(ruler: Ruler, columns: int) -> float:
    """Return how high each of so many columns is, in points."""
    return ruler.total / columns * 1.12


def _settings(forest: Forest, ruler: Ruler, cuts: Sequence[float], more: Sequence[int]) -> Iterator[_Setting]:
    measured: dict[tuple[str, ...], list[Extent]] = {}
    likely = _likely(ruler)
    first = len(forest.picture.mains) + sum(len(forest.continued.get(key, ())) for key in forest.picture.mains)
    for columns, cut in product(range(max(1, likely + more[0]), likely + more[-1] + 1), cuts):
        height = _column_height(ruler, columns)
        heads = tuple(forest.find_heads(ruler.heights, REFERENCE_HEIGHT + GAP, STEP_HEIGHT, height * cut))
        if heads not in measured:
            measured[heads] = ruler.find_extents(heads)
        extents = measured[heads]
        trees = range(len(heads))
        yield _Setting(heads, extents, trees, height, ruler)
        by_height = sorted(trees[first:], key=lambda tree: -extents[tree].height)
        yield _Setting(heads, extents, (*trees[:first], *by_height), height, ruler)


def _extent(panels: Sequence[_Panel], heading: Point) -> Point:
    width = max(panel.x + panel.width for panel in panels)
    height = max(panel.y + panel.height for panel in panels)
    return max(width, heading[0]) + _PAD, height + heading[1] + _PAD


def _layout(picture: Picture, trees: Sequence[Tree], setting: _Setting, heading: Point) -> Layout:
    panels, plan = setting.panels(), setting.ruler.plan
    bottom = max(panel.y + panel.height for panel in panels)
    parts = []
    for panel in panels:
        tree = trees[panel.tree]
        own = replace(picture, cards=tuple(tree.cards), pills=tuple(tree.pills))
        plus = frozenset(key for pill in tree.pills for key in (pill.tails if pill.mark else pill.bracket[1:]))
        frame = (panel.x, bottom - panel.y - panel.height, panel.x + panel.width, bottom - panel.y)
        places = dict(_places(tree, panel.x + _MARGIN, bottom - panel.y - _MARGIN))
        parts.append((own, replace(plan, plus=plus, places=places, in_columns=True), write_frame(frame)))
    drawn = replace(
        picture,
        cards=tuple(card for own, _, _ in parts for card in own.cards),
        pills=tuple(pill for own, _, _ in parts for pill in own.pills),
    )
    width, height = _extent(panels, heading)
    return Layout(drawn, placed_dot(drawn, parts), width, height, settings=DRAW_AS_PLACED)


def _places(tree: Tree, left: float, top: float) -> Iterator[tuple[str, str]]:
    """Yield the places of everything as Graphviz writes them, where y grows upwards."""
    for name, box in tree.boxes.items():
        if name.startswith("cluster_"):
            yield name, write_frame((left + box.left, top - box.bottom, left + box.right, top - box.top))
        else:
            x, y = box.middle
            yield name, write_point((left + x, top - y))
    for name, points in tree.lines.items():
        yield name, write_route([(left + x, top - y) for x, y in points], tree.heads.get(name))
