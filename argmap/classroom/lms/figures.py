"""The map beside the question: a picture, and the same in words for those who do not see it.

Neither holds an id of the map: those of left-out claims would tell what belongs into their places.
"""

from __future__ import annotations

import base64
import html
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from argmap.classroom.exercises import Exercise
from argmap.classroom.showing import figure_in_words, figure_options
from argmap.model import ArgumentMap
from argmap.render import PictureOptions, theme, to_svg
from argmap.render.text import clean, shorten

_SVG = "http://www.w3.org/2000/svg"
_TELLING = ("data-", "aria-", "class")
"""How attributes begin that only scripts and readers need, which do not look into an image."""
_MOST_IN_TITLE = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """A map to look at.

    Attributes:
        shown: the map.
        options: how it is drawn.
    """

    shown: ArgumentMap
    options: PictureOptions

    @property
    def title(self) -> str:
        """What it is, in a few words."""
        return shorten(clean(self.shown.title), _MOST_IN_TITLE) or theme.SUBTITLE_WITHOUT_REFERENCES

    @property
    def told(self) -> str:
        """What the picture shows, as an outline in lines."""
        return figure_in_words(self.shown)

    def draw(self) -> str:
        """Return the picture as SVG."""
        ET.register_namespace("", _SVG)
        root = ET.fromstring(to_svg(self.shown, **self.options))  # noqa: S314 - written by this package: no entities
        for element in root.iter():
            for name in [name for name in element.attrib if name.startswith(_TELLING)]:
                del element.attrib[name]
        for told in [part for part in root if part.tag in {f"{{{_SVG}}}title", f"{{{_SVG}}}desc"}]:
            root.remove(told)
        return ET.tostring(root, encoding="unicode") + "\n"

    def as_data_uri(self) -> str:
        """Return the picture as an address that holds it."""
        return "data:image/svg+xml;base64," + base64.b64encode(self.draw().encode()).decode()

    def as_image(self, address: str) -> str:
        """Return the picture at the address as HTML, with the outline for readers."""
        return f'<p><img src="{html.escape(address)}" alt="{html.escape(self.told)}"></p>'

    def as_text(self) -> str:
        """Return the outline as HTML."""
        return f"<pre>{html.escape(self.told)}</pre>"


def find_figure(exercise: Exercise) -> Figure | None:
    """Return the figure of the exercise, None if it has none."""
    return None if exercise.figure is None else Figure(exercise.figure, figure_options())
