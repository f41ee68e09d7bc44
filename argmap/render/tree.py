"""Where the cards, pills, brackets and lines of one tree stand when it is set in like an outline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from argmap.render.cards import Card, Pill
from argmap.render.chips import pill_size
from argmap.render.positions import Point
from argmap.render.theme import LineKind
from argmap.render.unfold import Row

STEP_HEIGHT = 28.0
"""What a pill adds to the height of a tree, in points."""
GAP = 7.0
"""Between cards that stand on one another, and between a bracket and what it holds, in points."""

INDENT = 23.0
"""How far the steps to a claim, and their premises, are set in, in points."""
PILL_GAP = 6.0
"""Below a pill, in points."""
_SUPPORT_TRUNK, _GAP_TRUNK, _ATTACK_TRUNK = 16.0, 11.0, 6.0
"""From the left edge of a claim to the lines that come up to it, in points."""
_TRUNKS = {LineKind.SUPPORT: _SUPPORT_TRUNK, LineKind.GAP: _GAP_TRUNK}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; y grows downwards, in points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Point:
        """The centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Extent:
    """How large a tree is.

    Attributes:
        width, height: its size, in points.
        cards: how many cards it shows, those that refer to others among them.
    """

    width: float
    height: float
    cards: int


@dataclass(slots=True)
class Tree:
    """A tree that is laid out, from its own upper left corner.

    Attributes:
        cards, pills: what it shows; the pills start from cards of this tree.
        boxes: key of a card or pill, or "cluster_" and the key of a pill for its bracket, to where it is.
        lines: "tail>head" to the corners of the line, from tail to head.
        heads: names of those lines that end in an arrowhead, to what it is.
    """

    cards: list[Card] = field(default_factory=list)
    pills: list[Pill] = field(default_factory=list)
    boxes: dict[str, Box] = field(default_factory=dict)
    lines: dict[str, list[Point]] = field(default_factory=dict)
    heads: dict[str, LineKind] = field(default_factory=dict)

    @property
    def extent(self) -> Extent:
        """How large it is."""
        corners = [x for points in self.lines.values() for x, _ in points]
        width = max([box.right for box in self.boxes.values()] + corners)
        return Extent(width, max(box.bottom for box in self.boxes.values()), len(self.cards))


def place_tree(rows: Sequence[Row], size: Callable[[Card], Point]) -> Tree:
    """Return the tree laid out; O(n) but for brackets in brackets.

    Args:
        rows: the rows of the tree.
        size: the width and height of a card, in points.
    """
    tree = Tree()
    members = _members(rows)
    brackets = {tails[0]: (key, rows[tails[-1]].last) for key, (tails, _) in members.items() if len(tails) > 1}
    tops = _stack(rows, brackets, size, tree)
    index = {row.thing.key: number for number, row in enumerate(rows)}
    spans = [(start, end, f"cluster_{key}") for start, (key, end) in brackets.items()]
    pills = [row.thing for row in rows if isinstance(row.thing, Pill)]
    for pill in pills:
        if pill.head in index and isinstance(rows[index[pill.head]].thing, Pill):
            ends = sorted((index[pill.key], index[pill.head]))
            spans.append((ends[0], ends[1], pill.key))
    _surround(rows, spans, tops, tree)
    for pill in pills:
        tails, answers = (tuple(rows[number].thing.key for number in numbers) for numbers in members[pill.key])
        tree.pills.append(_joined(pill, tails, answers))
    joints: dict[tuple[str, float], float] = {}
    for pill in tree.pills:
        _draw_lines(pill, tree, joints)
    return tree


def _members(rows: Sequence[Row]) -> dict[str, tuple[list[int], list[int]]]:
    """Return for each pill the rows of the cards that it starts from, which come first, and of those that answer."""
    members: dict[str, tuple[list[int], list[int]]] = {}
    places: dict[str, int] = {}
    for number, row in enumerate(rows):
        if isinstance(row.thing, Pill):
            members[row.thing.key] = ([], [])
            places[row.thing.key] = len(row.thing.tails)
        elif row.above:
            tails, answers = members[row.above]
            (tails if len(tails) < places[row.above] else answers).append(number)
    return members


