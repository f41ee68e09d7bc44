"""Question: which critical question tests this step?"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping

from argmap.classroom.exercises.distractors import LEAST_DISTRACTORS, are_alike
from argmap.classroom.exercises.exercise import Exercise, ExerciseType, Level
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.making import Question, Sketch, make_choice, number_options
from argmap.classroom.exercises.material import Material
from argmap.classroom.exercises.phrasing import argument_in_lines, quote
from argmap.graph import supporting_claims
from argmap.model import Inference
from argmap.schemes import CriticalQuestion, Scheme, all_schemes

_DISTRACTORS = 3
_LETTER = re.compile(r"\b[A-Z]\d?\b(?!')")
_GENERIC = frozenset({"action", "bad", "case", "conclus", "good", "premis", "situat", "true"})
"""Stems that any scheme could have."""


def make_question(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield an exercise for each step that names its scheme: one of its critical questions among those of others.

    The others are questions of schemes that the map uses elsewhere.
    """
    catalogue = all_schemes()
    schemes: dict[str, Scheme] = {}
    for step in material.inferences:
        scheme = catalogue.find(step.scheme) if step.scheme else None
        if scheme and not all(question.side_effects for question in scheme.questions):
            schemes[step.id] = scheme
    steps = [step for step in material.inferences if step.id in schemes]
    rng.shuffle(steps)
    used = {scheme.id: scheme for scheme in schemes.values()}
    if len(used) < 2:
        yield Dropped(ExerciseType.QUESTION, (), "fewer than two steps of the map name schemes that differ")
        return
    for step in steps:
        yield _make(material, rng, step, schemes[step.id], used)


def _make(
    material: Material, rng: random.Random, step: Inference, scheme: Scheme, used: Mapping[str, Scheme]
) -> Exercise | Dropped:
    others = [
        (other, question) for key, other in sorted(used.items()) if key != scheme.id for question in other.questions
    ]
    rng.shuffle(others)
    found: list[tuple[Scheme, CriticalQuestion]] = []
    texts = [question.text for question in scheme.questions]
    for other, question in others:
        if len(found) < _DISTRACTORS and _is_foreign(material, other, question, scheme, texts):
            found.append((other, question))
            texts.append(question.text)
    if len(found) < LEAST_DISTRACTORS:
        return Dropped(ExerciseType.QUESTION, (step.id,), "the other schemes of the map ask nearly the same")
    right = rng.choice([question for question in scheme.questions if not question.side_effects])
    stated = [material.text(claim_id) for claim_id in supporting_claims(step)]
    sketches = [Sketch(right.text, f"It tests this kind of step: {scheme.about}", credit=1.0)]
    sketches += [
        Sketch(question.text, f"That question tests another kind of step: {other.about}") for other, question in found
    ]
    asked = Question(
        ExerciseType.QUESTION,
        (step.id, *supporting_claims(step), step.conclusion),
        f"{argument_in_lines(stated, material.text(step.conclusion))}\n\n"
        f"This step follows a common pattern: {_pattern(scheme)}\n\nWhich question puts such a step to the test?",
        Level.MEDIUM,
        f"The pattern is called {quote(scheme.name)}.",
    )
    return make_choice(material, asked, number_options(rng, sketches))


def _is_foreign(
    material: Material, other: Scheme, question: CriticalQuestion, scheme: Scheme, texts: list[str]
) -> bool:
    """Tell whether the question cannot be asked of the scheme as well.

    It has a letter or a word of its own pattern that the pattern of the scheme does not have, and is not nearly one of
    the scheme's own questions.
    """
    if scheme.find_question(question.id) or any(are_alike(material, question.text, text) for text in texts):
        return False
    known = set(material.terms_of(" ".join([_pattern(scheme), scheme.about, *texts]))) | _GENERIC
    own = material.terms_of(f"{_pattern(other)} {other.about}").keys()
    letters = set(_LETTER.findall(question.text)) - set(_LETTER.findall(_pattern(scheme)))
    return bool(letters) or bool((material.terms_of(question.text).keys() & own) - known)


def _pattern(scheme: Scheme) -> str:
    return " ".join([*(slot.text for slot in scheme.premises), f"So: {scheme.conclusion.text}"])
