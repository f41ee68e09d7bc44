"""Error: find the one mistake that was made in a map."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.classroom.exercises.distractors import are_different, leads_to
from argmap.classroom.exercises.excerpts import Excerpt, draw_map, find_excerpt
from argmap.classroom.exercises.exercise import Exercise, ExerciseType, Level
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.making import Question, Sketch, make_choice, number_options
from argmap.classroom.exercises.material import MOST_PREMISES, Material
from argmap.classroom.exercises.phrasing import quote, quote_all
from argmap.classroom.exercises.rules_of_steps import is_general, shared_words
from argmap.graph import goal, supporting_claims
from argmap.model import Attack, Inference
from argmap.schemes import all_schemes

_MOST_CLAIMS = 8
_LEAST_STEPS = 3
_NEAR = 0.5

Step = Inference | Attack

_BOTH_WAYS = frozenset({"sign", "evidence-to-hypothesis", "cause-to-effect", "correlation-to-cause"})
"""Schemes between a cause and what it shows itself by: who reads the step backwards has the other scheme."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A step that was changed.

    Attributes:
        step: as it is in the map.
        drawn: as it is drawn: one step, or the parts into which it is split.
        level: how hard it is to see.
        why: what is wrong, naming the claims.
    """

    step: Step
    drawn: tuple[Step, ...]
    level: Level
    why: str


def make_error(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield exercises about parts of the map in which one step is turned round, split, moved, or of the wrong kind.

    To name a step right above or right below the mistake earns half.
    """
    tops = sorted({step.conclusion for step in material.inferences})
    rng.shuffle(tops)
    seen: set[frozenset[str]] = set()
    for number, top in enumerate(tops):
        excerpt = find_excerpt(material, top, _MOST_CLAIMS)
        steps = excerpt.steps
        shown = frozenset(step.id for step in steps)
        if len(steps) < _LEAST_STEPS or shown in seen:
            continue
        seen.add(shown)
        yield _make(material, rng, excerpt, number)
    if not seen:
        yield Dropped(ExerciseType.ERROR, (), "no part of the map has three steps")


def _make(material: Material, rng: random.Random, excerpt: Excerpt, number: int) -> Exercise | Dropped:
    steps = excerpt.steps
    if not are_different(material, map(material.text, excerpt.claims)):
        return Dropped(ExerciseType.ERROR, (excerpt.top,), "two of the claims say nearly the same")
    plans = [_flip, _split, _reverse, _move]
    for turn in range(len(plans)):
        plan = plans[(number + turn) % len(plans)]
        candidates = list(steps)
        rng.shuffle(candidates)
        mistake = next(filter(None, (plan(material, rng, excerpt, step) for step in candidates)), None)
        if mistake:
            return _ask(material, rng, excerpt, mistake)
    return Dropped(
        ExerciseType.ERROR, (excerpt.top,), "no step of this part can be changed so that it is plainly wrong"
    )


def _flip(material: Material, _: random.Random, excerpt: Excerpt, step: Step) -> Mistake | None:
    """Draw a reason as an objection, where there is another objection, or an objection to a claim as a reason."""
    if goal(step) not in excerpt.claims or any(attack.target == step.id for attack in excerpt.attacks):
        return None
    texts, end = _together(material, step), quote(material.text(goal(step)))
    if isinstance(step, Inference):
        if not any(attack.target in excerpt.claims for attack in excerpt.attacks):
            return None
        why = f"{texts} {_verb(step, 'support')} {end}, and what is drawn is an objection."
        return Mistake(step, (Attack(id=step.id, premises=_used(step), target=goal(step)),), Level.EASY, why)
    why = f"{texts} {_verb(step, 'speak')} against {end}, and what is drawn is a reason."
    return Mistake(step, (Inference(id=step.id, premises=step.premises, conclusion=goal(step)),), Level.EASY, why)


def _reverse(material: Material, _: random.Random, excerpt: Excerpt, step: Step) -> Mistake | None:
    """Draw a reason from one premise the other way round, but not where the other way would be a reason, too."""
    if not isinstance(step, Inference) or len(_used(step)) != 1 or step.conclusion == excerpt.top:
        return None
    scheme = all_schemes().find(step.scheme) if step.scheme else None
    if scheme and scheme.id in _BOTH_WAYS:
        return None
    if any(attack.target == step.id for attack in excerpt.attacks):
        return None
    (premise,) = _used(step)
    text, end = quote(material.text(premise)), quote(material.text(step.conclusion))
    drawn = Inference(id=step.id, premises=(step.conclusion,), conclusion=premise)
    return Mistake(step, (drawn,), Level.MEDIUM, f"It is the wrong way round: {text} is the reason, for {end}.")


