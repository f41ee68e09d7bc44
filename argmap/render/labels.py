"""The insides of cards and of the title, as Graphviz's HTML-like labels.

Every line of text has a table cell of its own, because Graphviz gives bold and plain lines different heights.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from argmap.render import theme
from argmap.render.cards import Card, Picture, Pill
from argmap.render.text import directed, first_line, is_right_to_left, right_margins, shorten, text_width, wrap
from argmap.render.theme import CARDS, CardKind, CardStyle, LineKind, change_words
from argmap.render.themes import Theme

_HEAD, _SMALL, _LETTER = 9, 11, 12
_CHANGE_ROW = 17
_TABLE = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
_PLUS = "+ "
_MOST_LINES = 8
REFERENCE_HEIGHT = 23.0
"""How high a card is that refers to another, in points."""


def text_label(text: str) -> str:
    """Return text for an HTML-like label: Graphviz expands a single backslash even there."""
    return escape(text).replace("\\", "\\\\")


def quoted(text: str) -> str:
    """Return text as a quoted string of DOT that Graphviz does not expand."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@dataclass(frozen=True, slots=True)
class _Measured:
    """The lines of a card, and how large it is.

    Attributes:
        head: what stands above the text.
        lines, was_lines, gap_lines: what it says, what it said in the map before, and what is missing.
        margins: the room on the right of each line, in points, if it is read from right to left; else ().
        reference_width: how wide the reference to the article is, in points; 0 for none.
        column: the width of the text, in points.
        width, height: of the card, in points.
    """

    head: str
    lines: tuple[str, ...]
    was_lines: tuple[str, ...]
    gap_lines: tuple[str, ...]
    margins: tuple[float, ...]
    reference_width: float
    column: float
    width: float
    height: float


def card_label(
    card: Card, paint: Theme, *, least_width: float, plus: bool, most_width: float = 0
) -> tuple[str, float, float]:
    """Return the label of a card, and the width and height that the card needs, in points.

    Args:
        card: the card.
        paint: the theme.
        least_width: make the text column at least so wide; 0 for as narrow as it can be.
        most_width: break lines at this width; 0 for that of the kind of card.
        plus: mark the card as one that works only together with the card before it.
    """
    style = paint.card_style(card.kind, card.change)
    if card.see:
        return _reference_label(card, style, max(most_width, least_width), plus=plus)
    measured = _measure(card, style, least_width, most_width, plus=plus)
    width = measured.column
    rows = [_change_row(card, paint, width)] if card.change else []
    rows += [_head_row(card, style, measured), '<TR><TD COLSPAN="2" HEIGHT="2"></TD></TR>']
    if measured.margins:
        rows += [
            _right_row(line, style, width, margin)
            for line, margin in zip(measured.lines, measured.margins, strict=True)
        ]
    else:
        rows += [_body_row(line, style, width) for line in measured.lines]
    rows += [_was_row(line, style, width) for line in measured.was_lines]
    rows += [_gap_row(measured.gap_lines, paint, width)] if measured.gap_lines else []
    rows += [_more_row(card, style, width)] if card.more else []
    stripe = f'<TR><TD WIDTH="{theme.STRIPE:.0f}"></TD><TD>{_TABLE}{"".join(rows)}</TABLE></TD></TR>'
    return f"{_TABLE}{stripe}</TABLE>", measured.width, measured.height


def label_size(
    card: Card, paint: Theme, *, least_width: float, plus: bool, most_width: float = 0
) -> tuple[float, float]:
    """Return the width and height that the card needs with the label of `card_label`, in points."""
    style = paint.card_style(card.kind, card.change)
    if card.see:
        return _reference_label(card, style, max(most_width, least_width), plus=plus)[1:]
    measured = _measure(card, style, least_width, most_width, plus=plus)
    return measured.width, measured.height


