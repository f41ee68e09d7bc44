"""The map beside the question: a picture, and the same as text for those who do not see it."""

from __future__ import annotations

import base64
import html
from dataclasses import dataclass

from argmap.classroom.exercises import Exercise
from argmap.render import outline, theme, to_svg
from argmap.render.text import clean, shorten, well_formed

_MOST_IN_TITLE = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """A map to look at.

    Attributes:
        title: what it is, in a few words.
        svg: the picture.
        told: the same as an outline, in lines.
    """

    title: str
    svg: str
    told: str

    @property
    def data_uri(self) -> str:
        """The picture as an address that holds it."""
        return "data:image/svg+xml;base64," + base64.b64encode(self.svg.encode()).decode()

    def as_image(self, address: str) -> str:
        """Return the picture at the address as HTML, with the outline for readers."""
        return f'<p><img src="{html.escape(address)}" alt="{html.escape(self.told)}"></p>'

    def as_text(self) -> str:
        """Return the outline as HTML."""
        return f"<pre>{html.escape(self.told)}</pre>"


def draw_figure(exercise: Exercise) -> Figure | None:
    """Return the figure of the exercise, None if it has none."""
    if exercise.figure is None:
        return None
    told = well_formed(outline(exercise.figure)).strip()
    title = shorten(clean(exercise.figure.title), _MOST_IN_TITLE) or theme.SUBTITLE_WITHOUT_REFERENCES
    return Figure(title, to_svg(exercise.figure, title="", legend=False), told)
