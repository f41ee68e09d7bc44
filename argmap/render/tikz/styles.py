"""The look of a picture as colours and styles of TikZ: what a reader of the file changes to change the picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.render import theme
from argmap.render.cards import Card, Picture, Pill
from argmap.render.theme import BORDERS, CardKind, CardStyle, ChangeKind, ChipKind, LineKind, PillKind
from argmap.render.themes import Theme

_DASHES = {
    "dashed": "dash pattern=on 5bp off 2.5bp",
    "dotted": "dash pattern=on 1bp off 2.5bp",
    "bold": "line width=2.4bp",
}


def style_lines(picture: Picture) -> Iterator[str]:
    """Yield the definitions of the colours and styles that the picture uses."""
    cards = dict(
        sorted({card_name(card): picture.theme.card_style(card.kind, card.change) for card in picture.cards}.items())
    )
    cards[CardKind.GAP] = picture.theme.cards[CardKind.GAP]
    colours = dict(_colours(picture, cards))
    yield from (rf"\definecolor{{argmap-{name}}}{{HTML}}{{{colour[1:7].upper()}}}" for name, colour in colours.items())
    yield r"\tikzset{"
    yield from (f"  argmap {name}/.style={{{look}}}," for name, look in _styles(picture, cards))
    yield "}"


def card_name(card: Card) -> str:
    """Return the name of the look of the card."""
    return f"removed-{card.kind}" if card.change is ChangeKind.REMOVED else card.kind


def pill_name(pill: Pill) -> str:
    """Return the name of the look of the pill."""
    return pill.kind.replace(" ", "-")


def _opacity(colour: str, what: str) -> str:
    """Return the option for how much of what is behind the colour it lets through; "" for a colour that covers it."""
    return f", {what} opacity={int(colour[7:9], 16) / 255:.2f}" if len(colour) == 9 else ""


def _colours(picture: Picture, cards: Mapping[str, CardStyle]) -> Iterator[tuple[str, str]]:
    paint = picture.theme
    yield "paper", paint.paper
    yield "panel", paint.panel
    yield "panel-line", paint.panel_line
    yield "bracket", paint.bracket_fill
    yield "bracket-line", paint.bracket_line
    yield "plus", paint.plus
    yield "word-ink", paint.pill_ink
    yield "word-faint", paint.pill_faint
    for name, style in cards.items():
        yield from _card_colours(name, style)
    for name, word in _words(picture):
        yield name, paint.pills[word]
    for line in _lines(picture):
        yield f"{line}-line", paint.lines[line].colour
    for chip in _chips(picture):
        look = paint.chips[chip]
        yield from ((f"chip-{chip}", look.fill), (f"chip-{chip}-ink", look.ink), (f"chip-{chip}-line", look.border))
    for change in _changes(picture):
        yield change, paint.changes[change].colour


def _card_colours(name: str, style: CardStyle) -> Iterator[tuple[str, str]]:
    yield f"{name}-tint", style.tint
    yield f"{name}-ink", style.ink
    yield f"{name}-head", style.accent
    yield f"{name}-reference", style.reference
    yield f"{name}-border", style.border or style.accent
    if style.stripe:
        yield f"{name}-stripe", style.stripe


def _styles(picture: Picture, cards: Mapping[str, CardStyle]) -> Iterator[tuple[str, str]]:
    paint = picture.theme
    yield "frame", "line width=1bp, rounded corners=4bp"
    yield "panel", "argmap frame, draw=argmap-panel-line, fill=argmap-panel"
    fill = _opacity(paint.bracket_fill, "fill") + _opacity(paint.bracket_line, "draw")
    yield "bracket", f"argmap frame, draw=argmap-bracket-line, fill=argmap-bracket{fill}"
    yield "plus", r"inner sep=0pt, text=argmap-plus, font=\bfseries\fontsize{16}{16}\selectfont"
    yield "card", "inner xsep=0pt, inner ysep=4.6bp, rounded corners=4bp"
    edge = "(path picture bounding box.south west) rectangle "
    edge += f"([xshift={theme.STRIPE:g}bp]path picture bounding box.north west)"
    yield "stripe", rf"path picture={{\fill[#1] {edge};}}"
    for name, style in cards.items():
        yield from _card_styles(name, style)
    yield (
        "word",
        (
            r"text=argmap-word-ink, font=\bfseries\fontsize{9}{9}\selectfont, "
            "inner sep=0pt, minimum height=15.84bp, rounded corners=4bp, line width=1bp"
        ),
    )
    for name, _ in _words(picture):
        yield name, f"fill=argmap-{name}, draw=argmap-{name}"
        if any(pill.is_hollow for pill in picture.pills):
            yield f"hollow {name}", f"fill=argmap-paper, draw=argmap-{name}, text=argmap-{name}"
    for line in _lines(picture):
        yield f"{line} line", _line_style(line, paint)
    yield from _chip_styles(picture)
    yield from _change_styles(picture)


def _card_styles(name: str, style: CardStyle) -> Iterator[tuple[str, str]]:
    shape = r"\bfseries" if style.bold else r"\itshape" if style.italic else ""
    look = (
        f"fill=argmap-{name}-tint, draw=argmap-{name}-border, text=argmap-{name}-ink, "
        rf"font={shape}\fontsize{{{style.size}}}{{{style.leading}}}\selectfont, line width="
    )
    look += f"1.6bp, {_DASHES['dashed']}" if style.dashed else "1.8bp" if style.border else "1.1bp"
    if style.stripe:
        look += f", argmap stripe=argmap-{name}-stripe"
    yield name, look


def _line_style(kind: LineKind, paint: Theme) -> str:
    line = paint.lines[kind]
    width = "1.1bp" if kind is LineKind.ANSWER else "1.8bp"
    dash = f", {_DASHES[line.stroke]}" if line.stroke in _DASHES else ""
    return f"color=argmap-{kind}-line, line width={width}{dash}"


def _chip_styles(picture: Picture) -> Iterator[tuple[str, str]]:
    chips = _chips(picture)
    if chips:
        yield (
            "chip",
            (
                rf"font=\bfseries\fontsize{{{theme.CHIP_SIZE}}}{{{theme.CHIP_SIZE}}}\selectfont, inner sep=0pt, "
                f"minimum height={theme.CHIP_HEIGHT:g}bp, rounded corners=3bp, line width=.8bp"
            ),
        )
    for chip in chips:
        yield f"chip {chip}", f"fill=argmap-chip-{chip}, draw=argmap-chip-{chip}-line, text=argmap-chip-{chip}-ink"
    labels = {card.label for card in picture.cards if card.label is not None}
    for label in sorted(labels):
        border = BORDERS[ChipKind(label)]
        look = f"line width={border.width:g}bp"
        look += f", {_DASHES[border.style]}" if border.style else ""
        yield label, f"{look}, double" if border.lines > 1 else look


def _change_styles(picture: Picture) -> Iterator[tuple[str, str]]:
    for change in _changes(picture):
        style = picture.theme.changes[change]
        dash = f", {_DASHES[style.stroke]}" if style.stroke in _DASHES else ", solid"
        yield change, f"draw=argmap-{change}, line width={style.pen:g}bp{dash}"


def _lines(picture: Picture) -> list[LineKind]:
    found = {pill.line for pill in picture.pills}
    found |= {LineKind.ANSWER for pill in picture.pills if pill.answers}
    return [line for line in LineKind if line in found]


def _chips(picture: Picture) -> list[ChipKind]:
    found = {chip.kind for thing in picture.things for chip in thing.chips}
    return [chip for chip in ChipKind if chip in found]


def _changes(picture: Picture) -> list[ChangeKind]:
    found = {thing.change for thing in picture.things}
    return [change for change in ChangeKind if change in found]


def _words(picture: Picture) -> list[tuple[str, PillKind]]:
    found = {pill_name(pill): pill.kind for pill in picture.pills}
    return sorted(found.items())