def _measure(card: Card, style: CardStyle, least_width: float, most_width: float, *, plus: bool) -> _Measured:
    head = card_head(card, style, plus=plus)
    lines = card_lines(card, most_width)
    margins: tuple[float, ...] = ()
    if is_right_to_left(card.text):
        lines = directed(lines, card.text)
        margins = right_margins(lines, style.size, bold=style.bold)
    gap = f"? GAP  {card.gap}" if card.gap else ""
    gap_lines = wrap(gap, _HEAD, (most_width or style.most_width) - 12, bold=True, most_lines=3) if gap else ()
    was_lines = wrap(card.was, _HEAD, most_width or style.most_width, most_lines=4) if card.was else ()
    needed = [text_width(line, style.size, bold=style.bold) for line in lines]
    if margins:
        needed = [width + margin for width, margin in zip(needed, margins, strict=True)]
    needed += [text_width(line, _HEAD, bold=True) + 12 for line in gap_lines]
    needed += [text_width(line, _HEAD) for line in was_lines]
    head_width = text_width(head, _HEAD, bold=True) + text_width(f"{card.letter}  ", _LETTER, bold=True)
    reference_width = text_width(card.reference, _HEAD, bold=True)
    column = max(*needed, head_width + (reference_width + 18 if reference_width else 0), least_width) + 2
    height = 14 + 2 + style.leading * len(lines) + 12 * len(was_lines) + (_CHANGE_ROW if card.change else 0)
    height += (3 + 5 + 12 * len(gap_lines) if gap_lines else 0) + (15 if card.more else 0)
    return _Measured(
        head,
        lines,
        was_lines,
        gap_lines,
        margins,
        reference_width,
        column,
        width=column + theme.STRIPE + 2 * theme.CARD_MARGIN + 2,
        height=height + 2 * theme.CARD_MARGIN_ABOVE + 2,
    )


def card_head(card: Card, style: CardStyle, *, plus: bool) -> str:
    """Return what stands above the text of the card: what it is, and what else it says of itself."""
    return f"{_PLUS if plus else ''}{style.icon} {style.word.upper()}" + (f" · {card.mark}" if card.mark else "")


def _reference_label(card: Card, style: CardStyle, width: float, *, plus: bool) -> tuple[str, float, float]:
    """Return the label of a card that stands for another: one line, cut to the width."""
    words = f"{_PLUS if plus else ''}{reference_words(card, style)}"
    words_width = text_width(words, _HEAD, bold=True) + 8
    (line,) = directed([first_line(card.text or theme.NO_TEXT, _SMALL, max(width - words_width, 40))], card.text)
    place = f'<FONT COLOR="{style.accent}" POINT-SIZE="{_HEAD}"><B>{text_label(words)}</B></FONT>'
    text = f"<I>{text_label(line)}</I>" if style.italic else text_label(line)
    body = f'<FONT COLOR="{style.ink}" POINT-SIZE="{_SMALL}">{text}</FONT>'
    rest = max(width - words_width, text_width(line, _SMALL))
    row = (
        f'<TR><TD WIDTH="{theme.STRIPE:.0f}"></TD><TD ALIGN="LEFT" WIDTH="{words_width:.0f}" HEIGHT="15">{place}</TD>'
        f'<TD ALIGN="LEFT" WIDTH="{rest:.0f}" HEIGHT="15">{body}</TD></TR>'
    )
    return f"{_TABLE}{row}</TABLE>", words_width + rest + theme.STRIPE + 2 * theme.CARD_MARGIN + 4, REFERENCE_HEIGHT


def reference_words(card: Card, style: CardStyle) -> str:
    """Return what a card that stands for another says of that: where it is, or that it goes on here."""
    place = f"{card.see}, {card.mark}" if card.mark else f"{theme.SEE} {card.see}"
    return f"{style.icon} {place}" + (f" · {card.change}" if card.change else "")


def card_place(card: Card) -> str:
    """Return where the article says it, and where the picture does."""
    return " · ".join(part for part in (card.reference, f"{theme.SEE} {card.see}" if card.see else "") if part)


