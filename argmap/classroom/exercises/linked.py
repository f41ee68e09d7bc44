"""Linked or separate: do two premises work together, or is each a reason on its own?"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from argmap.classroom.exercises.distractors import are_alike
from argmap.classroom.exercises.exercise import Exercise, ExerciseType, Level, MatchExercise, Option, Prompt
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.making import exercise_id, name_of, tags
from argmap.classroom.exercises.material import Material
from argmap.classroom.exercises.phrasing import quote, words_in_quotes
from argmap.classroom.exercises.rules_of_steps import bridged_terms, is_general, shared_words
from argmap.graph import supporting_claims
from argmap.model import Inference

_LEAST_PAIRS = 4
_MOST_PAIRS = 6
_MOST_TRIED = 24
_TOGETHER = Option(id="o1", text="They work together: each needs the other")
_APART = Option(id="o2", text="Two separate reasons: each counts without the other")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two premises, what they are premises for, and why they are linked or not."""

    one: str
    other: str
    conclusion: str
    is_linked: bool
    why: str


def make_linked(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield exercises about four to six pairs of premises, at least one of them linked and one not.

    A pair counts as linked only if one of the two is there to connect the other with the conclusion: whether two
    pieces of evidence are one reason or two is too often a matter of taste.
    """
    steps = list(material.inferences)
    rng.shuffle(steps)
    conclusions = list(dict.fromkeys(step.conclusion for step in steps))
    linked = (pair for step in steps for pair in _linked_pair(material, step))
    apart = (pair for claim_id in conclusions for pair in _separate_pairs(material, claim_id))
    left: tuple[list[_Pair], list[_Pair]] = ([], [])
    made = 0
    while True:
        for queue, source in zip(left, (linked, apart), strict=True):
            queue.extend(islice(source, _MOST_TRIED - len(queue)))
        chosen = _choose(material, left)
        if not chosen:
            break
        for queue in left:
            queue[:] = [pair for pair in queue if pair not in chosen]
        rng.shuffle(chosen)
        made += 1
        yield _make(material, chosen)
    if not made:
        yield Dropped(ExerciseType.LINKED, (), "fewer than four pairs of premises that are clearly linked or separate")


def _linked_pair(material: Material, step: Inference) -> Iterator[_Pair]:
    used = supporting_claims(step)
    general = [claim_id for claim_id in used if is_general(material, step, claim_id)]
    others = [claim_id for claim_id in used if claim_id not in general and material.is_stated(claim_id)]
    if len(general) != 1 or not others:
        return
    one = max(others, key=lambda claim_id: shared_words(material, claim_id, general[0]))
    if any(
        one in other.premises and general[0] not in supporting_claims(other)
        for other in material.reasons(step.conclusion)
    ):
        return
    words = bridged_terms(material, step, general[0], [one])
    goal = quote(material.text(step.conclusion))
    lost = f"says nothing about {words_in_quotes(words)}" if words else f"is not yet a reason for {goal}"
    why = f"Without {quote(material.text(general[0]))}, {quote(material.text(one))} {lost}."
    yield _Pair(one, general[0], step.conclusion, is_linked=True, why=why)


def _separate_pairs(material: Material, conclusion: str) -> Iterator[_Pair]:
    """Yield pairs of premises of two reasons for the claim, those that need no general premise first."""
    steps = sorted(material.reasons(conclusion), key=lambda step: (len(supporting_claims(step)), step.id))
    together = [frozenset(supporting_claims(step)) for step in steps]
    goal = material.terms(conclusion).keys()
    found: list[str] = []
    for step in steps:
        plain = [c for c in step.premises if material.is_stated(c) and not is_general(material, step, c)]
        if plain:
            found.append(max(plain, key=lambda claim_id: len(material.terms(claim_id).keys() & goal)))
    leads = list(dict.fromkeys(found))
    why = f"Take one away, and the other is still a reason for {quote(material.text(conclusion))}."
    for one, other in zip(leads[::2], leads[1::2], strict=False):
        if not any({one, other} <= used for used in together):
            yield _Pair(one, other, conclusion, is_linked=False, why=why)


def _choose(material: Material, left: Sequence[Sequence[_Pair]]) -> list[_Pair]:
    """Return pairs of both kinds in turn that have no claim in common; none if they are too few."""
    chosen: list[_Pair] = []
    queues = [list(queue) for queue in left]
    while len(chosen) < _MOST_PAIRS and any(queues):
        for queue in queues:
            fit = next((pair for pair in queue if _fits(material, pair, chosen)), None)
            if fit is None:
                queue.clear()
            elif len(chosen) < _MOST_PAIRS:
                chosen.append(fit)
                queue.remove(fit)
    kinds = {pair.is_linked for pair in chosen}
    return chosen if len(chosen) >= _LEAST_PAIRS and len(kinds) == 2 else []


def _fits(material: Material, pair: _Pair, chosen: Sequence[_Pair]) -> bool:
    if are_alike(material, material.text(pair.one), material.text(pair.other)):
        return False
    shared = {pair.one, pair.other}
    return not any(shared & {other.one, other.other} for other in chosen)


def _make(material: Material, pairs: Sequence[_Pair]) -> MatchExercise:
    prompts = tuple(
        Prompt(
            id=f"s{number}",
            text=f"{quote(material.text(pair.one))} and {quote(material.text(pair.other))}, "
            f"for {quote(material.text(pair.conclusion))}",
            feedback={(_APART if pair.is_linked else _TOGETHER).id: pair.why},
        )
        for number, pair in enumerate(pairs, start=1)
    )
    about = [claim_id for pair in pairs for claim_id in (pair.one, pair.other, pair.conclusion)]
    return MatchExercise(
        id=exercise_id(
            ExerciseType.LINKED, name_of(sorted({claim for pair in pairs for claim in (pair.one, pair.other)}))
        ),
        type=ExerciseType.LINKED,
        stem="Do the two premises work together, or is each a reason on its own for the same claim?\n\n"
        "Some of the premises are never said in the article, but the argument needs them.",
        level=Level.MEDIUM,
        feedback="Cross one of the two out. If the other is then no reason any more, they work together.",
        tags=tags(material, about),
        provenance=material.provenance(about),
        prompts=prompts,
        options=(_TOGETHER, _APART),
        key={f"s{number}": (_TOGETHER if pair.is_linked else _APART).id for number, pair in enumerate(pairs, start=1)},
    )
