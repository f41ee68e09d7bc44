"""Build: make the map of an argument from its claims."""

from __future__ import annotations

import random
from collections.abc import Iterator

from argmap.classroom.exercises.distractors import are_different
from argmap.classroom.exercises.excerpts import Excerpt, draw_map, find_excerpt
from argmap.classroom.exercises.exercise import BuildExercise, Exercise, ExerciseType, Level
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.making import Sketch, exercise_id, number_options, tags
from argmap.classroom.exercises.material import Material
from argmap.classroom.exercises.phrasing import quote
from argmap.classroom.exercises.sentences import find_idle_sentences
from argmap.model import ArgumentMap, Attack, Inference

_SMALL, _MIDDLE, _LARGE = 6, 9, 14
_LEAST_CLAIMS = 4
_LEAST_STEPS = 2
_POINTS = 5
_MOST_IDLE = 2
_MOST_TRIED = 20


def make_build(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield exercises that give the claims of a part of the map, and ask for the map.

    The argument for each main claim comes first, whole if a class can do it, then smaller parts. If there is a text,
    one or two sentences of it that the map has no use for stand among the claims.
    """
    tops = sorted(material.graph.main_ids)
    rng.shuffle(tops)
    others = sorted({step.conclusion for step in material.inferences} - set(tops))
    rng.shuffle(others)
    idle = list(find_idle_sentences(material)) if material.passages else []
    rng.shuffle(idle)
    idle = idle[:_MOST_TRIED]
    covered: set[str] = set()
    for number, top in enumerate((*tops, *others)):
        if not material.text(top):
            continue
        most = _LARGE if top in material.graph.main_ids else (_SMALL, _MIDDLE)[number % 2]
        excerpt = find_excerpt(material, top, most)
        if len(excerpt.claims) < _LEAST_CLAIMS or len(excerpt.steps) < _LEAST_STEPS:
            continue
        if covered.issuperset(excerpt.claims):
            continue
        if not are_different(material, map(material.text, excerpt.claims)):
            yield Dropped(ExerciseType.BUILD, (top,), "two of the claims say nearly the same")
            continue
        covered.update(excerpt.claims)
        yield _make(material, rng, excerpt, idle)
    if not covered:
        yield Dropped(ExerciseType.BUILD, (), "no claim has an argument of four claims and two steps")


def _make(material: Material, rng: random.Random, excerpt: Excerpt, idle: list[str]) -> BuildExercise:
    size = len(excerpt.claims)
    fitting = [sentence for sentence in idle if not _says_a_claim(material, sentence, excerpt)]
    foreign = [] if size <= _SMALL else fitting[: _MOST_IDLE if size > _MIDDLE else 1]
    sketches = [Sketch(material.text(claim_id), element=claim_id) for claim_id in excerpt.claims]
    drawn = number_options(rng, [*sketches, *(Sketch(sentence) for sentence in foreign)])
    options = tuple(option.model_copy(update={"id": f"c{option.id[1:]}"}) for option, _ in drawn)
    names = {option.element: option.id for option in options if option.element}
    reference = draw_map(material, excerpt.claims, excerpt.inferences, excerpt.attacks, main=[excerpt.top])
    extra = " Some of the sentences do not belong into it." if foreign else ""
    return BuildExercise(
        id=exercise_id(ExerciseType.BUILD, excerpt.top),
        type=ExerciseType.BUILD,
        stem=f"Build the map of the argument about {quote(material.text(excerpt.top))}: what supports what, what works "
        f"together, and what speaks against what?{extra}",
        level=Level.MEDIUM if size <= _SMALL else Level.HARD,
        points=_POINTS,
        feedback="Other maps than the reference can be good. Say why each reason supports the claim directly above it.",
        tags=tags(material, excerpt.claims),
        provenance=material.provenance(excerpt.elements),
        options=options,
        key=(_renamed(reference, names),),
    )


def _says_a_claim(material: Material, sentence: str, excerpt: Excerpt) -> bool:
    """Tell whether most significant words of the sentence are in one of the claims, so that it may say the same."""
    terms = material.terms_of(sentence).keys()
    return any(2 * len(terms & material.terms(claim_id).keys()) >= len(terms) for claim_id in excerpt.claims)


def _renamed(drawn: ArgumentMap, names: dict[str, str]) -> ArgumentMap:
    """Return the map with the ids of the options for claims, and ids for steps that tell nothing."""
    steps: tuple[Inference | Attack, ...] = (*drawn.inferences, *drawn.attacks)
    new = names | {step.id: f"s{number}" for number, step in enumerate(steps, start=1)}
    return drawn.model_copy(
        update={
            "main": tuple(new[claim_id] for claim_id in drawn.main),
            "claims": tuple(claim.model_copy(update={"id": new[claim.id]}) for claim in drawn.claims),
            "inferences": tuple(
                step.model_copy(
                    update={
                        "id": new[step.id],
                        "premises": tuple(new[claim_id] for claim_id in step.premises),
                        "conclusion": new[step.conclusion],
                        "warrant": new[step.warrant] if step.warrant else None,
                    }
                )
                for step in drawn.inferences
            ),
            "attacks": tuple(
                step.model_copy(
                    update={
                        "id": new[step.id],
                        "premises": tuple(new[claim_id] for claim_id in step.premises),
                        "target": new[step.target],
                    }
                )
                for step in drawn.attacks
            ),
        }
    )