def card_lines(card: Card, most_width: float = 0) -> tuple[str, ...]:
    """Return the text of the card as it is broken into lines."""
    style = CARDS[card.kind]
    return wrap(
        card.text or theme.NO_TEXT,
        style.size,
        most_width or style.most_width,
        bold=style.bold,
        most_lines=_MOST_LINES,
    )


def title_label(picture: Picture, direction: str, *, together: bool, beside: bool = False) -> str:
    """Return the title, and the legend of what the picture holds; "" if there is nothing to say.

    Args:
        picture: the picture.
        direction: where its arrows point.
        together: True if brackets show a "+" between their cards.
        beside: True to set the legend beside the title, False to set it below.
    """
    title = _title(picture, beside=beside) if picture.title else ""
    # Graphviz would spread the kinds over a title that is wider than the legend.
    least = 0.0 if beside else max((text_width(line, 22, bold=True) for line in _title_lines(picture)), default=0.0)
    legend = _legend(picture, direction, least, together=together) if picture.legend and picture.cards else ""
    cells = [f'<TD ALIGN="LEFT" BALIGN="LEFT" VALIGN="TOP">{part}</TD>' for part in (title, legend) if part]
    if not cells:
        return ""
    # Columns fill a screen from top to bottom, so there the legend stands beside the title.
    row = '<TD WIDTH="40"></TD>'.join(cells) if beside else "</TR><TR>".join(cells)
    foot = f'<TR><TD HEIGHT="{6 if beside else 14}"></TD></TR>'
    return f"{_TABLE}<TR>{row}</TR>{foot}</TABLE>"


def _title(picture: Picture, *, beside: bool) -> str:
    paint = picture.theme
    lines = directed(_title_lines(picture), picture.title)
    parts = [_font(line, 22, paint.ink, bold=True) for line in lines]
    referring = any(card.reference.startswith("¶") for card in picture.cards)
    parts.append(_font(theme.SUBTITLE if referring else theme.SUBTITLE_WITHOUT_REFERENCES, 11, paint.muted))
    if beside:
        # The rows of a table would be spread over the height of the legend, lines of text are not.
        parts.insert(-1, _font(" ", 4, paint.muted))
        return "".join(f'{part}<BR ALIGN="LEFT"/>' for part in parts)
    rows = "".join(f'<TR><TD ALIGN="LEFT">{part}</TD></TR>' for part in parts)
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">{rows}</TABLE>'


def _title_lines(picture: Picture) -> tuple[str, ...]:
    return wrap(picture.title, 22, 900, most_lines=3)


def _legend(picture: Picture, direction: str, least_width: float, *, together: bool) -> str:
    present = {card.kind for card in picture.cards}
    lines: set[str] = {pill.line for pill in picture.pills}
    lines.update(card.change for card in picture.cards if card.change)
    lines.update(pill.change for pill in picture.pills if pill.change)
    if any(card.gap for card in picture.cards):
        present.add(CardKind.GAP)
        lines.add(theme.STRIP)
    if any(pill.answers for pill in picture.pills):
        lines.add(LineKind.ANSWER)
    linked = [pill for pill in picture.pills if len(pill.tails) > 1]
    if linked and not together:
        lines.add(theme.JOINED)
    elif linked:
        # A claim that several steps need stands in the bracket of one; in columns each has a bracket of its own.
        are_apart = [direction != "columns" and len(pill.bracket) < len(pill.tails) for pill in linked]
        lines.update(theme.MEETING if apart else theme.LINKED for apart in are_apart)
    lines.update(theme.MORE if card.mark else theme.PARTS for card in picture.cards if card.see)
    styles = (picture.theme.cards[kind] for kind in CardKind if kind in present)
    chips = {_chip(style): _chip_width(style) for style in styles}
    words = [theme.READ[direction], *(words for line, words in theme.LEGEND.items() if line in lines), *picture.notes]
    lines_of_text = wrap_parts(words, 1000)
    # The lines below span all kinds. An empty cell takes up what they are wider, or it would be spread over the kinds.
    widest = max(least_width - 12, *(text_width(line, _HEAD) for line in lines_of_text))
    rest = widest - sum(width + 6 for width in chips.values())
    filler = f'<TD WIDTH="{rest:.0f}"></TD>' if rest > 0 else ""
    rows = [f'<TR><TD HEIGHT="4"></TD></TR><TR>{"".join(chips)}{filler}</TR>']
    for line in lines_of_text:
        cell = f'<FONT POINT-SIZE="9" COLOR="{picture.theme.muted}">{text_label(line)}</FONT>'
        rows.append(f'<TR><TD COLSPAN="{len(chips) + bool(filler)}" ALIGN="LEFT">{cell}</TD></TR>')
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="6" CELLPADDING="0">{"".join(rows)}</TABLE>'


