"""Falls: if a claim is false, which claims lose all support?"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Iterator

from argmap.classroom.exercises.distractors import LEAST_DISTRACTORS, are_different, leads_to
from argmap.classroom.exercises.excerpts import draw_map
from argmap.classroom.exercises.exercise import Exercise, ExerciseType, Level
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.making import Question, Sketch, make_choices, number_options
from argmap.classroom.exercises.material import Material
from argmap.classroom.exercises.phrasing import quote, quote_all
from argmap.graph import supporting_claims
from argmap.model import Inference

_MOST_CLAIMS = 12
_MOST_OPTIONS = 6
_LEAST_STEPS = 3


def find_fallen(inferences: Iterable[Inference], removed: Collection[str]) -> frozenset[str]:
    """Return the claims that lose all support if some are false: no inference to them is left intact.

    An inference falls with any of its premises, and with its warrant; a claim that no inference concludes needs none.
    What is removed is not among what falls. O(premises).

    Examples:
        >>> steps = [
        ...     Inference(id="r1", premises=("P1", "P2"), conclusion="C1"),
        ...     Inference(id="r2", premises=("P3",), conclusion="C1"),
        ...     Inference(id="r3", premises=("C1", "P4"), conclusion="C"),
        ... ]
        >>> sorted(find_fallen(steps, ["P1"])), sorted(find_fallen(steps, ["P4"]))
        ([], ['C'])
        >>> sorted(find_fallen(steps, ["P1", "P3"]))
        ['C', 'C1']
    """
    steps = list(inferences)
    before = _stands(steps, ())
    return before - _stands(steps, removed) - frozenset(removed)


def _stands(steps: list[Inference], removed: Collection[str]) -> frozenset[str]:
    """Return the claims that stand: those without a reason, and what follows from them; least fixed point."""
    concluded = {step.conclusion for step in steps}
    missing = [len(supporting_claims(step)) for step in steps]
    waiting: dict[str, list[int]] = {}
    for number, step in enumerate(steps):
        for claim_id in supporting_claims(step):
            waiting.setdefault(claim_id, []).append(number)
    queue = [claim_id for claim_id in waiting if claim_id not in concluded and claim_id not in removed]
    stands = set(queue)
    for claim_id in queue:  # grows while it is read
        for number in waiting.get(claim_id, ()):
            missing[number] -= 1
            conclusion = steps[number].conclusion
            if missing[number] == 0 and conclusion not in stands and conclusion not in removed:
                stands.add(conclusion)
                queue.append(conclusion)
    return frozenset(stands)


def make_falls(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield exercises that suppose a claim false and ask what falls with it, beside a picture of what stands on it."""
    claims = sorted({claim_id for step in material.inferences for claim_id in step.premises})
    rng.shuffle(claims)
    made = False
    seen: set[frozenset[str]] = set()
    for claim_id in claims:
        steps = _above(material, claim_id)
        fallen = find_fallen(steps, [claim_id])
        if not fallen or not material.is_stated(claim_id):
            continue
        shown = frozenset(step.id for step in steps)
        if shown in seen:
            continue
        exercise = _make(material, rng, claim_id, steps, fallen)
        if not isinstance(exercise, Dropped):
            seen.add(shown)
            made = True
        yield exercise
    if not made:
        yield Dropped(ExerciseType.FALLS, (), "no claim brings another down, beside one that stays up")


def _above(material: Material, claim_id: str) -> list[Inference]:
    """Return the inferences to what the claim leads to, as far as they fit: all those to a claim, or none."""
    steps: dict[str, Inference] = {}
    claims = {claim_id}
    queue = [claim_id]
    for other in queue:  # grows while it is read
        for conclusion in dict.fromkeys(step.conclusion for step in material.steps_from(other)):
            reasons = material.reasons(conclusion)
            new = {c for step in reasons for c in (*supporting_claims(step), conclusion)} - claims
            known = all(step.id in steps for step in reasons)
            if known or len(claims) + len(new) > _MOST_CLAIMS:
                continue
            steps.update({step.id: step for step in reasons})
            claims |= new
            queue.append(conclusion)
    return list(steps.values())


