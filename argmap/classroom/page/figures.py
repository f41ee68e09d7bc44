"""Figures in the page: the picture of a map, and the same map as nested lists for who cannot see it."""

from __future__ import annotations

import re
from functools import partial
from html import escape

from argmap.classroom.exercises import Exercise
from argmap.classroom.page.printed import said_html
from argmap.classroom.showing import figure_options
from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap
from argmap.render import OutlineRow, find_outline, theme
from argmap.render.page.lists import nested_lists
from argmap.render.page.small_svg import picture_in_page
from argmap.render.theme import PillKind

_VIEW_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')


def figure_html(exercise: Exercise, number: int, language: str) -> str:
    """Return the figure of the exercise as HTML; "" if it has none.

    Args:
        exercise: the exercise.
        number: its place in the page, which makes the ids of the picture different from others.
        language: BCP 47 language of the texts.

    Raises:
        RendererNotFoundError: there is no Graphviz program.
        RenderError: the map is too large, or the program failed or ran out of time.
    """
    if exercise.figure is None:
        return ""
    picture = _sized(picture_in_page(ArgumentGraph(exercise.figure), name=f"figure-{number}", **figure_options()))
    told = outline_html(exercise.figure, language)
    return (
        f'<figure><div class="figure" lang="{language}" role="group" aria-label="The map" tabindex="0">{picture}</div>'
        '<p class="figure-size"><label><input type="checkbox"> Full size</label></p>'
        f'<details class="told"><summary>The map in words</summary>{told}</details></figure>'
    )


def _sized(picture: str) -> str:
    """Return the picture with its size in pixels, which a page can show or shrink."""
    match = _VIEW_BOX.search(picture)
    if match is None:
        return picture
    width, height = (round(float(side) * 4 / 3) for side in match.groups())
    return picture.replace("<svg ", f'<svg width="{width}" height="{height}" ', 1)


def outline_html(argument_map: ArgumentMap, language: str) -> str:
    """Return the argument as nested lists.

    Args:
        argument_map: the map.
        language: BCP 47 language of the texts.
    """
    told = find_outline(argument_map)
    write = partial(_row, language=language)
    return "".join(nested_lists((*told.main, *told.apart), write)) or "<p>The map has no claims.</p>"


def _row(row: OutlineRow, language: str) -> str:
    notes = f" ({escape('; '.join(row.notes))})" if row.notes else ""
    if row.is_step:
        against = " against" if row.kind in {PillKind.BUT, PillKind.HOWEVER} else ""
        return f'<span class="step-word{against}">{escape(row.word)}</span>{notes}'
    lead = theme.SEE_ABOVE if row.is_repeated else row.lead
    return f"{escape(lead)} {said_html(row.text, language)}{notes}".lstrip()
