"""The layout of large maps: trees of cards, set in like an outline, in as many columns as fill a screen.

Layers, as Graphviz makes them, leave most of the paper of a large map empty, and claims that are used in many places
draw lines across all of it. Columns show the same cards at nearly twice the size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from argmap.model.collector import collector_paused
from argmap.render.cards import Card, Picture
from argmap.render.dot import Plan, card_size, placed_dot
from argmap.render.options import Orientation
from argmap.render.theme import CardKind
from argmap.render.tiers import DRAW_AS_PLACED, SCREEN, Layout
from argmap.render.tree import GAP, STEP_HEIGHT, Point, Tree, place_tree, position
from argmap.render.unfold import Forest, as_reference

_APART = 8.0
"""Between two panels, in points."""
_MARGIN = 6.0
"""Between a panel and the tree in it, in points."""
_PAD = 21.6
_TEXT_WIDTHS = (165.0, 185.0, 210.0, 240.0)
_MANY = 150
"""For more cards only the likeliest settings are tried."""
_JUMPS = 0.35
"""How much fewer cards that refer to others count against larger text: a tenth fewer is worth a 27th in size."""
_CUTS = (1.0, 0.6, 0.35)
"""How high a tree may be, as a share of the height of a column."""


@dataclass(frozen=True, slots=True)
class _Panel:
    """A tree in its place: the upper left corner and the size of its panel; y grows downwards."""

    tree: Tree
    x: float
    y: float
    width: float
    height: float


@collector_paused()
def set_columns(picture: Picture, heading: Point) -> Layout:
    """Return the picture in columns, as large as a 16:9 screen allows; needs no program.

    Tries up to some hundred settings, each in O(n log n).

    Args:
        picture: the picture.
        heading: width and height of title and legend, in points.
    """
    if not picture.cards:
        return Layout(picture, placed_dot(picture, ()), heading[0] + _PAD, heading[1] + _PAD, DRAW_AS_PLACED)
    forest = Forest(picture)
    many = len(picture.cards) > _MANY
    widths, cuts = (_TEXT_WIDTHS[2:3], _CUTS[1:]) if many else (_TEXT_WIDTHS, _CUTS)
    plans = [Plan(Orientation.UP, text_width=width) for width in widths]
    tried = [(panels, plan) for plan in plans for panels in _settings(forest, plan, cuts)]
    panels, plan = max(tried, key=lambda one: _worth(one[0], heading))
    return _layout(picture, panels, plan, heading)


def _settings(forest: Forest, plan: Plan, cuts: Sequence[float]) -> Iterator[list[_Panel]]:
    size = _sizes(plan)
    cards = forest.picture.cards
    heights = {card.key: size(card)[1] + GAP for card in cards}
    references = {card.key: size(as_reference(card, "", "W"))[1] + GAP for card in cards}
    placed: dict[tuple[str, ...], list[Tree]] = {}
    total = sum(heights.values()) + len(forest.picture.pills) * STEP_HEIGHT
    wide = plan.text_width + 110
    # As many columns as would make the whole as wide as a screen, and some more and fewer.
    likely = max(1, round((total * SCREEN[0] / SCREEN[1] / wide) ** 0.5))
    for columns, cut in product(range(max(1, likely - 1), likely + 3), cuts):
        height = total / columns * 1.12
        heads = tuple(forest.find_heads(heights, references, STEP_HEIGHT, height * cut))
        if heads not in placed:
            placed[heads] = [place_tree(rows, size) for rows in forest.trees(heads)]
        trees = placed[heads]
        room = max([height, *(tree.height + 2 * _MARGIN for tree in trees)])
        yield _pack(trees, room)
        first = len(forest.picture.mains)
        yield _pack([*trees[:first], *sorted(trees[first:], key=lambda tree: -tree.height)], room)


def _sizes(plan: Plan) -> Callable[[Card], Point]:
    """Return what gives the size of a card; a card is measured once, and once more as one that refers to it."""
    known: dict[tuple[CardKind, str, bool, bool], Point] = {}
    marked = replace(plan, plus=frozenset({""}))  # as if each card had a "+" before its word, which it may get

    def size(card: Card) -> Point:
        what = (card.kind, card.element_id, bool(card.see), bool(card.letter))
        if what not in known:
            plain = replace(card, key="", see="W" if card.see else "", letter="W" if card.letter else "")
            known[what] = card_size(plain, marked)
        return known[what]

    return size


def _pack(trees: Sequence[Tree], height: float) -> list[_Panel]:
    """Put each tree into the first column that has room for it."""
    columns: list[list[Tree]] = []
    used: list[float] = []
    for tree in trees:
        need = tree.height + 2 * _MARGIN
        place = next((number for number, y in enumerate(used) if y + need <= height + 0.01), len(columns))
        if place == len(columns):
            columns.append([])
            used.append(0.0)
        columns[place].append(tree)
        used[place] += need + _APART
    panels = []
    x = 0.0
    for column in columns:
        width = max(tree.width for tree in column) + 2 * _MARGIN
        y = 0.0
        for tree in column:
            panels.append(_Panel(tree, x, y, width, tree.height + 2 * _MARGIN))
            y += panels[-1].height + _APART
        x += width + _APART
    return panels


def _worth(panels: Sequence[_Panel], heading: Point) -> float:
    """Weigh the size of the text against how often the eye must jump to another place."""
    width, height = _extent(panels, heading)
    drawn = sum(len(panel.tree.cards) for panel in panels)
    return float(min(SCREEN[0] / width, SCREEN[1] / height) / drawn**_JUMPS)


def _extent(panels: Sequence[_Panel], heading: Point) -> Point:
    width = max(panel.x + panel.width for panel in panels)
    height = max(panel.y + panel.height for panel in panels)
    return max(width, heading[0]) + _PAD, height + heading[1] + _PAD


def _layout(picture: Picture, panels: Sequence[_Panel], plan: Plan, heading: Point) -> Layout:
    bottom = max(panel.y + panel.height for panel in panels)
    parts = []
    for panel in panels:
        tree = panel.tree
        own = replace(picture, cards=tuple(tree.cards), pills=tuple(tree.pills))
        plus = frozenset(key for pill in tree.pills for key in pill.bracket[1:])
        frame = (panel.x, bottom - panel.y - panel.height, panel.x + panel.width, bottom - panel.y)
        places = dict(_places(tree, panel.x + _MARGIN, bottom - panel.y - _MARGIN))
        parts.append((own, replace(plan, plus=plus, places=places, in_columns=True), _numbers(frame)))
    drawn = replace(
        picture,
        cards=tuple(card for panel in panels for card in panel.tree.cards),
        pills=tuple(pill for panel in panels for pill in panel.tree.pills),
    )
    width, height = _extent(panels, heading)
    return Layout(drawn, placed_dot(drawn, parts), width, height, settings=DRAW_AS_PLACED)


def _places(tree: Tree, left: float, top: float) -> Iterator[tuple[str, str]]:
    """Yield the places of everything as Graphviz writes them, where y grows upwards."""
    for name, box in tree.boxes.items():
        if name.startswith("cluster_"):
            yield name, _numbers((left + box.left, top - box.bottom, left + box.right, top - box.top))
        else:
            x, y = box.middle
            yield name, _numbers((left + x, top - y))
    for name, points in tree.lines.items():
        yield name, position([(left + x, top - y) for x, y in points], tree.heads.get(name))


def _numbers(numbers: Sequence[float]) -> str:
    return ",".join(f"{number:.2f}" for number in numbers)
