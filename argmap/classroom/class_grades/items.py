"""The items that a task is made of: claims and links of a map, exercises of a set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.classroom.class_grades.task import ExerciseTask, Task
from argmap.classroom.grading.map_grade import MapGrade
from argmap.classroom.grading.result import Grade
from argmap.classroom.responses import SetGrade
from argmap.graph.links import Link, Linked, LinkLabel, find_links


class Item(NamedTuple):
    """Something that can be right or wrong.

    Attributes:
        kind: claim, link or exercise.
        reference: the number of the reference that has it, from 0; 0 for an exercise.
        ids: the claim; the child, the parent and the label of a link; the exercise.
    """

    kind: str
    reference: int
    ids: tuple[str, ...]


def link_references(task: Task) -> tuple[Linked, ...]:
    """Return the references of a task as links; none for exercises."""
    return () if isinstance(task, ExerciseTask) else tuple(map(find_links, task.references))


def items_of(references: Sequence[Linked], grade: Grade) -> dict[Item, float]:
    """Return the score, 0 to 1, of each item that a grade tells about.

    Args:
        references: what `link_references` gives.
        grade: the grade; exercises that a person has to mark do not count.
    """
    if isinstance(grade, SetGrade):
        return {Item("exercise", 0, (key,)): found.score for key, found in grade.grades if not found.needs_review}
    if not isinstance(grade, MapGrade) or grade.linked is None:
        return {}
    number, found, reference = grade.reference, grade.linked, references[grade.reference]
    claims = {Item("claim", number, (claim,)): float(claim in found.claims) for claim in reference.claims}
    return claims | {Item("link", number, tuple(link)): float(link in found.links) for link in reference.links}


def link_of(item: Item) -> Link:
    """Return the link that an item is."""
    child, parent, label = item.ids
    return Link(child, parent, LinkLabel(label))