def _move(material: Material, rng: random.Random, excerpt: Excerpt, step: Step) -> Mistake | None:
    """Draw a reason under a claim that it does not support, shares no word with, and that is no neighbour."""
    if not isinstance(step, Inference) or any(attack.target == step.id for attack in excerpt.attacks):
        return None
    beside = {c for other in material.steps_from(step.conclusion) for c in _used(other)}
    ends = [c for c in excerpt.claims if c not in {*_used(step), step.conclusion, *beside} and material.is_stated(c)]
    rng.shuffle(ends)
    for end in ends:
        below = any(leads_to(material, end, [premise]) for premise in _used(step))
        near = any(shared_words(material, premise, end) for premise in _used(step))
        if below or near or any(leads_to(material, premise, [end]) for premise in _used(step)):
            continue
        texts = _together(material, step)
        right, wrong = (quote(material.text(claim_id)) for claim_id in (step.conclusion, end))
        why = f"{texts} {_verb(step, 'support')} {right}, not {wrong}."
        return Mistake(step, (step.model_copy(update={"conclusion": end}),), Level.HARD, why)
    return None


def _split(material: Material, _: random.Random, excerpt: Excerpt, step: Step) -> Mistake | None:
    """Draw two premises that work together as two reasons; only where one is there to connect the other."""
    if not isinstance(step, Inference) or step.warrant or len(set(step.premises)) != 2:
        return None
    if any(attack.target == step.id for attack in excerpt.attacks):
        return None
    general = [claim_id for claim_id in step.premises if is_general(material, step, claim_id)]
    if len(general) != 1:
        return None
    parts = tuple(
        Inference(id=f"{step.id[:190]}-{number}", premises=(claim_id,), conclusion=step.conclusion)
        for number, claim_id in enumerate(step.premises, start=1)
    )
    if any(material.graph.type_of(part.id) for part in parts):
        return None
    texts = quote_all(map(material.text, step.premises))
    why = f"{texts} are one reason: neither is a reason for {quote(material.text(step.conclusion))} without the other."
    return Mistake(step, parts, Level.HARD, why)


def _ask(material: Material, rng: random.Random, excerpt: Excerpt, mistake: Mistake) -> Exercise:
    steps = [part for step in excerpt.steps for part in (mistake.drawn if step.id == mistake.step.id else (step,))]
    is_split = len(mistake.drawn) > 1
    sketches = []
    for step in excerpt.steps:
        if step.id == mistake.step.id:
            text = " and ".join(_in_words(material, part, steps, is_split=is_split) for part in mistake.drawn)
            sketches.append(Sketch(text, mistake.why, step.id, 1.0))
        else:
            credit = _NEAR if any(_is_near(step, part) for part in mistake.drawn) else 0.0
            text = _in_words(material, step, steps, is_split=is_split)
            sketches.append(Sketch(text, "This is as it stands in the argument.", step.id, credit))
    question = Question(
        ExerciseType.ERROR,
        (excerpt.top, mistake.step.id, *excerpt.claims),
        "There is one mistake in this map. Which of its steps is wrong?",
        mistake.level,
        mistake.why,
        figure=draw_map(
            material,
            excerpt.claims,
            [step for step in steps if isinstance(step, Inference)],
            [step for step in steps if isinstance(step, Attack)],
            main=[excerpt.top],
        ),
        needs_review=mistake.level is not Level.EASY,
    )
    return make_choice(material, question, number_options(rng, sketches))


def _is_near(step: Step, drawn: Step) -> bool:
    """Tell whether a step leads into what the wrong step starts from, or starts from where that leads."""
    return goal(step) in _used(drawn) or goal(drawn) in _used(step)


def _in_words(material: Material, step: Step, steps: Sequence[Step], *, is_split: bool) -> str:
    """Return what a step says in words; where one is split, each says whether its premises stand alone."""
    start = _together(material, step)
    if is_split and isinstance(step, Inference) and len(_used(step)) == 1:
        start = f"{start} on its own"
    if isinstance(step, Inference):
        return f"{start} {_verb(step, 'support')} {quote(material.text(step.conclusion))}"
    speaks = _verb(step, "speak")
    if step.target in material.graph.claims:
        return f"{start} {speaks} against {quote(material.text(step.target))}"
    target = next(other for other in steps if other.id == step.target)
    others, end = quote_all(map(material.text, _used(target))), goal(target)
    if isinstance(target, Inference):
        return f"{start} {speaks} against the step from {others} to {quote(material.text(end))}"
    return f"{start} {speaks} against the objection {others}"


def _together(material: Material, step: Step) -> str:
    texts = quote_all(map(material.text, _used(step)), most=MOST_PREMISES)
    return texts if len(_used(step)) == 1 else f"{texts} together"


def _verb(step: Step, verb: str) -> str:
    return f"{verb}s" if len(_used(step)) == 1 else verb


def _used(step: Step) -> tuple[str, ...]:
    return supporting_claims(step) if isinstance(step, Inference) else step.premises
