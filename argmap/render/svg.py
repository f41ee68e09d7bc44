"""From Graphviz's SVG to one that a page can hold and a screen reader can read."""

from __future__ import annotations

import hashlib
import re
from xml.etree import ElementTree as ET

from argmap.model.collector import collector_paused
from argmap.render import theme
from argmap.render.cards import Picture, Pill
from argmap.render.labels import tooltip
from argmap.render.text import clean, well_formed

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_FONTS = "Arial, 'Liberation Sans', Arimo, 'Helvetica Neue', Helvetica, sans-serif"
_REFERENCE = re.compile(r"url\(#([^)]*)\)")
_NUMBER = re.compile(r"^([0-9.]+)pt$")
_NAME = "data-name"


@collector_paused()
def finish_svg(drawn: bytes, picture: Picture) -> str:
    """Return the SVG with its size in pixels, labels for readers, and ids that no other picture has.

    It holds no script, no link and nothing that is fetched.

    Args:
        drawn: what Graphviz drew.
        picture: what it drew it of.
    """
    ET.register_namespace("", _SVG[1:-1])
    # Graphviz wrote this from text that was escaped, so it holds no entities of its own to expand.
    root = ET.fromstring(drawn)  # noqa: S314
    _unwrap_links(root)
    _name_parts(root, picture)
    _size(root)
    _keep_well_formed(root)
    # The language and the labels are part of what tells two pictures apart, and not all of them are drawn.
    told = (picture.language, *(text for element in root.iter() for text in (element.get("aria-label"), element.text)))
    known_by = hashlib.sha256(drawn + "\n".join(map(str, told)).encode()).hexdigest()
    _prefix_ids(root, f"am{known_by[:10]}-")
    return ET.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _size(root: ET.Element) -> None:
    for side in ("width", "height"):
        if match := _NUMBER.match(root.get(side, "")):
            # The view box counts points, and 3 points are 4 CSS pixels.
            root.set(side, f"{float(match[1]) * 4 / 3:.0f}")
    root.set("preserveAspectRatio", "xMidYMid meet")
    root.set("style", "max-width:100%;height:auto")  # a wide picture shrinks to the window instead of running out of it


def _unwrap_links(root: ET.Element) -> None:
    """Put the content of each <a> in its place: Graphviz makes links of tooltips."""
    for parent in list(root.iter()):
        for title in parent.findall(f"{_SVG}title"):
            parent.set(_NAME, title.text or "")  # for `_name_group`, which takes it away again
            parent.remove(title)
        children: list[ET.Element] = []
        for child in parent:
            if child.tag == f"{_SVG}g" and (link := child.find(f"{_SVG}a")) is not None:
                children += list(link)
            elif child.tag == f"{_SVG}a":
                children += list(child)
            else:
                children.append(child)
        parent[:] = children


def _name_parts(root: ET.Element, picture: Picture) -> None:
    title = ET.Element(f"{_SVG}title", {"id": "title"})
    title.text = picture.title or theme.SUBTITLE_WITHOUT_REFERENCES
    desc = ET.Element(f"{_SVG}desc", {"id": "desc"})
    desc.text = describe(picture)
    root[:0] = [title, desc]
    root.set("role", "group")
    root.set("aria-labelledby", "title")
    root.set("aria-describedby", "desc")
    if picture.language:
        root.set(f"{_XML}lang", picture.language)
        root.set("lang", picture.language)
    for element in root.iter():
        if style := element.attrib.pop("style", ""):
            # A page may forbid styles; the attributes of the same names say the same.
            for name, _, value in (part.partition(":") for part in style.split(";")):
                if value:
                    element.set(name.strip(), value.strip())
        if element.tag == f"{_SVG}text" and element.get("font-family"):
            element.set("font-family", _FONTS)
        name = element.attrib.pop(_NAME, "")
        if element.tag == f"{_SVG}g" and "class" in element.attrib:
            _name_group(element, picture, name)


def _name_group(group: ET.Element, picture: Picture, name: str) -> None:
    key = group.get("id", "")
    if (card := picture.by_key.get(key)) is not None:
        label = tooltip(card, picture.theme)
        group.set("role", "img")
        group.set("tabindex", "0")
        group.set("aria-label", label)
        group.set("data-element", card.element_id)
        if steps := picture.steps_by_card.get(key):
            group.set("data-under", " ".join(steps))
        if card.see:
            group.set("data-see", card.see)
        title = ET.Element(f"{_SVG}title")
        title.text = label
        group.insert(0, title)
    elif group.get("class", "").split()[0] != "graph":
        group.set("aria-hidden", "true")
        if (pill := picture.pills_by_key.get(key)) is not None:
            group.set("data-element", pill.element_id)
        elif (owner := _owner(name, picture)) is not None:
            group.set("data-step", owner.element_id)


def _owner(name: str, picture: Picture) -> Pill | None:
    """Return the pill that a line, a bracket or a "+" belongs to, by what Graphviz calls that; None if to none."""
    pills = picture.pills_by_key
    tail, _, head = name.partition("->")
    keys = (tail, head, tail.partition("_")[0], tail.removeprefix("cluster_"))
    return next((pills[key] for key in keys if key in pills), None)


def _keep_well_formed(root: ET.Element) -> None:
    """Clean every text and attribute: ids of a map stand in both, and can hold what XML cannot."""
    for element in root.iter():
        if element.text:
            element.text = well_formed(element.text)
        for name, value in element.attrib.items():
            element.set(name, well_formed(value))


def describe(picture: Picture) -> str:
    """Return what the picture holds and how its parts lead to one another, for who cannot see it."""
    cards = picture.by_key
    names = {key: clean(card.text)[:120] or card.element_id for key, card in cards.items()}
    names |= {pill.key: f"the step [{pill.element_id}]" for pill in picture.pills}
    count = sum(card.kind is not theme.CardKind.GAP for card in picture.cards)
    sentences = [f"Argument map with {count} claims."]
    for pill in picture.pills[:400]:
        reasons = " + ".join(names[key] for key in pill.tails)
        word = theme.LINES[pill.line].word
        sentences.append(f"{names[pill.head]} — {pill.kind}{f' ({word})' if word else ''}: {reasons}.")
    return " ".join(sentences)


def _prefix_ids(root: ET.Element, prefix: str) -> None:
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id" or name in {"aria-labelledby", "aria-describedby"}:
                element.set(name, prefix + value)
            elif name not in {"aria-label", "data-element", "data-step", "data-under"} and "url(#" in value:
                element.set(name, _REFERENCE.sub(lambda match: f"url(#{prefix}{match[1]})", value))
