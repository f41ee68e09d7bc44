"""Write: say the premise that the article leaves unsaid."""

from __future__ import annotations

import random
from collections.abc import Iterator

from argmap.classroom.exercises.exercise import Exercise, ExerciseType, Level, WriteExercise
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.making import exercise_id, tags
from argmap.classroom.exercises.material import Material
from argmap.classroom.exercises.phrasing import argument_in_lines, as_written, quote, words_in_quotes
from argmap.classroom.exercises.rules_of_steps import bridged_terms, stated_premises, unstated_premises
from argmap.graph import supporting_claims
from argmap.model import Inference


def make_write(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield an exercise for each step with one premise that the article leaves unsaid.

    What is written is marked by a person. The terms are those that the rabbit rule and holding hands ask for: words of
    the model answer that the conclusion or a premise has too.
    """
    steps = [step for step in material.inferences if unstated_premises(material, step)]
    rng.shuffle(steps)
    if not steps:
        yield Dropped(ExerciseType.WRITE, (), "no step of the map has a premise that the article leaves unsaid")
    for step in steps:
        unstated, stated = unstated_premises(material, step), stated_premises(material, step)
        if len(unstated) > 1:
            yield Dropped(ExerciseType.WRITE, (step.id,), "two premises of the step are unsaid")
        elif not stated:
            yield Dropped(ExerciseType.WRITE, (step.id,), "the article states none of the other premises")
        elif not material.is_stated(step.conclusion):
            yield Dropped(ExerciseType.WRITE, (step.id,), "the article never states the conclusion")
        else:
            yield _make(material, step, unstated[0], stated)


def _make(material: Material, step: Inference, unstated: str, stated: list[str]) -> WriteExercise:
    known = {stem for claim_id in (*stated, step.conclusion) for stem in material.terms(claim_id)}
    answer = material.text(unstated)
    terms = tuple(as_written(answer, word) for stem, word in material.terms(unstated).items() if stem in known)
    new = bridged_terms(material, step, unstated, stated)
    clue = f" The conclusion speaks of {words_in_quotes(new)}, and no stated premise does." if new else ""
    about = (step.id, *supporting_claims(step), step.conclusion)
    return WriteExercise(
        id=exercise_id(ExerciseType.WRITE, step.id),
        type=ExerciseType.WRITE,
        stem="The article needs one more premise for this step and never says it. Write it down in one sentence.\n\n"
        f"{argument_in_lines((material.text(claim_id) for claim_id in stated), material.text(step.conclusion))}",
        level=Level.HARD,
        feedback=f"One good answer is {quote(answer)}.{clue}",
        tags=tags(material, about),
        provenance=material.provenance(about),
        key=answer,
        terms=terms,
    )
