"""The picture as Mermaid text, which Markdown viewers such as GitHub's draw where it stands."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from argmap.render import theme
from argmap.render.cards import Card, Picture, Pill
from argmap.render.chips import second_word
from argmap.render.labels import card_place
from argmap.render.options import Options, Orientation
from argmap.render.text import shorten, wrap
from argmap.render.theme import CardStyle, ChangeKind, LineKind, PillKind, change_words
from argmap.render.themes import Theme

_DIRECTION = {Orientation.DOWN: "TB", Orientation.LEFT: "RL", Orientation.RIGHT: "LR"}
_MOST_LINES = 40
_MOST_TITLE = 200

_PLAIN = frozenset(" ,'?!()/.-")
"""Signs that mean nothing in a label; but for a dash or dot where Markdown sees a list or a link."""
_NAMED = {'"': "quot", "&": "amp", "<": "lt", ">": "gt"}
_MARKED = re.compile(r"^-(?=\s|-|$)|(?<=^\d)[.)]|(?<=^\d\d)[.)]|\.(?=[^\s.])")
"""Plain signs at places where they mean something: in lists and links."""
_INSIDE = re.compile(r"(?<=ﬂ)(?=°)|(?<=¶)(?=ß)|(?<=\$)(?=\$)|(?<=:)(?=fa-)|(?<=\\)(?=n)")
"""Inside what Mermaid looks for when references are resolved already.

