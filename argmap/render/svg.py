"""From Graphviz's SVG to one that a page can hold and a screen reader can read."""

from __future__ import annotations

import hashlib
import re
from xml.etree import ElementTree as ET

from argmap.model.collector import collector_paused
from argmap.render import theme
from argmap.render.cards import Card, Picture, Pill
from argmap.render.labels import tooltip
from argmap.render.svg_tree import Drawing, as_text, read_svg
from argmap.render.text import clean, drawn_width, is_right_to_left

_FONTS = "Arial, 'Liberation Sans', Arimo, 'Helvetica Neue', Helvetica, sans-serif"
_NUMBER = re.compile(r"^([0-9.]+)pt$")
_MOST_STEPS = 400
"""What holds more steps is not told step by step: nobody listens so long."""


@collector_paused()
def finish_svg(drawn: bytes, picture: Picture) -> str:
    """Return the SVG with its size in pixels, labels for readers, and ids that no other picture has.

    It holds no script, no link and nothing that is fetched.

    Args:
        drawn: what Graphviz drew.
        picture: what it drew it of.
    """
    # The language and the labels are part of what tells two pictures apart, and not all of them are drawn.
    told = describe(picture)
    words = (picture.language, told, *(tooltip(card, picture.theme) for card in picture.cards))
    known_by = hashlib.sha256(drawn + "\n".join(words).encode("utf-8", "surrogatepass")).hexdigest()
    prefix = f"am{known_by[:10]}-"
    drawing = read_svg(drawn, prefix)
    for card in name_groups(drawing, picture):
        for text in card.iter("text"):
            if text.text and is_right_to_left(text.text):
                _hold_at_right(text, text.text)
        card.insert(0, _saying("title", card.get("aria-label", "")))
    for text in drawing.root.iter("text"):
        text.attrib.pop("font-family", None)  # all are in one font, which stands at the root
        if text.text and text.text != " ".join(text.text.split()):
            text.set("xml:space", "preserve")  # browsers do not take it from the root
    _size(drawing.root)
    _name(drawing.root, picture, told, prefix)
    return as_text(drawing.root, between="\n")


def _hold_at_right(text: ET.Element, words: str) -> None:
    """Let the text end where it should, as wide as it may come out: viewers have other fonts for its letters."""
    width = drawn_width(words, float(text.get("font-size", "0")), bold="font-weight" in text.attrib)
    text.attrib |= {"text-anchor": "end", "x": f"{float(text.get('x', '0')) + width:.2f}"}


def _size(root: ET.Element) -> None:
    for side in ("width", "height"):
        if match := _NUMBER.match(root.get(side, "")):
            # The view box counts points, and 3 points are 4 CSS pixels.
            root.attrib[side] = f"{float(match[1]) * 4 / 3:.0f}"
    root.attrib["preserveAspectRatio"] = "xMidYMid meet"
    # A wide picture shrinks to the window instead of running out of it.
    # Widths that hold at every size: WebKit would round them, and words run into one another.
    letters = {"font-family": _FONTS, "text-rendering": "geometricPrecision"}
    root.attrib |= {"style": "max-width:100%;height:auto", **letters}


def _name(root: ET.Element, picture: Picture, told: str, prefix: str) -> None:
    root.attrib |= {
        "role": "group",
        "aria-labelledby": f"{prefix}title",
        "aria-describedby": f"{prefix}desc",
    }
    if picture.language:
        root.attrib |= {"xml:lang": picture.language, "lang": picture.language}
    title = picture.title or theme.SUBTITLE_WITHOUT_REFERENCES
    root[:0] = [_saying("title", title, id=f"{prefix}title"), _saying("desc", told, id=f"{prefix}desc")]


def _saying(tag: str, text: str, **attributes: str) -> ET.Element:
    element = ET.Element(tag, attributes)
    element.text = text
    return element


def name_groups(drawing: Drawing, picture: Picture) -> list[ET.Element]:
    """Say of each group what of the map it shows; return the groups of cards.

    Args:
        drawing: the drawing.
        picture: what was drawn.
    """
    cards = []
    for group, called in drawing.groups:
        if (card := picture.by_key.get(called)) is not None:
            _name_card(group, card, picture)
            cards.append(group)
        elif not group.get("class", "").startswith("graph"):
            group.set("aria-hidden", "true")
            if (pill := picture.pills_by_key.get(called)) is not None:
                group.set("data-element", pill.element_id)
            elif (owner := _owner(called, picture)) is not None:
                group.set("data-step", owner.element_id)
    return cards


def _name_card(group: ET.Element, card: Card, picture: Picture) -> None:
    group.attrib |= {
        "role": "img",
        "tabindex": "0",
        "aria-label": tooltip(card, picture.theme),
        "data-element": card.element_id,
    }
    if steps := picture.steps_by_card.get(card.key):
        group.set("data-under", " ".join(steps))
    if card.see:
        group.set("data-see", card.see)


def _owner(name: str, picture: Picture) -> Pill | None:
    """Return the pill that a line, a bracket or a "+" belongs to, by what Graphviz calls that; None if to none."""
    pills = picture.pills_by_key
    tail, _, head = name.partition("->")
    keys = (tail, head, tail.partition("_")[0], tail.removeprefix("cluster_"))
    return next((pills[key] for key in keys if key in pills), None)


def describe(picture: Picture) -> str:
    """Return what the picture holds and how its parts lead to one another, for who cannot see it."""
    cards = picture.by_key
    names = {key: clean(card.text)[:120] or card.element_id for key, card in cards.items()}
    names |= {pill.key: f"the step [{pill.element_id}]" for pill in picture.pills}
    beside = {theme.CardKind.GAP, theme.CardKind.UNDEFINED}
    count = sum(card.kind not in beside and not card.see for card in picture.cards)
    sentences = [f"Argument map with {count} {'claim' if count == 1 else 'claims'}."]
    for pill in picture.pills[:_MOST_STEPS]:
        reasons = " + ".join(names[key] for key in pill.tails)
        word = ", ".join(word for word in (theme.LINES[pill.line].word, pill.mark) if word)
        sentences.append(f"{names[pill.head]} — {pill.kind}{f' ({word})' if word else ''}: {reasons}.")
    return " ".join(sentences)
