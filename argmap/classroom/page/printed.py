"""Exercises on paper: what the page prints, and shows where there is no script. It holds no answer."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import assert_never

from argmap.classroom.exercises import Exercise, MatchExercise, Option
from argmap.classroom.showing import are_labels, are_slots, letter, paragraphs
from argmap.render.text import clean

_LINES_TO_WRITE_ON = 5


def stem_html(text: str) -> str:
    """Return the paragraphs of a text as HTML."""
    return "".join(f"<p>{escape(part)}</p>" for part in paragraphs(text))


def said_html(text: str, language: str) -> str:
    """Return a text of the map as HTML: in its own language, and in the direction that its letters have."""
    return f'<span lang="{language}" dir="auto">{escape(clean(text))}</span>'


def paper_html(exercise: Exercise, language: str) -> str:
    """Return what a student fills in with a pencil, as HTML."""
    match exercise.interaction:
        case "choice":
            return _list(exercise.options, language, '<span class="box round"></span>')
        case "choices":
            return _list(exercise.options, language, '<span class="box"></span>')
        case "order":
            return f'<p class="hint">Number them.</p>{_list(exercise.options, language, _blank(), lettered=False)}'
        case "match":
            return _prompts(exercise, language) + _list(
                exercise.options, language, lettered=not are_labels(exercise.options)
            )
        case "build":
            drawing = '<div class="drawing"><span class="hint">Draw the map here.</span></div>'
            return _list(exercise.options, language) + drawing
        case "write":
            return '<div class="ruled"></div>' * _LINES_TO_WRITE_ON
        case _:
            assert_never(exercise.interaction)


def _prompts(exercise: MatchExercise, language: str) -> str:
    """Return the prompts with room for an answer: behind the number of a slot, before a claim."""
    blank = _blank(wide=are_labels(exercise.options))
    rows = (
        (f"<b>{escape(prompt.text)}</b>{blank}" if are_slots(exercise) else blank + said_html(prompt.text, language))
        for prompt in exercise.prompts
    )
    return f'<ul class="boxes">{"".join(f"<li>{row}</li>" for row in rows)}</ul>'


def _list(options: Iterable[Option], language: str, box: str = "", *, lettered: bool = True) -> str:
    rows = (
        f"<li>{box}{f'<b>{letter(number)}</b> ' if lettered else ''}{said_html(option.text, language)}</li>"
        for number, option in enumerate(options)
    )
    return f'<ul class="boxes">{"".join(rows)}</ul>'


def _blank(*, wide: bool = False) -> str:
    return f'<span class="blank{" wide" if wide else ""}"></span>'