def _stack(
    rows: Sequence[Row], brackets: dict[int, tuple[str, int]], size: Callable[[Card], Point], tree: Tree
) -> dict[str, tuple[float, float, float]]:
    """Set the rows on one another; return left, top and bottom of each bracket."""
    edges: dict[str, tuple[float, float, float]] = {}
    opened: list[tuple[str, int, float, float]] = []
    y = 0.0
    for number, row in enumerate(rows):
        while opened and opened[-1][1] < number:
            y = _close(opened.pop(), y, edges)
        left = row.level * INDENT + len(opened) * GAP
        if number in brackets:
            opened.append((*brackets[number], left, y))
            left, y = left + GAP, y + GAP
        thing = row.thing
        width, height = size(thing) if isinstance(thing, Card) else pill_size(thing)
        tree.boxes[thing.key] = Box(left, y, left + width, y + height)
        if isinstance(thing, Card):
            tree.cards.append(thing)
        y += height + (GAP if isinstance(thing, Card) else PILL_GAP)
    while opened:
        y = _close(opened.pop(), y, edges)
    return edges


def _close(bracket: tuple[str, int, float, float], y: float, edges: dict[str, tuple[float, float, float]]) -> float:
    key, _, left, top = bracket
    edges[f"cluster_{key}"] = (left, top, y)
    return y + GAP


def _surround(
    rows: Sequence[Row],
    spans: list[tuple[int, int, str]],
    edges: dict[str, tuple[float, float, float]],
    tree: Tree,
) -> None:
    """Draw brackets around their rows, and lines from pill to pill past theirs on the right, the shortest first."""
    rights = [tree.boxes[row.thing.key].right for row in rows]
    for start, end, name in sorted(spans, key=lambda span: (span[1] - span[0], span[0])):
        right = max(rights[start : end + 1]) + GAP
        if name in edges:
            left, top, bottom = edges[name]
            tree.boxes[name] = Box(left, top, right, bottom)
        else:
            tree.lines[name] = [(right, 0.0)]
        # What lies around these rows must lie around this as well.
        rights[start : end + 1] = [max(rights[start : end + 1]) + GAP] * (end + 1 - start)


def _joined(pill: Pill, tails: tuple[str, ...], answers: tuple[str, ...]) -> Pill:
    """Return the pill with the cards of the tree: those that refer to others have keys of their own."""
    bracket = tails if len(tails) > 1 else ()
    if (tails, answers, bracket) == (pill.tails, pill.answers, pill.bracket):
        return pill  # as most do, and making another takes time
    return replace(pill, tails=tails, answers=answers, bracket=bracket)


def _draw_lines(pill: Pill, tree: Tree, joints: dict[tuple[str, float], float]) -> None:
    """Draw the lines of the pill; `joints` says where lines come up to a card already: key and x to the lowest y."""
    box = tree.boxes[pill.key]
    x, y = box.middle
    below = tree.boxes[f"cluster_{pill.key}" if pill.bracket else pill.tails[0]]
    for key in pill.tails:
        tree.lines[f"{key}>{pill.key}"] = [(x, below.top), (x, box.bottom)]
    for key in pill.answers:
        answer = tree.boxes[key]
        side = box.left - 4
        tree.lines[f"{key}>{pill.key}"] = [
            (answer.left, answer.middle[1]),
            (side, answer.middle[1]),
            (side, y + 4),
            (box.left, y + 4),
        ]
    name = f"{pill.key}>{pill.head}"
    head = tree.boxes[pill.head]
    if pill.key in tree.lines:
        tree.heads[name] = pill.line
        ((side, _),) = tree.lines.pop(pill.key)
        off = 3 if pill.head == pill.key else 0
        tree.lines[name] = [(box.right, y + off), (side, y + off), (side, head.middle[1] - off)]
        tree.lines[name].append((head.right, head.middle[1] - off))
    else:
        trunk = head.left + _TRUNKS.get(pill.line, _ATTACK_TRUNK)
        if (pill.head, trunk) not in joints:
            tree.heads[name] = pill.line
        # Two dashed lines on one another would look solid, so this one ends where it meets the one above.
        tree.lines[name] = [(box.left, y), (trunk, y), (trunk, joints.get((pill.head, trunk), head.bottom))]
        joints[pill.head, trunk] = y
