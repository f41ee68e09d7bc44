"""Pills and chips: how large they are, and chips where they sit on a picture that has been laid out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf

from argmap.render import theme
from argmap.render.cards import Card, Chip, Picture, Pill
from argmap.render.labels import text_label
from argmap.render.positions import Point, read_point, read_route, write_point
from argmap.render.text import first_line, text_width
from argmap.render.theme import CHIPS, LINES, ChipKind, Corner, LineKind, change_words
from argmap.render.themes import Theme

_PAD = 8.0
"""Left and right of the text of a chip, both together, in points."""
_INSET = 9.0
"""From the corner of a card to the chip on its border, in points."""
_FOOT_INSET = 44.0
_LETTER_INSET = 36.0
"""The same for a chip above the letter of a card, which is higher than its other words."""
_HEAD_LENGTH = LINES[LineKind.UNDERCUT].head_length + 1
_LEFT = {Corner.TOP_LEFT, Corner.BOTTOM_LEFT}
_APART = 3.0
_OUTWARD = 2.0
"""How much more of a chip stands out over the border than in the card, in points: what the card says stays free."""


def pill_size(pill: Pill) -> Point:
    """Return the width and height of a pill, in points."""
    second = second_word(pill)
    return text_width(pill.kind.upper(), 9, bold=True) + 14 + (text_width(f" {second}", 9) + 2 if second else 0), 15.84


def second_word(pill: Pill) -> str:
    """Return what the pill says beside its word: what kind of attack it is, and what became of it."""
    words = (LINES[pill.line].word, change_words(pill.change) if pill.change else "")
    return "  ".join(word for word in words if word)


def chip_width(chip: Chip) -> float:
    """Return the width of a chip, in points."""
    return text_width(chip.text, theme.CHIP_SIZE, bold=True) + _PAD


def chip_nodes(
    picture: Picture, places: Mapping[str, str], size: Callable[[Card], Point], *, beside_pills: bool
) -> Iterator[str]:
    """Yield the chips as nodes in their places.

    Args:
        picture: the picture.
        places: key of a card or pill to its centre, as Graphviz writes it; y grows upwards.
        size: the width and height of a card, in points.
        beside_pills: True if the chips of a pill have room on its right, False if they go below it.
    """
    attacks = _attacks_on_steps(picture, places) if any(pill.chips for pill in picture.pills) else {}
    for thing in picture.things:
        if not thing.chips or thing.key not in places:
            continue
        x, y = read_point(places[thing.key])
        placed = (
            _on_card(thing, (x, y), size(thing))
            if isinstance(thing, Card)
            else _on_pill(thing, (x, y), attacks.get(thing.key, ()), beside=beside_pills)
        )
        for number, (chip, centre) in enumerate(placed):
            yield _node(f"{thing.key}_chip{number}", chip, centre, picture.theme)


def _attacks_on_steps(picture: Picture, places: Mapping[str, str]) -> Mapping[str, list[Point]]:
    """Return the keys of pills to where the heads of attacks meet them."""
    found: dict[str, list[Point]] = defaultdict(list)
    for pill in picture.pills:
        if pill.line is LineKind.UNDERCUT:
            tip = read_route(places.get(f"{pill.key}>{pill.head}", "")).tip
            if tip is not None:
                found[pill.head].append(tip)
    return found


def _on_card(card: Card, centre: Point, size: Point) -> Iterator[tuple[Chip, Point]]:
    """Yield each chip with its centre: on the border, near the corner of its kind, clear of the one on its left."""
    (x, y), (width, height) = centre, size
    chips = tuple(_side_by_side(card.chips, width - _FOOT_INSET - _INSET))
    ends: dict[bool, float] = {}
    centres: dict[ChipKind, Point] = {}
    for chip in sorted(chips, key=lambda chip: CHIPS[chip.kind].corner not in _LEFT):
        corner = CHIPS[chip.kind].corner
        is_top = corner in {Corner.TOP_LEFT, Corner.TOP_RIGHT}
        half = chip_width(chip) / 2
        if corner in _LEFT:
            # A number of the card below may stand out into the same gap, so a chip at the foot begins further in.
            inset = _FOOT_INSET if not is_top else _LETTER_INSET if card.letter else _INSET
            middle = x - width / 2 + inset + half
            ends[is_top] = middle + half + _APART
        else:
            middle = max(x + width / 2 - _INSET - half, ends.get(is_top, -inf) + half)
        rise = height / 2 + _OUTWARD
        centres[chip.kind] = middle, y + rise if is_top else y - rise
    yield from ((chip, centres[chip.kind]) for chip in chips)


def _side_by_side(chips: Sequence[Chip], room: float) -> Iterator[Chip]:
    """Yield the chips of a card; where two at its foot would meet, the right one is only its sign, the left one cut."""
    left = [chip for chip in chips if CHIPS[chip.kind].corner is Corner.BOTTOM_LEFT]
    right = [chip for chip in chips if CHIPS[chip.kind].corner is Corner.BOTTOM_RIGHT]
    if not left or sum(chip_width(chip) + _APART for chip in (*left, *right)) - _APART <= room:
        yield from chips
        return
    signs = {chip: replace(chip, text=CHIPS[chip.kind].icon) for chip in right}
    room -= _PAD + sum(chip_width(sign) + _APART for sign in signs.values())
    for chip in chips:
        if chip in left:
            yield replace(chip, text=first_line(chip.text, theme.CHIP_SIZE, room, bold=True))
        else:
            yield signs.get(chip, chip)


def _on_pill(pill: Pill, centre: Point, attacks: Sequence[Point], *, beside: bool) -> Iterator[tuple[Chip, Point]]:
    """Yield each chip with its centre: a sign right after the pill, and a name after that, or below the pill.

    The bar and the diamond of an attack on the step stay in sight: the sign stands off it, a name goes to the other
    side.
    """
    x, y = centre
    width, height = pill_size(pill)
    right, foot = x + width / 2, y - height / 2
    is_met_below = any(end_y < foot + 1 for _, end_y in attacks)
    if any(end_x > right - 1 for end_x, _ in attacks):
        right += _HEAD_LENGTH
    elif not beside:
        right -= _APART
    for chip in pill.chips:
        if chip.kind is ChipKind.SCHEME and not beside:
            drop = (height + theme.CHIP_HEIGHT) / 2
            yield chip, (x, y + drop if is_met_below else y - drop)
        else:
            yield chip, (right + chip_width(chip) / 2, y)
            right += chip_width(chip) + _APART


def _node(name: str, chip: Chip, centre: Point, paint: Theme) -> str:
    style = paint.chips[chip.kind]
    return (
        f'{name} [class="argmap-chip argmap-chip-{chip.kind}" shape=box style="rounded,filled" '
        f'fillcolor="{style.fill}" color="{style.border}" fontcolor="{style.ink}" fontsize={theme.CHIP_SIZE} '
        f"width={chip_width(chip) / 72:.4f} height={theme.CHIP_HEIGHT / 72:.4f} fixedsize=true penwidth=0.8 "
        f'label=<<B>{text_label(chip.text)}</B>> pos="{write_point(centre)}"]'
    )
