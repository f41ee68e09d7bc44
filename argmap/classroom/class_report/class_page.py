"""The page for the teacher: scores, what is missed most, errors, how items work, agreement, and what looks alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import fsum, sqrt
from pathlib import Path
from statistics import median

from argmap.classroom.class_grades import ClassAnalysis, ErrorCount, GradedEntry, ItemStatistics, Task, analyse
from argmap.classroom.class_report.markup import (
    histogram,
    listed,
    numbers,
    page,
    percent,
    remark,
    section,
    table,
    words,
)
from argmap.classroom.class_report.names import ItemNames
from argmap.classroom.class_report.student_page import page_name
from argmap.model.atomic import write_atomically

CLASS_PAGE = "index.html"
"""The name of the page for the teacher."""

_MOST_ITEMS = 15
_MOST_ERRORS = 20
_MOST_ALIKE = 30
_EXPLAINED = (
    "Difficulty is the mean score of an item over all responses, so an easy item has a high number: the difficulty "
    "index p of classical test theory.\n"
    "Discrimination is the correlation of an item with all other items of its kind: the corrected item-total "
    "correlation (Henrysson 1963), which is the point-biserial one where an item is right or wrong. Near 0 the item "
    "tells nothing about who did well; below 0 those who did well elsewhere missed it, and the item or the model "
    "deserves another look. With few responses it means little.\n"
    "Agreement is Krippendorff's alpha (nominal) over all responses: 1 if all say the same, 0 if they agree no more "
    "than by chance. For maps it is over all ordered pairs of claims, each with the relation none, support, attack or "
    "undercut; for exercises over the answers."
)
"""How the numbers are counted, a paragraph for each."""

_HINT = (
    "A hint to look, and no verdict: whoever worked together, or was taught together, makes the same errors, and a "
    "hard task has errors that many make. Only what is wrong is compared, as right answers are alike anyway."
)


def write_class_page(task: Task, graded: Sequence[GradedEntry], folder: Path) -> Path:
    """Write the page for the teacher into a folder; return its path.

    Raises:
        OSError: the page cannot be written.
    """
    path = folder / CLASS_PAGE
    return write_atomically(path, class_page(task, graded).encode("utf-8", errors="backslashreplace"))


def class_page(task: Task, graded: Sequence[GradedEntry]) -> str:
    """Return the page for the teacher; links lead to the pages of the responses beside it."""
    analysis = analyse(task, graded)
    names = ItemNames(task)
    scores = [entry.grade.score for entry in graded]
    kicker = f"{len(graded)} {'response' if len(graded) == 1 else 'responses'}"
    return page(
        "Grades of the class", kicker, [_summary(graded, analysis), _scores(scores), *_rest(graded, analysis, names)]
    )


def _rest(graded: Sequence[GradedEntry], analysis: ClassAnalysis, names: ItemNames) -> Iterator[str]:
    for kind, heading in (("claim", "Claims most often missed"), ("link", "Links most often missed")):
        items = [found for found in analysis.items if found.item.kind == kind and found.mean < 1]
        yield _items(heading, kind.capitalize(), items, names)
    exercises = [found for found in analysis.items if found.item.kind == "exercise"]
    yield _items("Exercises, the hardest first", "Exercise", exercises, names)
    yield _errors(analysis, names)
    yield _alike(graded, analysis)
    yield _responses(graded)
    explained = "".join(f"<p>{words(text)}</p>" for text in _EXPLAINED.split("\n"))
    yield f"<details><summary>How these numbers are counted</summary>{explained}</details>"


def _summary(graded: Sequence[GradedEntry], analysis: ClassAnalysis) -> str:
    scores = [entry.grade.score for entry in graded]
    if not scores:
        return ""
    mean = fsum(scores) / len(scores)
    spread = sqrt(fsum((score - mean) ** 2 for score in scores) / len(scores))
    figures = [("Mean", percent(mean)), ("Median", percent(median(scores))), ("Standard deviation", percent(spread))]
    if analysis.alpha is not None:
        figures.append(("Agreement (alpha)", f"{analysis.alpha:.2f}"))
    refused = sum(bool(entry.grade.reason) for entry in graded)
    waiting = sum(entry.grade.needs_review for entry in graded)
    figures += [
        (name, str(number)) for name, number in (("Not readable", refused), ("To be marked", waiting)) if number
    ]
    return numbers(figures)


def _scores(scores: Sequence[float]) -> str:
    counts = Counter(min(9, int(score * 10 + 1e-9)) for score in scores)
    rows = [(f"{10 * low} to {10 * low + 10} %", counts[low]) for low in reversed(range(10))]
    return section("Scores", histogram(rows))


def _items(heading: str, kind: str, items: Iterable[ItemStatistics], names: ItemNames) -> str:
    hardest = sorted(items, key=lambda found: (found.mean, found.item))
    rows = [
        [
            words(names.name(found.item)),
            percent(found.mean),
            "none" if found.discrimination is None else f"{found.discrimination:.2f}",
            str(found.number),
        ]
        for found in hardest[:_MOST_ITEMS]
    ]
    left = len(hardest) - len(rows)
    return section(
        heading,
        table([kind, "Difficulty", "Discrimination", "Responses"], rows, (1, 2, 3)),
        remark(f"And {left} more, which were missed less often.") if left > 0 else "",
    )


def _errors(analysis: ClassAnalysis, names: ItemNames) -> str:
    kinds = ", ".join(f"{kind.value} {number}" for kind, number in analysis.kinds)
    rows = [[_error(error, names), str(error.number)] for error in analysis.errors[:_MOST_ERRORS]]
    return section(
        "Commonest errors",
        remark(f"Differences from the model by kind: {kinds}.") if kinds else "",
        table(["Error", "Responses"], rows, (1,)),
    )


def _error(error: ErrorCount, names: ItemNames) -> str:
    if error.kind is None:
        return words(names.wrong_answer(error.line))
    return f'<span class="tag">{words(error.kind.value)}</span>{words(error.line)}'


def _alike(graded: Sequence[GradedEntry], analysis: ClassAnalysis) -> str:
    pages = {entry.name: _link(number, len(graded), entry.name) for number, entry in enumerate(graded, 1)}
    items = []
    for found in analysis.alike[:_MOST_ALIKE]:
        together = ", ".join(pages[name] for name in found.names)
        what = "the same file" if found.is_same else f"{found.shared} errors in common"
        items.append(f"{together}: {words(what)}")
    return section(
        "Responses that look alike",
        remark(_HINT) if items else "",
        listed(items),
    )


def _responses(graded: Sequence[GradedEntry]) -> str:
    rows = []
    for number, entry in enumerate(graded, 1):
        grade = entry.grade
        said = [grade.reason] if grade.reason else []
        if grade.needs_review:
            said.append("to be marked by a person")
        if entry.was is not None:
            said.append(f"score of the teacher; the program's was {percent(entry.was)}")
        rows.append([_link(number, len(graded), entry.name), percent(grade.score), words("; ".join(said))])
    return section("All responses", table(["File", "Score", "Remark"], rows, (1,)))


def _link(number: int, of: int, name: str) -> str:
    return f'<a href="{words(page_name(number, of, name))}">{words(name)}</a>'
