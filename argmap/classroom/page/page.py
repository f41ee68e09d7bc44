"""The page: its parts, put into one file."""

from __future__ import annotations

from functools import cache
from html import escape
from string import Template

from argmap.classroom.digest import digest
from argmap.classroom.exercises import Exercise, ExerciseSet
from argmap.classroom.page.data import page_data
from argmap.classroom.page.figures import figure_html
from argmap.classroom.page.printed import paper_html, stem_html
from argmap.classroom.showing import FORMATIVE, HEADINGS, UNTITLED, exercises_in_words, points_in_words
from argmap.render.page.data import as_json
from argmap.render.page.parts import content_policy, join_scripts, page_language, read_asset
from argmap.render.page.shell import page_head, page_style
from argmap.render.text import clean

_OWN, _MAP_PAGE = "argmap.classroom.page", "argmap.render.page"

SCRIPTS = (
    (_MAP_PAGE, "assets/dom.js"),
    (_MAP_PAGE, "assets/theme.js"),
    (_OWN, "scoring.js"),
    (_OWN, "assets/store.js"),
    (_OWN, "assets/outline.js"),
    (_OWN, "assets/choose.js"),
    (_OWN, "assets/match.js"),
    (_OWN, "assets/order.js"),
    (_OWN, "assets/build.js"),
    (_OWN, "assets/write.js"),
    (_OWN, "assets/figures.js"),
    (_OWN, "assets/items.js"),
    (_OWN, "assets/result.js"),
    (_OWN, "assets/steps.js"),
    (_OWN, "assets/start.js"),
)
"""The parts of the script, in the order in which they stand in the page: each uses only what stands before it, but
for what it calls when the page has started. How elements are made and colours chosen is as in the page of a map."""

STYLES = (
    (_OWN, "assets/exercises.css"),
    (_OWN, "assets/answers.css"),
    (_OWN, "assets/paper.css"),
)
"""The page's own parts of the style sheet, in order."""


def exercise_page(exercises: ExerciseSet) -> str:
    """Return the exercises as a page to practise with: one HTML file that loads nothing and needs no network.

    It asks one exercise at a time, says at once what is right and why, keeps the score and saves the responses as JSON.
    Keyboard, mouse and touch do the same. Printed, or without script, it is a worksheet without answers. The keys stand
    in the file, so it is for practice and not for marks. The same set gives the same bytes.

    Args:
        exercises: what is asked.

    Raises:
        RendererNotFoundError: there is no Graphviz program, which figures need.
        RenderError: a figure is too large, or the program failed or ran out of time.
    """
    script, style = _script(), _style()
    title = clean(exercises.title) or UNTITLED
    language = page_language(exercises.language)
    items = [_item(exercise, number, language) for number, exercise in enumerate(exercises, 1)]
    return Template(read_asset(_OWN, "assets/exercises.html")).substitute(
        head=page_head(title, style, content_policy(script, style), language=language),
        language=language,
        title=escape(title),
        count=exercises_in_words(len(items)),
        items="\n".join(items) or "<p>There are no exercises.</p>",
        formative=escape(FORMATIVE),
        data=as_json(page_data(exercises, digest(exercises))),
        script=script,
    )


def _item(exercise: Exercise, number: int, language: str) -> str:
    facts = f"{exercise.level.capitalize()} · {points_in_words(exercise.points)}"
    return Template(read_asset(_OWN, "assets/item.html")).substitute(
        number=number,
        language=language,
        kind=exercise.interaction,
        heading=escape(HEADINGS[exercise.type]),
        facts=facts,
        stem=stem_html(exercise.stem),
        figure=figure_html(exercise, number, language),
        paper=paper_html(exercise, language),
    )


@cache
def _script() -> str:
    return join_scripts(read_asset(*part) for part in SCRIPTS)


@cache
def _style() -> str:
    return page_style(STYLES, picture=".figure svg")