def wrap_parts(parts: Iterable[str], most_width: float) -> list[str]:
    """Join the parts with dots in between, in as many lines as they need."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}   ·   {part}" if lines else part
        if lines and text_width(longer, _HEAD) <= most_width:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def _chip(style: CardStyle) -> str:
    look = "ROUNDED,DASHED" if style.dashed else "ROUNDED"
    words = f'<FONT COLOR="{style.accent}" POINT-SIZE="9"><B>{style.icon} {style.word}</B></FONT>'
    colours = f'COLOR="{style.border or style.accent}" BGCOLOR="{style.tint}"'
    return f'<TD STYLE="{look}" BORDER="1" {colours} CELLPADDING="4" WIDTH="{_chip_width(style):.0f}">{words}</TD>'


def _chip_width(style: CardStyle) -> float:
    return text_width(f"{style.icon} {style.word}", _HEAD, bold=True) + 16


def _font(text: str, size: int, colour: str, *, bold: bool = False) -> str:
    words = f"<B>{text_label(text)}</B>" if bold else text_label(text)
    return f'<FONT POINT-SIZE="{size}" COLOR="{colour}">{words}</FONT>'


def _change_row(card: Card, paint: Theme, width: float) -> str:
    """Return a chip that says what became of the card."""
    assert card.change is not None
    words = change_words(card.change).upper()
    chip_width = text_width(words, _HEAD, bold=True) + 10
    font = f'<FONT COLOR="{paint.paper}" POINT-SIZE="{_HEAD}"><B>{text_label(words)}</B></FONT>'
    colour = paint.changes[card.change].colour
    chip = f'<TD STYLE="ROUNDED" BGCOLOR="{colour}" WIDTH="{chip_width:.0f}" HEIGHT="13">{font}</TD>'
    rest = f'<TD WIDTH="{max(width - chip_width, 1):.0f}" HEIGHT="13"></TD>'
    row = f"{_TABLE}<TR>{chip}{rest}</TR></TABLE>"
    spacer = f'<TR><TD COLSPAN="2" HEIGHT="{_CHANGE_ROW - 13}"></TD></TR>'
    return f'<TR><TD COLSPAN="2" ALIGN="LEFT" WIDTH="{width:.0f}" HEIGHT="13">{row}</TD></TR>{spacer}'


def _was_row(line: str, style: CardStyle, width: float) -> str:
    font = f'<FONT COLOR="{style.reference}" POINT-SIZE="{_HEAD}">{text_label(line)}</FONT>'
    return f'<TR><TD COLSPAN="2" ALIGN="LEFT" WIDTH="{width:.0f}" HEIGHT="12">{font}</TD></TR>'


def _head_row(card: Card, style: CardStyle, measured: _Measured) -> str:
    width, reference_width = measured.column, measured.reference_width
    words = f'<FONT COLOR="{style.accent}" POINT-SIZE="9"><B>{text_label(measured.head)}</B></FONT>'
    if card.letter:
        words = f'<FONT COLOR="{style.ink}" POINT-SIZE="{_LETTER}"><B>{card.letter}  </B></FONT>{words}'
    if not card.reference:
        return f'<TR><TD COLSPAN="2" ALIGN="LEFT" WIDTH="{width:.0f}" HEIGHT="14">{words}</TD></TR>'
    place = f'<FONT COLOR="{style.reference}" POINT-SIZE="9"><B>{text_label(card.reference)}</B></FONT>'
    return (
        f'<TR><TD ALIGN="LEFT" WIDTH="{width - reference_width - 2:.0f}" HEIGHT="14">{words}</TD>'
        f'<TD ALIGN="RIGHT" WIDTH="{reference_width + 2:.0f}" HEIGHT="14">{place}</TD></TR>'
    )


def _body_row(line: str, style: CardStyle, width: float) -> str:
    font = _body_font(line, style)
    return f'<TR><TD COLSPAN="2" ALIGN="LEFT" WIDTH="{width:.0f}" HEIGHT="{style.leading}">{font}</TD></TR>'


def _right_row(line: str, style: CardStyle, width: float, margin: float) -> str:
    """Return a line that is read from right to left, with room on its right."""
    font = _body_font(line, style)
    text = f'<TD ALIGN="RIGHT" WIDTH="{width - margin:.0f}" HEIGHT="{style.leading}">{font}</TD>'
    room = f'<TD WIDTH="{margin:.0f}"></TD>' if margin >= 1 else ""
    row = f"{_TABLE}<TR>{text}{room}</TR></TABLE>"
    return f'<TR><TD COLSPAN="2" WIDTH="{width:.0f}" HEIGHT="{style.leading}">{row}</TD></TR>'


def _body_font(line: str, style: CardStyle) -> str:
    words = text_label(line)
    words = f"<B>{words}</B>" if style.bold else f"<I>{words}</I>" if style.italic else words
    words = f"<S>{words}</S>" if style.struck else words
    return f'<FONT COLOR="{style.ink}" POINT-SIZE="{style.size}">{words}</FONT>'


def _gap_row(lines: tuple[str, ...], paint: Theme, width: float) -> str:
    """Return the ghost of a gap as a strip at the foot of the card."""
    style = paint.cards[CardKind.GAP]
    font = f'<FONT COLOR="{style.ink}" POINT-SIZE="9">'
    rows = "".join(
        f'<TR><TD ALIGN="LEFT" WIDTH="{width - 12:.0f}" HEIGHT="12">{font}<B>{text_label(line)}</B></FONT></TD></TR>'
        for line in lines
    )
    box = f'STYLE="ROUNDED,DASHED" BORDER="1" COLOR="{style.accent}" BGCOLOR="{style.tint}" CELLPADDING="2"'
    spacer = '<TR><TD COLSPAN="2" HEIGHT="3"></TD></TR>'
    return f'{spacer}<TR><TD COLSPAN="2" ALIGN="LEFT" {box}>{_TABLE}{rows}</TABLE></TD></TR>'


def _more_row(card: Card, style: CardStyle, width: float) -> str:
    words = f'<FONT COLOR="{style.reference}" POINT-SIZE="9"><B>{theme.more_below(card.more)}</B></FONT>'
    return f'<TR><TD COLSPAN="2" ALIGN="LEFT" WIDTH="{width:.0f}" HEIGHT="15">{words}</TD></TR>'


def tooltip(card: Card, paint: Theme) -> str:
    """Return the card in one sentence: its kind, the whole of its text, where it is said, and its gap."""
    parts = [f"{paint.cards[card.kind].word}: {shorten(card.text or theme.NO_TEXT, 5000)}"]
    parts += [part for part in (card.mark, card_place(card)) if part]
    parts += [part for part in (card.change, card.was) if part]
    if card.gap:
        parts.append(f"Gap: {card.gap}")
    parts += [chip.tells for chip in card.chips]
    return ". ".join(parts)


def pill_tooltip(pill: Pill) -> str:
    """Return the word of a pill and what the layers say of it."""
    return ". ".join((pill.kind, *(chip.tells for chip in pill.chips)))
