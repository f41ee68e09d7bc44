"""What the grades of a class tell about the task: items, errors, agreement, and files that look alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import fsum, sqrt

from argmap.checks.language import find_similar
from argmap.classroom.agreement import class_alpha, krippendorff_alpha
from argmap.classroom.class_grades.items import Item, items_of, link_references
from argmap.classroom.class_grades.task import ExerciseTask, GradedEntry, Task
from argmap.classroom.grading.map_grade import MapGrade
from argmap.classroom.grading.mistakes import Mistake, MistakeKind

_LEAST_SHARED = Fraction(4, 5)
_LEAST_ERRORS = 4
"""Files with fewer errors are not compared: few errors are often the same by chance."""


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """How hard an item is, and whether it tells those who did well from those who did not.

    Attributes:
        item: the item.
        number: how many files have it.
        mean: the mean score, 0 to 1: the difficulty index, which is high for what is easy.
        discrimination: the correlation of the score of the item with that of all other items (corrected item-total
            correlation; the point-biserial one where an item is right or wrong), -1 to 1; None where one of them is the
            same in all files.
    """

    item: Item
    number: int
    mean: float
    discrimination: float | None


@dataclass(frozen=True, slots=True)
class ErrorCount:
    """How many files have an error.

    Attributes:
        line: what to say about it, as in one of them.
        kind: what kind of difference it is; None for a wrong answer.
        number: how many files.
    """

    line: str
    kind: MistakeKind | None
    number: int


@dataclass(frozen=True, slots=True)
class Alike:
    """Files that look alike: a hint to look at them, which proves nothing.

    Attributes:
        names: the files.
        shared: how many errors all of them have.
        is_same: True if they are the same byte by byte.
    """

    names: tuple[str, ...]
    shared: int
    is_same: bool


@dataclass(frozen=True, slots=True)
class ClassAnalysis:
    """What the grades of a class tell.

    Attributes:
        items: for maps the claims and links of the references, for responses the exercises.
        errors: those of more than one file, the commonest first.
        kinds: how many differences of each kind there are.
        alpha: Krippendorff's alpha of the class; None if it cannot be told.
        alike: files that look alike.
    """

    items: tuple[ItemStatistics, ...]
    errors: tuple[ErrorCount, ...]
    kinds: tuple[tuple[MistakeKind, int], ...]
    alpha: float | None
    alike: tuple[Alike, ...]


def analyse(task: Task, graded: Sequence[GradedEntry]) -> ClassAnalysis:
    """Return what the grades of a class tell; files that were not looked into do not count."""
    read = [entry for entry in graded if not entry.grade.reason]
    kinds = Counter(mistake.kind for entry in read for mistake in _mistakes(entry))
    return ClassAnalysis(
        items=tuple(_statistics(task, read)),
        errors=tuple(_errors(read)),
        kinds=tuple((kind, kinds[kind]) for kind in sorted(kinds, key=lambda kind: (-kinds[kind], kind))),
        alpha=_alpha(task, read),
        alike=tuple(_alike(graded)),
    )


def discrimination(scores: Sequence[float], rests: Sequence[float]) -> float | None:
    """Return the correlation of an item's scores with those of all other items; None where one does not vary.

    Source: Henrysson, Correction of Item-Total Correlations in Item Analysis (1963).
    """
    if len(scores) < 2:
        return None
    mean, rest_mean = fsum(scores) / len(scores), fsum(rests) / len(rests)
    deviations = [(score - mean, rest - rest_mean) for score, rest in zip(scores, rests, strict=True)]
    spread, rest_spread = fsum(one**2 for one, _ in deviations), fsum(other**2 for _, other in deviations)
    if min(spread, rest_spread) < 1e-12:
        return None
    return max(-1.0, min(1.0, fsum(one * other for one, other in deviations) / sqrt(spread * rest_spread)))


def _statistics(task: Task, read: Sequence[GradedEntry]) -> Iterable[ItemStatistics]:
    references = link_references(task)
    scores: dict[Item, list[float]] = defaultdict(list)
    rests: dict[Item, list[float]] = defaultdict(list)
    for entry in read:
        own = items_of(references, entry.grade)
        # Claims are held against claims and links against links: most of a link's worth hangs on its claims.
        counts = Counter(item.kind for item in own)
        totals = {kind: fsum(score for item, score in own.items() if item.kind == kind) for kind in counts}
        for item, score in own.items():
            scores[item].append(score)
            others = counts[item.kind] - 1
            rests[item].append((totals[item.kind] - score) / others if others else 0.0)
    for item in sorted(scores):
        found = scores[item]
        yield ItemStatistics(item, len(found), fsum(found) / len(found), discrimination(found, rests[item]))


def _mistakes(entry: GradedEntry) -> tuple[Mistake, ...]:
    return entry.grade.mistakes if isinstance(entry.grade, MapGrade) else ()


def _errors(read: Sequence[GradedEntry]) -> list[ErrorCount]:
    """Return the errors that more than one file has: differences of maps, and wrong answers."""
    found: dict[tuple[object, ...], list[tuple[str, MistakeKind | None]]] = defaultdict(list)
    for entry in read:
        grade = entry.grade
        if isinstance(grade, MapGrade):
            for mistake in grade.mistakes:
                found[grade.reference, mistake.kind, mistake.elements].append((mistake.line, mistake.kind))
        for key in () if isinstance(grade, MapGrade) else entry.errors:
            found[(key,)].append((key, None))
    counts = [ErrorCount(*min(lines), len(lines)) for lines in found.values() if len(lines) > 1]
    return sorted(counts, key=lambda error: (-error.number, error.line))


def _alpha(task: Task, read: Sequence[GradedEntry]) -> float | None:
    if isinstance(task, ExerciseTask):
        ids = [exercise.id for exercise in task.exercises]
        rows = [[dict(entry.answers).get(key) for key in ids] for entry in read]
        return krippendorff_alpha(rows) if len(rows) > 1 else None
    maps = [entry.grade.linked for entry in read if isinstance(entry.grade, MapGrade) and entry.grade.linked]
    if len(maps) < 2:
        return None
    return class_alpha(maps, {claim.id for reference in task.references for claim in reference.claims})


def _alike(graded: Sequence[GradedEntry]) -> Iterable[Alike]:
    """Yield files with the same content, then files with nearly the same errors; shared right answers tell nothing."""
    same: dict[str, list[GradedEntry]] = defaultdict(list)
    for entry in graded:
        if entry.content:
            same[entry.content].append(entry)
    for group in same.values():
        if len(group) > 1 and not (group[0].grade.score == 1 or group[0].grade.reason):
            yield Alike(tuple(entry.name for entry in group), len(group[0].errors), is_same=True)
    distinct = [group[0] for group in same.values() if len(group[0].errors) >= _LEAST_ERRORS]
    for numbers in find_similar([entry.errors for entry in distinct], _LEAST_SHARED).groups:
        several = [distinct[number] for number in numbers]
        shared = frozenset.intersection(*(entry.errors for entry in several))
        yield Alike(tuple(entry.name for entry in several), len(shared), is_same=False)
