"""The page of one student: the grade, what to look at, and the map beside the model."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path, PurePath

from argmap.classroom.class_grades import GradedEntry, Item, MapTask, Task
from argmap.classroom.class_report.markup import listed, numbers, page, percent, remark, section, table, words
from argmap.classroom.class_report.names import ItemNames
from argmap.classroom.grading.map_grade import MapGrade
from argmap.classroom.responses import SetGrade
from argmap.graph.differences import diff
from argmap.graph.renaming import with_ids_of
from argmap.model import ArgumentMap
from argmap.model.atomic import write_atomically

_MOST_LINES = 200
_MOST_DRAWN = 150
"""Maps with more claims than this, or models, are not drawn."""


def page_name(number: int, of: int, file: str) -> str:
    """Return the name of the page of the file with this number, counted from 1: the same whenever it is written."""
    slug = re.sub(r"[^a-z0-9]+", "-", PurePath(file).name.casefold()).strip("-")[:40]
    return f"{number:0{len(str(of))}}-{slug or 'response'}.html"


@dataclass(frozen=True)
class StudentPages:
    """Writes the page of each response where it is graded.

    Attributes:
        folder: where the pages go.
        number: how many responses there are.
        pictures: whether maps are drawn.
    """

    folder: Path
    number: int
    pictures: bool = True

    def __call__(self, task: Task, number: int, graded: GradedEntry, argument_map: ArgumentMap | None) -> None:
        """Write the page of one response."""
        picture = _picture(task, graded, argument_map) if self.pictures else ""
        text = student_page(task, graded, picture)
        path = self.folder / page_name(number, self.number, graded.name)
        write_atomically(path, text.encode("utf-8", errors="backslashreplace"))


def student_page(task: Task, graded: GradedEntry, picture: str = "") -> str:
    """Return the page of one response.

    Args:
        task: what it was graded against.
        graded: the grade.
        picture: the map beside the model, as HTML; "" for none.
    """
    grade = graded.grade
    score = "to be marked" if grade.needs_review else percent(grade.score)
    sections = [numbers([("Score", score), *_parts(graded)])]
    if grade.reason:
        sections.append(section("Why there is no score", remark(f"The response earns nothing: {grade.reason}.")))
    sections.append(_exercises(task, graded))
    lines = [] if isinstance(grade, SetGrade) else [line for line in grade.lines if line != grade.reason]
    told = listed(words(line) for line in lines[:_MOST_LINES])
    left = len(lines) - _MOST_LINES
    sections.append(section("What to look at", told, remark(f"And {left} more.") if left > 0 else ""))
    if not grade.reason and grade.score == 1 and not lines:
        sections.append(section("What to look at", remark("Nothing: all of it agrees with the model.")))
    sections.append(section("Beside the model", picture))
    return page(PurePath(graded.name).name, "Feedback", sections)


def _parts(graded: GradedEntry) -> list[tuple[str, str]]:
    grade = graded.grade
    if not isinstance(grade, MapGrade):
        return []
    return [(part.name.capitalize(), percent(part.score)) for part in grade.parts]


def _exercises(task: Task, graded: GradedEntry) -> str:
    grade = graded.grade
    if not isinstance(grade, SetGrade):
        return ""
    names = ItemNames(task)
    rows = []
    for (exercise_id, found), part in zip(grade.grades, grade.parts, strict=True):
        said = "<br>".join(words(line) for line in found.lines)
        name = names.name(Item("exercise", 0, (exercise_id,)))
        rows.append([words(name), "to be marked" if found.needs_review else percent(part.score), said])
    return section(
        "Exercises",
        remark(grade.feedback) if grade.feedback else "",
        table(["Exercise", "Score", "What to say"], rows, [1]),
    )


def _picture(task: Task, graded: GradedEntry, argument_map: ArgumentMap | None) -> str:
    """Return the picture of the map beside the model it is nearest to, as HTML; a sentence if there can be none."""
    grade = graded.grade
    if not isinstance(task, MapTask) or not isinstance(grade, MapGrade) or argument_map is None:
        return ""
    reference = task.references[grade.reference]
    if grade.alignment is None:
        return ""
    if max(len(reference.claims), len(argument_map.claims)) > _MOST_DRAWN:
        return remark(f"Maps of more than {_MOST_DRAWN} claims are not drawn.")
    from argmap.render.comparison import build_comparison
    from argmap.render.drawing import picture_as_svg
    from argmap.render.errors import RenderError
    from argmap.render.options import Options

    options = Options(title="")
    try:
        same_ids = with_ids_of(argument_map, grade.alignment)
        svg = picture_as_svg(build_comparison(diff(reference, same_ids), options), options)
    except RenderError:
        return remark("The two maps could not be drawn.")
    data = b64encode(svg.encode()).decode()
    return (
        remark("Removed is what only the model has, added what only the response has.")
        + '<figure class="picture" tabindex="0" aria-label="Picture of both maps">'
        f'<img src="data:image/svg+xml;base64,{data}" '
        'alt="The response and the model as one picture; the list above says how they differ"></figure>'
    )
