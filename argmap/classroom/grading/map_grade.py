"""The grade of a map: held against reference maps, of which the best match counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from argmap.classroom.agreement import Nearness, Overlap, kirschner
from argmap.classroom.grading.boxes import find_shared_boxes
from argmap.classroom.grading.map_marks import PARTS, WHOLE, Marking, Marks, mark, own_id
from argmap.classroom.grading.map_response import MapResponse, find_size_problem, read_map_response
from argmap.classroom.grading.mistakes import Mistake, Quote, find_mistakes
from argmap.classroom.grading.responses import Refusal
from argmap.classroom.grading.result import Grade, GradePart, distinct_lines
from argmap.graph.alignment import LEAST_LIKENESS, Alignment
from argmap.graph.links import Linked
from argmap.graph.lookup import by_id
from argmap.model import ArgumentMap
from argmap.model.printable import one_line, printable

WEIGHTS = (0.2, 0.6, 0.2)
"""What claims, links and grouping count in the score."""

_NONE = Overlap(0, 0, 0)
_NOT_NEAR = Nearness(0.0, 0.0)
_MOST_QUOTED = 120


@dataclass(frozen=True, slots=True)
class MapGrade(Grade):
    """How far a map agrees with a reference.

    Attributes:
        claims, links, grouping: how many claims, links and pairs of co-premises are right.
        kirschner: how near the links are, without their labels (Kirschner, Eckle-Kohler and Gurevych).
        mistakes: what differs from the reference.
        reference: the number of the reference that matches best, counted from 0.
        alignment: which claim of the map is which of the reference; None if the map was not looked into.
        linked: the map as links under the names of the reference, without listed claims that it does not use; None if
            it was not looked into.
    """

    claims: Overlap = _NONE
    links: Overlap = _NONE
    grouping: Overlap = _NONE
    kirschner: Nearness = _NOT_NEAR
    mistakes: tuple[Mistake, ...] = ()
    reference: int = 0
    alignment: Alignment | None = None
    linked: Linked | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """All feedback, in order: the reason, what is to be said as a whole, the parts, then each difference."""
        said = (self.reason, self.feedback, *(part.feedback for part in self.parts), *(m.line for m in self.mistakes))
        return distinct_lines(said)


def grade_map(  # noqa: PLR0913 - each says how to mark, and has a default
    student: object,
    references: ArgumentMap | Sequence[ArgumentMap],
    *,
    weights: Sequence[float] = WEIGHTS,
    nearly: float = 1.0,
    given: Collection[str] = (),
    overrides: Mapping[str, float] | None = None,
    least: float = LEAST_LIKENESS,
) -> MapGrade:
    """Return the grade of a map: the weighted mean of F1 for claims, for links with their labels, and for co-premises.

    A part of which neither map has anything does not count. A link that is not in the reference but leads up to its
    claim there, along a link of the same label and then reasons, counts as 1 ÷ the number of steps, so that one step
    too high is worth a half (the credit of Kirschner et al., with labels). So is a reply that denies what an objection
    says where that of the reference denies that it counts, or the other way round.

    Args:
        student: the map, as an `ArgumentMap`, as what reading a file gave, or as an object or a text in argmap's own
            format. Whatever else it is, the grade is 0 and has a reason.
        references: one map or several; the one that gives the best grade counts, of equal ones the first.
        weights: what claims, links and co-premises count, 0 or more.
        nearly: how much of the credit for links that are nearly right counts, 0 to 1; 0 for plain F1.
        given: ids of claims that students were handed; they count as found where some link uses them.
        overrides: scores, 0 to 1, that a teacher gives instead, by name: claims, links, grouping, or score for the
            whole.
        least: how alike the texts of two claims have to be that say the same, above 0 and at most 1.

    Raises:
        ValueError: there is no reference, one is too large, or a weight or an override is out of range.

    Examples:
        >>> from argmap.formats import loads
        >>> reference = loads('{argmap: 1, claims: {a: A, b: B}, inferences: {i: {premises: b, conclusion: a}}}')
        >>> grade_map("{argmap: 1, claims: {a: A, b: B}}", reference).lines
        ('0 of 1 links right', '"B" is a reason for "A"; that link is missing')
    """
    several = (references,) if isinstance(references, ArgumentMap) else tuple(references)
    marking = Marking(tuple(weights), nearly, frozenset(given), overrides or {}, least)
    _check_references(several)
    try:
        response = read_map_response(student)
    except Refusal as refusal:
        return MapGrade(marking.overrides.get(WHOLE, 0.0), reason=str(refusal))
    marks = [mark(response.map, reference, marking) for reference in several]
    # Of the best the first, whatever a teacher's score makes of them all.
    number = max(range(len(marks)), key=lambda number: (marks[number].score, -number))
    return _grade(response, several[number], marks[number], marking, number)


def _check_references(references: Sequence[ArgumentMap]) -> None:
    if not references:
        raise ValueError("found no reference, expected one map or several")
    for reference in references:
        if problem := find_size_problem(reference):
            raise ValueError(f"the reference is too large: {problem}")


def _grade(response: MapResponse, reference: ArgumentMap, marks: Marks, marking: Marking, number: int) -> MapGrade:
    quote = _quoter(response.map, reference, marks)
    claims, links, grouping = marks.overlaps
    parts = tuple(
        GradePart(name, score, _tell(name, part, marks.nearly_right if part is links else 0.0))
        for name, score, part in zip(PARTS, marks.scores, marks.overlaps, strict=True)
        if score is not None
    )
    boxes = find_shared_boxes(response.map, reference, marks.alignment)
    return MapGrade(
        marks.score,
        parts,
        response.remark,
        claims=claims,
        links=links,
        grouping=grouping,
        kirschner=kirschner(marks.reference, marks.student),
        mistakes=tuple(find_mistakes(marks.student, marks.reference, quote, marking.given, boxes)),
        reference=number,
        alignment=marks.alignment,
        linked=marks.student,
    )


def _tell(name: str, part: Overlap, nearly: float) -> str:
    """Return how much of a part is right; "" if all is."""
    what = "pairs that work together" if name == "grouping" else name
    if part.shared == part.reference == part.found:
        return ""
    told = [f"{part.shared} of {part.reference} {what} right"]
    if wrong := part.found - part.shared:
        told.append(f"{wrong} not in the reference")
    if nearly:
        told.append("some of them nearly right")
    return ", ".join(told)


def _quoter(student: ArgumentMap, reference: ArgumentMap, marks: Marks) -> Quote:
    """Return what gives the words for a name; a claim of the reference is quoted in the words of the student."""
    own, theirs = by_id(student.claims), by_id(reference.claims)
    texts = {pair.other: own[pair.claim].text for pair in marks.alignment.pairs}

    def quote(name: str) -> str:
        claim = theirs.get(name) or own.get(own_id(name))
        text = texts.get(name) or (claim.text if claim is not None else "")
        return f'"{_shorten(text)}"' if text.strip() else f"[{printable(own_id(name))}]"

    return quote


def _shorten(text: str) -> str:
    plain = one_line(text)
    return plain if len(plain) <= _MOST_QUOTED else f"{plain[: _MOST_QUOTED - 3].rstrip()}..."
