"""Provisional grades of what was written in one's own words."""

from __future__ import annotations

from argmap.checks.language import find_language, find_words
from argmap.checks.words import quote_words
from argmap.classroom.exercises import WriteExercise
from argmap.classroom.grading.responses import read_words
from argmap.classroom.grading.result import Grade, GradePart
from argmap.graph.matching import plain_text


def grade_write(exercise: WriteExercise, response: object, language: str = "en") -> Grade:
    """Return a provisional grade: 1 for the model answer itself, else 0 until a person has marked it.

    What is said are hints by the terms that the text holds or lacks; they earn nothing.

    Args:
        exercise: the exercise.
        response: the text.
        language: BCP 47 language of the text, so that inflected words count as the terms.

    Raises:
        Refusal: the response is no text, or too long.
    """
    text = read_words(response)
    if plain_text(text) == plain_text(exercise.key):
        return Grade(1.0, (GradePart(exercise.key, 1.0),), exercise.feedback)
    found = _stems(text, language)
    lacking = [term for term in exercise.terms if not _stems(term, language) <= found]
    said = [exercise.feedback]
    if lacking:
        said.append(f"a hint, not a mark: the text does not mention {quote_words(lacking, most=len(lacking))}")
    return Grade(0.0, feedback="\n".join(line for line in said if line), needs_review=True)


def _stems(text: str, language: str) -> set[str]:
    known = find_language(language)
    words = find_words(text)
    return set(words) if known is None else {known.stem(word) for word in words}
