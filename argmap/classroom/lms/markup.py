"""Plain text of exercises as HTML, and as names of questions."""

from __future__ import annotations

import html
import re

from argmap.classroom.exercises import Exercise
from argmap.classroom.showing import HEADINGS
from argmap.render import theme
from argmap.render.text import shorten, well_formed

_LINE_END = re.compile(r"\r\n?")
_BLANK_LINES = re.compile(r"\n[ \t]*\n[ \t\n]*")
_SPACES = " \t\n"
_ANGLES = str.maketrans("<>", "‹›")
_MOST_IN_NAME = 80


def plain(text: str) -> str:
    """Return the text on one line, as XML can hold it; a word in brackets if there is none."""
    return " ".join(well_formed(text).split()) or theme.NO_TEXT


def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the paragraphs of the text, each as its lines; blank lines separate them."""
    parts = _BLANK_LINES.split(well_formed(_LINE_END.sub("\n", text)).strip(_SPACES))
    return tuple(tuple(line.strip(_SPACES) for line in part.split("\n")) for part in parts if part) or (
        (theme.NO_TEXT,),
    )


def as_html(text: str) -> str:
    """Return the text as paragraphs of HTML in which nothing of it is markup."""
    return "".join(f"<p>{'<br>'.join(map(html.escape, lines))}</p>" for lines in paragraphs(text))


def name_of(exercise: Exercise) -> str:
    """Return how a teacher's list names the exercise: its id and how it begins, without anything like a tag."""
    return shorten(f"{exercise.id}: {plain(exercise.stem)}".translate(_ANGLES), _MOST_IN_NAME)


def title_of(exercise: Exercise) -> str:
    """Return what students may see the question called; unlike an id, it tells nothing of what it is about."""
    return HEADINGS[exercise.type]


def category_of(title: str) -> str:
    """Return the category of a question bank for exercises from a map with this title."""
    return "$course$/top/argmap/" + shorten(plain(title).translate(_ANGLES).replace("/", "//"), _MOST_IN_NAME * 2)


def stable_id(exercise: Exercise) -> str:
    """Return an id that the exercise has in every file, and no exercise from another map has."""
    return f"argmap-{exercise.provenance.map_digest[:12]}-{exercise.id}"


def tags_of(exercise: Exercise) -> tuple[str, ...]:
    """Return under which words a question bank should list the exercise."""
    review = ("needs-review",) if exercise.needs_review else ()
    words = ("argmap", exercise.type.value, exercise.level.value, *review, *map(plain, exercise.tags))
    return tuple(dict.fromkeys(word.translate(_ANGLES) for word in words))