def _make(
    material: Material, rng: random.Random, claim_id: str, steps: list[Inference], fallen: frozenset[str]
) -> Exercise | Dropped:
    about = (claim_id, *sorted(fallen))
    conclusions = {step.conclusion for step in steps}
    if len(steps) < _LEAST_STEPS:
        return Dropped(ExerciseType.FALLS, about, "too few steps stand on it")
    if any(material.graph.is_held(conclusion) for conclusion in conclusions):
        return Dropped(ExerciseType.FALLS, about, "a claim above it has a source of its own beside its reasons")
    if any(not material.is_whole(step) for c in conclusions for step in material.graph.inferences_to(c)[:50]):
        return Dropped(ExerciseType.FALLS, about, "a step to a claim above it is not in order")
    standing = sorted(conclusions - fallen - {claim_id})
    leaves = sorted({c for step in steps for c in step.premises} - conclusions - {claim_id})
    rng.shuffle(leaves)
    if any(leads_to(material, claim_id, [leaf]) for leaf in leaves):
        return Dropped(ExerciseType.FALLS, about, "what rests on it is too much to show")
    wrong = [*standing, *(c for c in leaves if material.is_stated(c))][: max(0, _MOST_OPTIONS - len(fallen))]
    if len(wrong) < LEAST_DISTRACTORS:
        return Dropped(ExerciseType.FALLS, about, "fewer than two claims stay up, or nearly all fall")
    chosen = (*sorted(fallen), *wrong)
    if not are_different(material, map(material.text, (claim_id, *chosen))):
        return Dropped(ExerciseType.FALLS, about, "two of the claims say nearly the same")
    if not all(material.is_stated(c) for c in chosen):
        return Dropped(ExerciseType.FALLS, about, "one of the claims is never stated")
    sketches = [Sketch(material.text(c), _why_falls(steps, c), c, 1.0) for c in sorted(fallen)]
    sketches += [Sketch(material.text(c), _why_stands(material, steps, c, fallen, claim_id), c) for c in wrong]
    claims = dict.fromkeys(c for step in steps for c in (step.conclusion, *supporting_claims(step)))
    question = Question(
        ExerciseType.FALLS,
        about,
        f"Suppose that this does not hold: {quote(material.text(claim_id))}\n\n"
        "Which of these claims then lose all support in the map? Reasons that work together fall together; a claim "
        "with another reason stays up.",
        Level.HARD if len(fallen) > 1 or standing else Level.MEDIUM,
        "A claim falls when each of the reasons for it has lost a premise.",
        figure=draw_map(material, claims, steps, main=_tops(steps)),
    )
    return make_choices(material, question, number_options(rng, sketches))


def _tops(steps: list[Inference]) -> list[str]:
    used = {c for step in steps for c in supporting_claims(step)}
    return sorted({step.conclusion for step in steps} - used)


def _why_falls(steps: list[Inference], claim_id: str) -> str:
    number = sum(1 for step in steps if step.conclusion == claim_id)
    return "Its only reason has lost a premise." if number == 1 else "Each of its reasons has lost a premise."


def _why_stands(material: Material, steps: list[Inference], claim_id: str, fallen: frozenset[str], removed: str) -> str:
    intact = [
        step for step in steps if step.conclusion == claim_id and not {*supporting_claims(step)} & (fallen | {removed})
    ]
    if not intact:
        return "It does not rest on the claim at all."
    still = quote_all(map(material.text, intact[0].premises))
    if len(intact) == sum(1 for step in steps if step.conclusion == claim_id):
        return f"All that is said for it still stands: {still}."
    return f"It still has the independent reason {still}."
