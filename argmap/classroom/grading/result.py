"""What a grade is: a score, the parts it is made of, and feedback."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import isfinite
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class GradePart:
    """One part of a grade: a slot, a pair, a link.

    Attributes:
        name: what it is about, in the words of the map.
        score: 0 to 1.
        feedback: what to say to the student; "" if there is nothing to say.
    """

    name: str
    score: float
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """How right a response is.

    Attributes:
        score: 0 to 1.
        parts: what the score is made of, in the order of the exercise.
        feedback: what to say about the response as a whole.
        reason: why the score is 0 without a look at the content, such as a response that cannot be read; else "".
        needs_review: True if a person has to mark it; the score is then only provisional.
    """

    score: float
    parts: tuple[GradePart, ...] = ()
    feedback: str = ""
    reason: str = ""
    needs_review: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """All feedback, in order and each line once: the reason, what is to be said as a whole, then part by part."""
        return distinct_lines((self.reason, self.feedback, *(part.feedback for part in self.parts)))

    def points(self, most: float = 1) -> float:
        """Return the score as points.

        Args:
            most: the points of a full score.
        """
        return self.score * most


G = TypeVar("G", bound=Grade)


def distinct_lines(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the lines of all texts, without empty ones and each once."""
    return tuple(dict.fromkeys(line for text in texts for line in text.split("\n") if line))


def refuse(reason: str) -> Grade:
    """Return the grade of a response that is not looked into.

    Args:
        reason: why; lower case, no full stop.
    """
    return Grade(0.0, reason=reason)


def override(grade: G, score: float, remark: str = "") -> G:
    """Return the grade with the score that a teacher gives instead; no one has to look at it again.

    Args:
        grade: the grade.
        score: 0 to 1.
        remark: what to say about it, before all other feedback.

    Raises:
        ValueError: the score is out of range.
    """
    if not (isfinite(score) and 0 <= score <= 1):
        raise ValueError(f"found the score {score}, expected one from 0 to 1")
    feedback = "\n".join(line for line in (remark, grade.feedback) if line)
    return replace(grade, score=float(score), feedback=feedback, needs_review=False)
