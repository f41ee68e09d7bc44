"""Attach: which claim does each reason support?"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from argmap.classroom.exercises.distractors import are_alike, leads_to, pick, strangers
from argmap.classroom.exercises.exercise import Exercise, ExerciseType, Level, MatchExercise, Option, Prompt
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.making import Sketch, exercise_id, name_of, number_options, tags
from argmap.classroom.exercises.material import Material
from argmap.classroom.exercises.phrasing import quote

_LEAST_PAIRS = 3
_MOST_PAIRS = 5
_MOST_TRIED = 40
_MOST_MISSES = 10
_EXTRA = 1

Pair = tuple[str, str]
"""A reason and the claim that it supports."""


def make_attach(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield exercises that ask which claim each of a few reasons supports.

    No reason supports another's claim, in any number of steps.
    """
    pairs = _find_pairs(material)
    rng.shuffle(pairs)
    if len(pairs) < _LEAST_PAIRS:
        yield Dropped(ExerciseType.ATTACH, (), "fewer than three reasons that support one claim only")
    misses = 0
    while len(pairs) >= _LEAST_PAIRS and misses < _MOST_MISSES:
        chosen = _choose(material, pairs)
        taken = set(chosen) or {pairs[0]}
        pairs = [pair for pair in pairs if pair not in taken]
        if len(chosen) < _LEAST_PAIRS:
            misses += 1
            about = tuple(reason for reason, _ in chosen)
            yield Dropped(ExerciseType.ATTACH, about, "too few reasons that support different claims")
        else:
            yield _make(material, rng, chosen)


def _find_pairs(material: Material) -> list[Pair]:
    """Return one stated premise of each inference that supports nothing else and speaks against nothing."""
    pairs: list[Pair] = []
    for step in material.inferences:
        if material.is_stated(step.conclusion):
            only = [c for c in step.premises if material.is_stated(c) and _supports_one(material, c)]
            pairs += [(claim_id, step.conclusion) for claim_id in only[:1]]
    return pairs


def _supports_one(material: Material, claim_id: str) -> bool:
    return len(set(material.onward(claim_id))) == 1 and not material.graph.attacks_from(claim_id)


def _choose(material: Material, pairs: Sequence[Pair]) -> list[Pair]:
    chosen: list[Pair] = []
    for pair in pairs[:_MOST_TRIED]:
        if len(chosen) < _MOST_PAIRS and all(_are_apart(material, pair, other) for other in chosen):
            chosen.append(pair)
    return chosen


def _are_apart(material: Material, one: Pair, other: Pair) -> bool:
    """Tell whether neither reason supports the other's claim, and all four say different things."""
    texts = [[material.text(claim_id) for claim_id in pair] for pair in (one, other)]
    return (
        not {*one}.intersection(other)
        and not any(are_alike(material, text, another) for text in texts[0] for another in texts[1])
        and not leads_to(material, one[0], other[1:])
        and not leads_to(material, other[0], one[1:])
    )


def _make(material: Material, rng: random.Random, pairs: Sequence[Pair]) -> MatchExercise:
    reasons, claims = [reason for reason, _ in pairs], [claim_id for _, claim_id in pairs]
    texts = list(map(material.text, (*reasons, *claims)))
    pool = (c for c in strangers(material, rng) if not any(leads_to(material, reason, [c]) for reason in reasons))
    extra = pick(material, pool, _EXTRA, targets=claims, unlike=texts, leave_out=(*reasons, *claims))
    options = number_options(rng, [Sketch(material.text(c), element=c) for c in (*claims, *extra)])
    id_of = {option.element: option.id for option, _ in options}
    prompts = tuple(
        Prompt(
            id=f"s{number}",
            text=material.text(reason),
            feedback=_feedback(material, [option for option, _ in options], claim_id),
            element=reason,
        )
        for number, (reason, claim_id) in enumerate(pairs, start=1)
    )
    return MatchExercise(
        id=exercise_id(ExerciseType.ATTACH, name_of(sorted(reasons))),
        type=ExerciseType.ATTACH,
        stem="Each of these statements is a reason. Which claim does the article support with it?"
        + (" One of the claims is left over." if extra else ""),
        level=Level.EASY if len(pairs) == _LEAST_PAIRS else Level.MEDIUM,
        feedback="Read “because” between the claim and the reason, and see whether it makes sense.",
        tags=tags(material, (*reasons, *claims)),
        provenance=material.provenance((*reasons, *claims, *extra)),
        prompts=prompts,
        options=tuple(option for option, _ in options),
        key={f"s{number}": id_of[claim_id] for number, (_, claim_id) in enumerate(pairs, start=1)},
        is_once=True,
    )


def _feedback(material: Material, options: Sequence[Option], claim_id: str) -> dict[str, str]:
    said = f"It gives a reason for {quote(material.text(claim_id))}."
    return {option.id: said for option in options if option.element != claim_id}