These are what it puts in place of references itself, formulas, icons, and "\\\\n". A joiner, which nobody sees, keeps
them apart.
"""


def picture_as_mermaid(picture: Picture, options: Options) -> str:
    """Return the picture as a Mermaid flowchart; needs no program, O(n).

    Main claims are on top unless the options say otherwise; columns, and orders of rows, are left to Mermaid.
    """
    cards = [_card(card, picture.theme) for card in picture.cards]
    pills = [
        f'  {pill.key}(["{escape_label(_pill_words(pill))}"]):::{_class_name(pill.kind)}' for pill in picture.pills
    ]
    links = [link for pill in picture.pills for link in _links(pill, picture.theme)]
    return "\n".join(
        [
            *_front_matter(picture.title),
            f"flowchart {_DIRECTION.get(options.direction, 'BT')}",
            *cards,
            *pills,
            *(f"  {link}" for link, _ in links),
            *_classes(picture),
            *_link_styles([colour for _, colour in links]),
            "",
        ]
    )


def escape_label(text: str) -> str:
    """Return one line of text as it stands in a quoted label: nothing in it is markup, for Mermaid or for Markdown.

    Mermaid reads labels as Markdown, and looks for comments, directives and colours in the whole of a text before it
    parses it. So every sign that any of these could use is written as a character reference of Mermaid's.

    Examples:
        >>> escape_label('5 < 6: "#1"')
        '5 #lt; 6#58; #quot;#35;1#quot;'
    """
    text = _INSIDE.sub("\N{WORD JOINER}", text)
    marked = {match.start() for match in _MARKED.finditer(text)}
    return "".join(
        character if _is_plain(character) and place not in marked else _reference(character)
        for place, character in enumerate(text)
    )


def _is_plain(character: str) -> bool:
    return character in _PLAIN or character.isalnum() or (not character.isascii() and character.isprintable())


def _reference(character: str) -> str:
    return f"#{_NAMED.get(character, ord(character))};"


def _front_matter(title: str) -> Iterator[str]:
    yield "---"
    if title:
        # A title can hold no references, and what looks like a tag would be shown as something else.
        shown = shorten(title, _MOST_TITLE).replace("<", "‹").replace(">", "›")
        yield f"title: {json.dumps(shown, ensure_ascii=False)}"
    yield from ("config:", "  flowchart:", "    wrappingWidth: 480", "---")


def _card(card: Card, paint: Theme) -> str:
    lines = "<br/>".join(escape_label(line) for line in _lines(card, paint))
    # Square cards stay apart from round words on lines where a viewer shows no colours.
    return f'  {card.key}["{lines}"]:::{card.kind}'


def _lines(card: Card, paint: Theme) -> Iterator[str]:
    style = paint.card_style(card.kind, card.change)
    place = card_place(card)
    if card.change:
        yield change_words(card.change).upper()
    head = " · ".join(part for part in (style.word.upper(), card.mark, place, *_chips(card)) if part)
    yield f"{style.icon} {head}"
    yield from _wrap(card.text or theme.NO_TEXT, style)
    for more in (card.was, f"GAP: {card.gap}" if card.gap else "", theme.more_below(card.more) if card.more else ""):
        yield from _wrap(more, style)


def _wrap(text: str, style: CardStyle) -> Iterable[str]:
    return wrap(text, style.size, style.most_width, bold=style.bold, most_lines=_MOST_LINES) if text else ()


def _pill_words(pill: Pill) -> str:
    return " ".join(word for word in (pill.kind.upper(), second_word(pill), *_chips(pill)) if word)


def _chips(thing: Card | Pill) -> Iterator[str]:
    return (chip.text for chip in thing.chips)


def _links(pill: Pill, paint: Theme) -> Iterator[tuple[str, str]]:
    """Yield the lines of the pill, each with its colour."""
    removed = pill.change is ChangeKind.REMOVED
    colour = paint.changes[ChangeKind.REMOVED].colour if removed else paint.lines[pill.line].colour
    dashed = paint.lines[pill.line].stroke not in {"solid", "bold"} or removed
    plain = "-.-" if dashed else "---"
    for key in pill.tails:
        yield f"{key} {plain} {pill.key}", colour
    for key in pill.answers:
        yield f"{key} -.- {pill.key}", colour if removed else paint.lines[LineKind.ANSWER].colour
    is_attack = pill.line not in {LineKind.SUPPORT, LineKind.GAP}
    arrow = "-.-x" if is_attack else "-.->" if dashed else "-->"
    yield f"{pill.key} {arrow} {pill.head}", colour


def _classes(picture: Picture) -> Iterator[str]:
    """Yield how each kind of card and pill that is there looks, then which have which look beside their kind."""
    paint = picture.theme
    for kind in dict.fromkeys(card.kind for card in picture.cards):
        style = paint.cards[kind]
        parts = [f"fill:{style.tint}", f"stroke:{style.border or style.accent}", f"color:{style.ink}"]
        parts += ["stroke-dasharray:5 3"] if style.dashed else []
        parts += ["font-style:italic"] if style.italic else []
        parts += ["font-weight:bold"] if style.bold else []
        yield f"  classDef {kind} {','.join(parts)}"
    for word in dict.fromkeys(pill.kind for pill in picture.pills):
        colour = paint.pills[word]
        yield f"  classDef {_class_name(word)} fill:{colour},stroke:{colour},color:{paint.pill_ink},font-weight:bold"
    changed: dict[ChangeKind, list[str]] = defaultdict(list)
    for key, change in _changes(picture):
        changed[change].append(key)
    for change, keys in sorted(changed.items()):
        look = f"stroke:{paint.changes[change].colour},stroke-width:{paint.changes[change].pen}px"
        if change is not ChangeKind.ADDED:
            look += f",stroke-dasharray:{'6 4' if change is ChangeKind.REMOVED else '2 3'}"
        if change is ChangeKind.REMOVED:
            look += f",fill:{paint.panel},color:{paint.muted},text-decoration:line-through"
        yield f"  classDef {change} {look}"
        yield f"  class {','.join(keys)} {change}"


def _changes(picture: Picture) -> Iterator[tuple[str, ChangeKind]]:
    yield from ((card.key, card.change) for card in picture.cards if card.change)
    yield from ((pill.key, pill.change) for pill in picture.pills if pill.change)


def _class_name(word: PillKind) -> str:
    return word.replace(" ", "-")


def _link_styles(colours: Iterable[str]) -> Iterator[str]:
    """Yield the colours of the lines, which Mermaid counts from 0."""
    numbers: dict[str, list[str]] = defaultdict(list)
    for number, colour in enumerate(colours):
        numbers[colour].append(str(number))
    for colour, places in numbers.items():
        yield f"  linkStyle {','.join(places)} stroke:{colour},stroke-width:2px"
