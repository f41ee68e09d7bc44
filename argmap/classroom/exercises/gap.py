"""Gap: where does the article leave something without support?"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from argmap.checks import check
from argmap.classroom.exercises.distractors import LEAST_DISTRACTORS, are_alike
from argmap.classroom.exercises.exercise import Exercise, ExerciseType, Level
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.making import Question, Sketch, make_choices, name_of, number_options
from argmap.classroom.exercises.material import Material
from argmap.classroom.exercises.phrasing import quote, quote_all, step_in_words
from argmap.classroom.exercises.rules_of_steps import is_general, stated_premises, unstated_premises
from argmap.graph import supporting_claims
from argmap.model import Given, Inference

_BARE = ("SUP001", "SRC001")
_LEAPS = ("SUP008",)
_RIGHT = 2
_OPTIONS = 5


def make_gap(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield exercises that ask which claims the article merely asserts, and which steps need what is never said.

    Both are what the checks find and no waiver accepts. Claims that are given are left out, since the article gives
    nothing for them either.
    """
    yield from _about_claims(material, rng)
    yield from _about_steps(material, rng)


def _find(material: Material, codes: Sequence[str]) -> frozenset[str]:
    return frozenset(finding.element or "" for finding in check(material.map, select=codes) if finding.waived is None)


# --- claims ---


def _about_claims(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    bare = _find(material, _BARE)
    sides = material.graph.sides
    asserted = [c for c in material.stated if c in bare and material.claim(c).by is None and c in sides]
    backed = [c for c in material.stated if c not in bare and c in sides and _is_backed(material, c)]
    if len(asserted) < _RIGHT or len(backed) < LEAST_DISTRACTORS:
        yield Dropped(ExerciseType.GAP, (), "fewer than two claims that are merely asserted, or than two that are not")
        return
    rng.shuffle(asserted)
    rng.shuffle(backed)
    for start in range(min(len(asserted) // _RIGHT, len(backed) // LEAST_DISTRACTORS)):
        right = asserted[start * _RIGHT : (start + 1) * _RIGHT]
        wrong = (backed[start * 2 :] + backed)[: _OPTIONS - _RIGHT]
        yield _claims(material, rng, right, list(dict.fromkeys(wrong)))


def _is_backed(material: Material, claim_id: str) -> bool:
    """Tell whether the article gives a reason or names a source, and the reader can see it there."""
    claim = material.claim(claim_id)
    cites = bool(material.graph.backing(claim))
    stated = any(stated_premises(material, step) for step in material.reasons(claim_id))
    return (cites or stated) and claim.given is Given.NONE


def _claims(material: Material, rng: random.Random, right: list[str], wrong: list[str]) -> Exercise | Dropped:
    about = (*right, *wrong)
    if _repeat(material, [material.text(claim_id) for claim_id in about]):
        return Dropped(ExerciseType.GAP, about, "two of the claims say nearly the same")
    bare = "The article gives neither a reason nor a source for it."
    sketches = [Sketch(material.text(c), bare, c, 1.0) for c in right]
    sketches += [Sketch(material.text(c), _backing(material, c), c) for c in wrong]
    question = Question(
        ExerciseType.GAP,
        about,
        "For some of these claims the article gives a reason or names a source; others it merely asserts. Which does "
        "it merely assert?",
        Level.MEDIUM,
        "A claim without a reason or a source may be true. The article does not show that it is.",
        name=name_of(sorted(about)),
    )
    return make_choices(material, question, number_options(rng, sketches))


def _backing(material: Material, claim_id: str) -> str:
    reasons = [c for step in material.reasons(claim_id) for c in stated_premises(material, step)]
    if reasons:
        return f"The article gives a reason: {quote(material.text(reasons[0]))}."
    names = [source.title for source in map(material.graph.sources.get, material.claim(claim_id).cites) if source]
    named = quote_all([name for name in names if name], most=2)
    return f"The article names a source: {named}." if named else "The article names a source."


# --- steps ---


def _about_steps(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    found = _find(material, _LEAPS)
    leaps = [step for step in material.inferences if step.id in found and _leaps(material, step)]
    sound = [step for step in material.inferences if step.id not in found and _is_bridged(material, step)]
    if not leaps:
        return
    if len(sound) < LEAST_DISTRACTORS:
        about = tuple(step.id for step in leaps)
        yield Dropped(
            ExerciseType.GAP, about, "fewer than two steps whose bridge the article states, to tell them from"
        )
        return
    rng.shuffle(leaps)
    rng.shuffle(sound)
    for start, leap in enumerate(leaps):
        others = [sound[(start + number) % len(sound)] for number in range(min(3, len(sound)))]
        yield _steps(material, rng, leap, others)


def _leaps(material: Material, step: Inference) -> bool:
    return bool(unstated_premises(material, step) and stated_premises(material, step)) and material.is_stated(
        step.conclusion
    )


def _is_bridged(material: Material, step: Inference) -> bool:
    """Tell whether the article states all of the step, with a premise that connects the others with the conclusion."""
    used = supporting_claims(step)
    return all(material.is_stated(claim_id) for claim_id in (*used, step.conclusion)) and any(
        is_general(material, step, claim_id) for claim_id in used
    )


def _steps(material: Material, rng: random.Random, leap: Inference, others: list[Inference]) -> Exercise | Dropped:
    steps = [leap, *others]
    shown = {step.id: _show(material, step) for step in steps}
    about = tuple(step.id for step in steps)
    if _repeat(material, list(shown.values())):
        return Dropped(ExerciseType.GAP, about, "two of the steps say nearly the same")
    missing = unstated_premises(material, leap)[0]
    sketches = [Sketch(shown[leap.id], f"It needs {quote(material.text(missing))}, which is never said.", leap.id, 1.0)]
    for step in others:
        bridge = next(c for c in supporting_claims(step) if is_general(material, step, c))
        said = f"This step is bridged by {quote(material.text(bridge))}."
        sketches.append(Sketch(shown[step.id], said, step.id))
    question = Question(
        ExerciseType.GAP,
        about,
        "One of these steps needs a general premise that the article never states. In the others it is there. Which "
        "step has the gap?",
        Level.HARD,
        "Look for a premise that says why the others bear on the conclusion.",
        needs_review=True,
    )
    return make_choices(material, question, number_options(rng, sketches))


def _show(material: Material, step: Inference) -> str:
    stated = [c for c in supporting_claims(step) if not material.claim(c).implicit]
    return step_in_words([material.text(claim_id) for claim_id in stated], material.text(step.conclusion))


def _repeat(material: Material, texts: list[str]) -> bool:
    return any(are_alike(material, text, other) for n, text in enumerate(texts) for other in texts[:n])
