"""Order: bring a chain of reasoning into an order in which each claim comes after what supports it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from argmap.classroom.exercises.distractors import are_different, leads_to, pick, strangers
from argmap.classroom.exercises.excerpts import Excerpt, find_excerpt
from argmap.classroom.exercises.exercise import Exercise, ExerciseType, Level, OrderExercise
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.making import Sketch, exercise_id, number_options, tags
from argmap.classroom.exercises.material import Material
from argmap.model import Inference

MOST_STEPS = 10
_SIZES = (5, 8, MOST_STEPS)
_LEAST = 4


def make_order(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield exercises about chains of three levels or more: claims, their reasons, and the reasons for these.

    Any order is right in which each claim comes after all that supports it. At the hard level one claim belongs to
    another part of the argument and is to be left out.
    """
    tops = sorted({step.conclusion for step in material.inferences if _is_deep(material, step)})
    rng.shuffle(tops)
    if not tops:
        yield Dropped(ExerciseType.ORDER, (), "no claim has a reason that has a reason of its own")
    for number, top in enumerate(tops):
        yield _make(material, rng, top, number)


def _is_deep(material: Material, step: Inference) -> bool:
    return any(material.reasons(claim_id) for claim_id in step.premises)


def _make(material: Material, rng: random.Random, top: str, number: int) -> Exercise | Dropped:
    sizes = [size for size in _SIZES if size >= _SIZES[number % 2]]
    excerpts = (find_excerpt(material, top, size, with_attacks=False, as_chain=True) for size in sizes)
    excerpt = next((found for found in excerpts if _is_chain(found)), None)
    if excerpt is None:
        return Dropped(ExerciseType.ORDER, (top,), "too few of its reasons fit into a chain")
    inside = set(excerpt.claims)
    before = sorted({(c, goal) for c in inside for goal in material.onward(c) if goal in inside and goal != c})
    if not are_different(material, map(material.text, excerpt.claims)):
        return Dropped(ExerciseType.ORDER, (top,), "two of the claims say nearly the same")
    order = _sorted(excerpt.claims, before)
    if not order:
        return Dropped(ExerciseType.ORDER, (top,), "the claims support one another in a circle")
    foreign = _foreign(material, rng, excerpt.claims) if number % 3 == 2 else []
    options = number_options(rng, [Sketch(material.text(c), element=c) for c in (*order, *foreign)])
    id_of = {option.element: option.id for option, _ in options}
    extra = " One of them belongs to another part of the argument: leave it out." if foreign else ""
    return OrderExercise(
        id=exercise_id(ExerciseType.ORDER, top),
        type=ExerciseType.ORDER,
        stem=f"Bring these claims into an order in which each comes after all that supports it.{extra}",
        level=Level.HARD if foreign or len(order) > _SIZES[0] else Level.MEDIUM,
        feedback="Begin with what has no reason here, and end with what all the others lead to. More than one order "
        "may be right.",
        tags=tags(material, excerpt.claims),
        provenance=material.provenance((*excerpt.claims, *foreign)),
        options=tuple(option for option, _ in options),
        key=tuple(id_of[claim_id] for claim_id in order),
        before=tuple((id_of[first], id_of[second]) for first, second in before),
    )


def _is_chain(excerpt: Excerpt) -> bool:
    return len(excerpt.claims) >= _LEAST and any(step.conclusion != excerpt.top for step in excerpt.inferences)


def _sorted(claims: tuple[str, ...], before: list[tuple[str, str]]) -> list[str]:
    """Return the claims in an order that the pairs ask for; none if there is no such order."""
    sorter: TopologicalSorter[str] = TopologicalSorter({claim_id: [] for claim_id in sorted(claims)})
    for first, second in before:
        sorter.add(second, first)
    try:
        return list(sorter.static_order())
    except CycleError:
        return []


def _foreign(material: Material, rng: random.Random, claims: tuple[str, ...]) -> list[str]:
    texts = list(map(material.text, claims))
    pool = (
        claim_id
        for claim_id in strangers(material, rng)
        if not material.graph.attacks_from(claim_id)
        and not any(leads_to(material, other, [claim_id]) for other in claims)
    )
    return pick(material, pool, 1, targets=claims, unlike=texts, leave_out=claims)
