"""Exercises as a Jupyter notebook: a cell that asks, and a cell to answer in."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from typing import Any, assert_never

from argmap.classroom.exercises import BuildExercise, Exercise, ExerciseSet, Option
from argmap.classroom.practice import pack
from argmap.classroom.showing import (
    FORMATIVE,
    HEADINGS,
    UNTITLED,
    figure_in_words,
    figure_options,
    letter,
    paragraphs,
    points_in_words,
)
from argmap.model.markdown import escape_markdown
from argmap.render import to_png
from argmap.render.page.parts import page_language
from argmap.render.text import clean, shorten

_DPI = 108
_MOST_IN_ALT = 1500
_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_HOW = (
    "Answer in the cell below each exercise and run it: it says what is right, and why. The first answer counts. "
    "Run the cell below first; it takes the Python package argmap."
)


def to_notebook(exercises: ExerciseSet) -> str:
    """Return the exercises as a notebook, the text of an .ipynb file; equal sets give equal notebooks.

    Each exercise is a cell that asks, with its figure as an image, and a cell to answer in, which says what is right.
    The last cell saves the answers for `argmap grade`. The keys stand in the notebook, encoded; they can be read.

    Args:
        exercises: what is asked.

    Raises:
        RendererNotFoundError: there is no Graphviz program, which figures need.
        RenderError: a figure is too large, or the program failed or ran out of time.

    Warns:
        LettersWarning: no font at hand has letters of a figure, so that boxes stand in their place.
    """
    cells = [_numbered(cell, number) for number, cell in enumerate(_cells(exercises))]
    notebook = {"cells": cells, "metadata": _METADATA, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _cells(exercises: ExerciseSet) -> Iterator[dict[str, Any]]:
    title = escape_markdown(clean(exercises.title) or UNTITLED)
    yield _markdown(f"# {title}\n\n{_HOW}\n\n<small>{FORMATIVE}</small>")
    yield _code(_setup(exercises), {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]})
    for number, exercise in enumerate(exercises, 1):
        yield _question(exercise, number)
        yield _code(f"{_template(exercise)}\npractice.check({number}, answer)")
    yield _markdown("## Result\n\nThe cell below saves the answers into a file to hand in.")
    yield _code('practice.save("responses.json")\npractice')


def _markdown(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": _lines(source)}


def _code(source: str, metadata: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": metadata or {},
        "outputs": [],
        "source": _lines(source),
    }


def _numbered(cell: dict[str, Any], number: int) -> dict[str, Any]:
    return {"id": f"cell-{number}", **cell}


def _lines(source: str) -> list[str]:
    return [line for line in source.replace("\r", "").splitlines(keepends=True) if line]


def _setup(exercises: ExerciseSet) -> str:
    return (
        "import argmap as am\n"
        "from argmap.classroom import Practice\n"
        "\n"
        'practice = Practice.unpack("""\n'
        f"{pack(exercises)}\n"
        f'""", title={_literal(clean(exercises.title))}, language={_literal(page_language(exercises.language))})'
    )


def _literal(text: str) -> str:
    """Return the text as Python and JSON write it, in letters that no editor shows as something else."""
    return json.dumps(text)


def _question(exercise: Exercise, number: int) -> dict[str, Any]:
    parts = [
        f"## {number} {HEADINGS[exercise.type]}",
        f"<small>{exercise.level.capitalize()} · {points_in_words(exercise.points)}</small>",
        *("  \n".join(map(escape_markdown, text.splitlines())) for text in paragraphs(exercise.stem)),
    ]
    attachments = {}
    if exercise.figure is not None:
        told = " ".join(figure_in_words(exercise.figure).split())
        alt = escape_markdown(shorten(clean(told), _MOST_IN_ALT))
        parts.append(f"![{alt}](attachment:figure.png)")
        # JupyterLab shows attachments in the formats of photographs only, not SVG.
        image = b64encode(to_png(exercise.figure, dpi=_DPI, **figure_options())).decode()
        attachments = {"figure.png": {"image/png": image}}
    parts += _given(exercise)
    cell = _markdown("\n\n".join(parts))
    return {**cell, "attachments": attachments} if attachments else cell


def _given(exercise: Exercise) -> Iterator[str]:
    """Yield the lists that an answer is taken from: places with numbers, options with letters."""
    if exercise.interaction == "match":
        yield "\n".join(f"{number}. {_said(prompt.text)}" for number, prompt in enumerate(exercise.prompts, 1))
    if exercise.interaction != "write":
        yield "\n".join(
            f"- **{letter(number)}** {_said(option.text)}" for number, option in enumerate(exercise.options)
        )


def _said(text: str) -> str:
    return escape_markdown(clean(text))


def _template(exercise: Exercise) -> str:
    """Return the code that a student completes."""
    match exercise.interaction:
        case "choice":
            return 'answer = ""  # one letter'
        case "choices":
            return "answer = []  # the letters of all that are right"
        case "match":
            places = ", ".join(f'{number}: ""' for number in range(1, len(exercise.prompts) + 1))
            return f"answer = {{{places}}}  # a letter for each number"
        case "order":
            return "answer = []  # letters, in order"
        case "build":
            return _draft(exercise)
        case "write":
            return 'answer = ""'
        case _:
            assert_never(exercise.interaction)


def _draft(exercise: BuildExercise) -> str:
    claims = [_claim(option, number) for number, option in enumerate(exercise.options)]
    return "\n".join(
        (
            "draft = am.Draft()",
            *claims,
            "# draft.support(A, B, C)  B and C together are a reason for A; a second call gives A another reason",
            "# draft.attack(A, D)      D is an objection to A; what support and attack return can be attacked, too",
            "answer = draft.build()",
        )
    )


def _claim(option: Option, number: int) -> str:
    return f"{letter(number)} = draft.claim({_literal(clean(option.text))}, id={_literal(option.id)})"
