"""The parts of a picture as commands of TikZ: panels, brackets, cards, words, lines, and the title with its legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.render import theme
from argmap.render.cards import Card, Picture, Pill
from argmap.render.chips import chip_width, second_word
from argmap.render.dot import sign_names
from argmap.render.labels import card_lines, reference_words
from argmap.render.positions import Point
from argmap.render.text import first_line, text_width, wrap
from argmap.render.theme import LINES, CardStyle, ChangeKind, change_words
from argmap.render.tikz.escape import escape_tex
from argmap.render.tikz.heading import heading_lines
from argmap.render.tikz.places import Box, Line, Places, at, number
from argmap.render.tikz.styles import card_name, pill_name
from argmap.semantics import Label

MARGIN = 8.0
"""Between the border of the drawing and what is drawn, in points."""
_BESIDE_TEXT = theme.STRIPE + 2 * theme.CARD_MARGIN + 2
_ABOVE_TEXT = 2 * theme.CARD_MARGIN_ABOVE + 2
_SMALL = 9


@dataclass(frozen=True)
class Parts:
    """A picture and where its parts stand."""

    picture: Picture
    places: Places

    def lines(self) -> Iterator[str]:
        """Yield the commands. Lines end on cards, so these come first; a layer puts the lines behind them."""
        yield from _below(self._frames())
        yield from self._cards()
        yield from self._words()
        yield from _below(part for line in self.places.lines() for part in self._line(line))
        yield from self._signs()
        yield from self._chips()
        yield from heading_lines(self.places)

    def _frames(self) -> Iterator[str]:
        left, bottom, right, top = self.places.frame
        corners = f"{at((left - MARGIN, bottom - MARGIN))} rectangle {at((right + MARGIN, top + MARGIN))}"
        yield rf"\path[fill=argmap-paper] {corners};"
        # Panels come first, for brackets stand in them.
        frames = [(not name.startswith("cluster_part"), frame) for name, frame in self.places.frames.items()]
        for is_bracket, (left, bottom, right, top) in sorted(frames, key=lambda one: one[0]):
            style = "bracket" if is_bracket else "panel"
            yield rf"\path[argmap {style}] {at((left, bottom))} rectangle {at((right, top))};"

    def _cards(self) -> Iterator[str]:
        plus = set(self._with_plus())
        for card in self.picture.cards:
            if box := self.places.boxes.get(card.key):
                yield _card(card, box, self.picture, plus=card.key in plus)

    def _with_plus(self) -> Iterator[str]:
        """Yield the keys of cards that say "+" themselves: all but the top one of a bracket without signs."""
        boxes = self.places.boxes
        for pill in self.picture.pills:
            keys = sorted((key for key in pill.bracket if key in boxes), key=lambda key: -boxes[key].y)
            if not any(name in boxes for name in sign_names(pill.key, pill.bracket)):
                yield from keys[1:]

    def _words(self) -> Iterator[str]:
        for pill in self.picture.pills:
            if box := self.places.boxes.get(pill.key):
                yield _word(pill, box)

    def _line(self, line: Line) -> Iterator[str]:
        pill = self._owner(line)
        if pill is None:
            return
        kind = theme.LineKind.ANSWER if line.is_answer else pill.line
        change = pill.change in {ChangeKind.ADDED, ChangeKind.REMOVED} and not line.is_answer
        options = f"argmap {kind} line" + (f", argmap {pill.change}" if change else "")
        corners = list(line.corners())
        corners[-1:] = [(*part[:-1], line.base(LINES[kind].head_length)) for part in corners[-1:]]
        route = "".join(_part(part) for part in corners)
        yield rf"\draw[{options}] {self._end(line.tail, line.points[0])}{route};"
        if line.tip and LINES[kind].head != "none":
            head = LINES[kind].head
            yield rf"\argmaphead{{{head}}}{{{options}}}{{{number(line.angle)}}}{{{self._end(line.head, line.tip)}}}"

    def _owner(self, line: Line) -> Pill | None:
        """Return the pill that the line leaves or, where it comes from a card or a bracket, leads to."""
        pills = self.picture.pills_by_key
        return pills.get(line.tail) or pills.get(line.head)

    def _end(self, name: str, point: Point) -> str:
        """Return where a line ends: on the border of its card, however large TeX makes it, or just there."""
        box = self.places.boxes.get(name)
        side = box.side(point) if box and (name in self.picture.by_key or name in self.picture.pills_by_key) else ""
        if side in {"north", "south"}:
            return f"({name}.{side} -| {number(point[0])},0)"
        return f"({name}.{side} |- 0,{number(point[1])})" if side else at(point)

    def _signs(self) -> Iterator[str]:
        for pill in self.picture.pills:
            for name in sign_names(pill.key, pill.bracket):
                if box := self.places.boxes.get(name):
                    yield rf"\node[argmap plus] at {at((box.x, box.y))} {{$+$}};"

    def _chips(self) -> Iterator[str]:
        for thing in self.picture.things:
            for index, chip in enumerate(thing.chips):
                if box := self.places.boxes.get(f"{thing.key}_chip{index}"):
                    width = number(chip_width(chip))
                    yield rf"\argmapchip[argmap chip {chip.kind}]{{{box.centre}}}{{{width}}}{{{escape_tex(chip.text)}}}"


def _below(commands: Iterable[str]) -> Iterator[str]:
    """Yield the commands so that they draw behind the cards, over what was drawn there before."""
    yield r"\begin{pgfonlayer}{argmap-below}"
    yield from commands
    yield r"\end{pgfonlayer}"


def _card(card: Card, box: Box, picture: Picture, *, plus: bool) -> str:
    style = picture.theme.card_style(card.kind, card.change)
    width = box.width - _BESIDE_TEXT
    options = ", ".join(f"argmap {name}" for name in (card.label, card.change) if name)
    head, text = _see(card, style, width) if card.see else (_head(card, style), _text(card, width))
    head = (r"$+$ " if plus else "") + head
    sizes = f"{{{number(width)}}}{{{number(box.height - _ABOVE_TEXT)}}}"
    command = r"\argmapsee" if card.see else r"\argmapcard"
    return (
        rf"{command}[{options}]{{{card.key}}}{{{card_name(card)}}}{{{box.centre}}}{sizes}"
        f"{{{head}}}{{{escape_tex(card.reference)}}}\n    {{{text}}}"
    )


def _head(card: Card, style: CardStyle) -> str:
    letter = rf"\argmapmark{{{escape_tex(card.letter)}}}" if card.letter else ""
    change = f"{change_words(card.change).upper()} · " if card.change else ""
    mark = f" · {card.mark}" if card.mark else ""
    return f"{letter}{escape_tex(change)}{escape_tex(style.icon)} {escape_tex(style.word.upper() + mark)}"


def _see(card: Card, style: CardStyle, width: float) -> tuple[str, str]:
    """Return what a card that stands for another says: where that is, and as much of its text as fits."""
    words = reference_words(card, style)
    room = max(width - text_width(words, _SMALL, bold=True) - 8, 40)
    return escape_tex(words), escape_tex(first_line(card.text or theme.NO_TEXT, 11, room))


def _text(card: Card, width: float) -> str:
    text = card.text or theme.NO_TEXT
    parts = [broken_text(text, card_lines(card, width))]
    if card.was:
        parts.append(rf"\argmapwas{{{broken_text(card.was, wrap(card.was, _SMALL, width, most_lines=4))}}}")
    if card.gap:
        gap = f"? GAP {card.gap}"
        lines = wrap(gap, _SMALL, width - 12, bold=True, most_lines=3)
        parts.append(rf"\argmapgap{{{broken_text(gap, lines)}}}")
    if card.more:
        parts.append(rf"\argmapmore{{{escape_tex(theme.more_below(card.more))}}}")
    return "".join(parts)


def broken_text(text: str, lines: tuple[str, ...]) -> str:
    r"""Return lines of a text as one paragraph, in which words may be broken only where the lines break them.

    Args:
        text: what was broken into the lines.
        lines: the lines; the last may end in an ellipsis for what was cut.

    Examples:
        >>> broken_text("a wonderful day", ("a wonder", "ful day"))
        'a wonder\\allowbreak{}ful day'
    """
    parts: list[str] = []
    place = 0
    for line in lines:
        if parts:
            is_space = place < len(text) and text[place] == " "
            parts.append(" " if is_space else r"\allowbreak{}")
            place += text[place : place + 2].count(" ") if is_space else 0
        parts.append(escape_tex(line))
        place += len(line)
    return "".join(parts)


def _word(pill: Pill, box: Box) -> str:
    name = pill_name(pill)
    options = f"argmap {'hollow ' if pill.is_hollow else ''}{name}"
    options += ", dash pattern=on 1bp off 2bp" if pill.label is Label.OUT else ""
    options += ", draw=argmap-removed, fill=argmap-removed" if pill.change is ChangeKind.REMOVED else ""
    second = escape_tex(second_word(pill))
    colour = "" if pill.is_hollow or pill.change else r"\color{argmap-word-faint}"
    more = rf"{{\mdseries{colour}\ {second}}}" if second else ""
    width = number(box.width)
    return rf"\argmapword[{options}]{{{pill.key}}}{{{box.centre}}}{{{width}}}{{{escape_tex(pill.kind.upper())}{more}}}"


def _part(part: tuple[Point, ...]) -> str:
    if len(part) == 1:
        return f" -- {at(part[0])}"
    one, two, end = part
    return f" .. controls {at(one)} and {at(two)} .. {at(end)}"
