"""Chips where they sit on a picture that has been laid out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from argmap.render import theme
from argmap.render.cards import Card, Chip, Picture, Pill
from argmap.render.chips import chip_width, cut_chip, pill_size
from argmap.render.labels import text_label
from argmap.render.positions import Frame, Point, read_point, read_route, write_point
from argmap.render.room import Part, Room
from argmap.render.theme import CHIPS, LINES, ChipKind, Corner, LineKind
from argmap.render.themes import Theme

_INSET = 9.0
"""From the corner of a card to the chip on its border, in points."""
_LETTER_INSET = 36.0
"""The same for a chip above the letter of a card, which is higher than its other words."""
_HEAD_LENGTH = LINES[LineKind.UNDERCUT].head_length + LINES[LineKind.UNDERCUT].corner + 1
_HEAD = 11.0
"""From the tip of a line to what may be beside it, in points."""
_APART = 3.0
_OUTWARD = 2.0
"""How much more of a chip stands out over the border than in the card, in points: what the card says stays free."""


def chip_nodes(
    picture: Picture, places: Mapping[str, str], size: Callable[[Card], Point], *, beside_pills: bool
) -> Iterator[str]:
    """Yield the chips as nodes in their places.

    What always has the same place takes it first. Names go where they cover no other chip, no card and no head of a
    line, and are cut to the room that there is.

    Args:
        picture: the picture.
        places: key of a card or pill to its centre, as Graphviz writes it; y grows upwards.
        size: the width and height of a card, in points.
        beside_pills: True if the chips of a pill have room on its right, False if they go below it.
    """
    if any(thing.chips for thing in picture.things):
        yield from _Board(picture, places, size, beside_pills=beside_pills).nodes()


class _Board:
    """The chips of a picture, while they are being placed."""

    def __init__(
        self, picture: Picture, places: Mapping[str, str], size: Callable[[Card], Point], *, beside_pills: bool
    ) -> None:
        self.picture, self.size, self.beside_pills = picture, size, beside_pills
        self.centres = {thing.key: read_point(places[thing.key]) for thing in picture.things if thing.key in places}
        self.tips = _tips(picture, places)
        self.room = Room()
        self.placed: dict[tuple[str, ChipKind], tuple[Chip, Point]] = {}

    def nodes(self) -> Iterator[str]:
        """Yield the chips of each thing, in its order."""
        cards = [card for card in self.picture.cards if card.chips and card.key in self.centres]
        pills = [pill for pill in self.picture.pills if pill.chips and pill.key in self.centres]
        for tips in self.tips.values():
            for x, y in tips:
                self.room.take((x - _HEAD, y - _HEAD, x + _HEAD, y + _HEAD))
        for card in cards:
            self._set_at_top(card)
        for pill in pills:
            self._set_beside(pill)
        for card in cards:
            self._set_at_foot(card)
        named = () if self.beside_pills else [(pill, chip) for pill in pills for chip in _names(pill)]
        if named:
            self._take_things()
        for pill, chip in named:
            self._set_below(pill, chip)
        for thing in self.picture.things:
            for number, chip in enumerate(thing.chips if thing.key in self.centres else ()):
                yield _node(f"{thing.key}_chip{number}", *self.placed[thing.key, chip.kind], self.picture.theme)

    def _set(self, key: str, chip: Chip, centre: Point) -> None:
        self.placed[key, chip.kind] = chip, centre
        self.room.take(_frame(centre, (chip_width(chip), theme.CHIP_HEIGHT)))

    def _set_at_top(self, card: Card) -> None:
        """Set the chips on the upper border: one at its left corner, one at its right, clear of the other."""
        (x, y), (width, height) = self.centres[card.key], self.size(card)
        y += height / 2 + _OUTWARD
        left = x - width / 2 + (_LETTER_INSET if card.letter else _INSET)
        right = x + width / 2 - _INSET
        for chip in _at(card, Corner.TOP_LEFT):
            start, _ = next((part for part in self._parts(left, right, y) if _holds(part, chip)), (left, right))
            self._set(card.key, chip, (start + chip_width(chip) / 2, y))
            left = start + chip_width(chip) + _APART
        for chip in _at(card, Corner.TOP_RIGHT):
            parts = reversed(self._parts(left, right, y))
            _, end = next((part for part in parts if _holds(part, chip)), (left, max(right, left + chip_width(chip))))
            self._set(card.key, chip, (end - chip_width(chip) / 2, y))

    def _set_at_foot(self, card: Card) -> None:
        """Set the chips on the lower border: a sign at the right of the room that there is, a name at its left."""
        (x, y), (width, height) = self.centres[card.key], self.size(card)
        y -= height / 2 + _OUTWARD
        left, right = x - width / 2 + _INSET, x + width / 2 - _INSET
        for chip in _at(card, Corner.BOTTOM_RIGHT):
            parts = self._parts(left, right, y) or [(left, right)]
            sign = replace(chip, text=CHIPS[chip.kind].icon)
            words = chip if any(_holds(part, chip) for part in parts) else sign
            _, end = next((part for part in reversed(parts) if _holds(part, words)), parts[-1])
            self._set(card.key, words, (end - chip_width(words) / 2, y))
        for chip in _at(card, Corner.BOTTOM_LEFT):
            start, end = _widest(self._parts(left, right, y)) or (left, right)
            words = cut_chip(chip, end - start)
            self._set(card.key, words, (start + chip_width(words) / 2, y))

    def _parts(self, left: float, right: float, y: float) -> list[Part]:
        """Return where a chip could go on a border, a little off what is there."""
        half = theme.CHIP_HEIGHT / 2 - _OUTWARD
        free = self.room.free_parts((left - _APART, y - half, right + _APART, y + half))
        return [(start + _APART, end - _APART) for start, end in free if end - start > 2 * _APART]

    def _set_beside(self, pill: Pill) -> None:
        """Set a sign right after the pill, and a name after that, if there is room on its right.

        The bar and the diamond of an attack on the step stay in sight: the sign stands off it.
        """
        x, y = self.centres[pill.key]
        right = x + pill_size(pill)[0] / 2
        if any(tip_x > right - 1 for tip_x, _ in self.tips.get(pill.key, ())):
            right += _HEAD_LENGTH
        elif not self.beside_pills:
            right -= _APART
        for chip in pill.chips:
            if self.beside_pills or chip.kind is not ChipKind.SCHEME:
                self._set(pill.key, chip, (right + chip_width(chip) / 2, y))
                right += chip_width(chip) + _APART

    def _set_below(self, pill: Pill, chip: Chip) -> None:
        """Set the name below the pill; above, if an attack on the step ends below it, or if there is more room."""
        x, y = self.centres[pill.key]
        height, width = pill_size(pill)[1], chip_width(chip)
        drop = (height + theme.CHIP_HEIGHT) / 2
        is_met_below = any(tip_y < y - height / 2 + 1 for _, tip_y in self.tips.get(pill.key, ()))
        found = []
        for middle in (y + drop,) if is_met_below else (y - drop, y + drop):
            strip = _frame((x, middle), (2 * width, theme.CHIP_HEIGHT - _OUTWARD))
            parts = self.room.free_parts(strip, pill.key)
            part = next((part for part in parts if part[0] < x < part[1]), (x - width / 2, x + width / 2))
            found.append((min(part[1] - part[0], width), middle, part))
        room, middle, (left, right) = max(found, key=lambda one: one[0])
        words = cut_chip(chip, room)
        half = chip_width(words) / 2
        self._set(pill.key, words, (min(max(x, left + half), right - half), middle))

    def _take_things(self) -> None:
        """Note where cards and pills stand; above and below a pill is room for its own name."""
        for card in self.picture.cards:
            if card.key in self.centres:
                self.room.take(_frame(self.centres[card.key], self.size(card)))
        for pill in self.picture.pills:
            if pill.key in self.centres:
                width, height = pill_size(pill)
                self.room.take(_frame(self.centres[pill.key], (width, height + 2 * theme.CHIP_HEIGHT)), pill.key)


def _tips(picture: Picture, places: Mapping[str, str]) -> dict[str, list[Point]]:
    """Return the keys of cards and pills to where the heads of lines meet them."""
    found: dict[str, list[Point]] = defaultdict(list)
    for pill in picture.pills:
        tip = read_route(places.get(f"{pill.key}>{pill.head}", "")).tip
        if tip is not None:
            found[pill.head].append(tip)
    return found


def _at(card: Card, corner: Corner) -> Iterator[Chip]:
    return (chip for chip in card.chips if CHIPS[chip.kind].corner is corner)


def _names(pill: Pill) -> Iterator[Chip]:
    return (chip for chip in pill.chips if chip.kind is ChipKind.SCHEME)


def _frame(centre: Point, size: Point) -> Frame:
    (x, y), (width, height) = centre, size
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _holds(part: Part, chip: Chip) -> bool:
    return part[1] - part[0] >= chip_width(chip)


def _widest(parts: Sequence[Part]) -> Part | None:
    return max(parts, key=lambda part: part[1] - part[0], default=None)


def _node(name: str, chip: Chip, centre: Point, paint: Theme) -> str:
    style = paint.chips[chip.kind]
    return (
        f'{name} [class="argmap-chip argmap-chip-{chip.kind}" shape=box style="rounded,filled" '
        f'fillcolor="{style.fill}" color="{style.border}" fontcolor="{style.ink}" fontsize={theme.CHIP_SIZE} '
        f"width={chip_width(chip) / 72:.4f} height={theme.CHIP_HEIGHT / 72:.4f} fixedsize=true penwidth=0.8 "
        f'label=<<B>{text_label(chip.text)}</B>> pos="{write_point(centre)}"]'
    )
