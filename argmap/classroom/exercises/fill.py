"""Fill: put claims into the empty places of a map."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations
from math import factorial, prod

from argmap.classroom.exercises.distractors import are_different, leads_to, pick, strangers
from argmap.classroom.exercises.excerpts import Excerpt, draw_map, find_excerpt
from argmap.classroom.exercises.exercise import Exercise, ExerciseType, Level, MatchExercise, Prompt
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.making import Sketch, exercise_id, number_options, tags
from argmap.classroom.exercises.material import Material
from argmap.classroom.exercises.phrasing import quote
from argmap.graph import goal, supporting_claims
from argmap.model import Attack, Inference

_SIZES = (6, 8)
_LEAST_SLOTS = 3
_MOST_SLOTS = 5
_EXTRA = 2

Step = Inference | Attack
Shape = Counter[tuple[str, frozenset[str], str]]


def make_fill(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield exercises about parts of the map in which three to five claims are left empty.

    Places that look alike, such as the premises of one reason, may be filled in any order. No other two places may be
    filled the other way round, and no claim that is left over fits into a place.
    """
    tops = sorted({step.conclusion for step in material.inferences})
    rng.shuffle(tops)
    seen: set[frozenset[str]] = set()
    made = False
    for number, top in enumerate(tops):
        excerpt = find_excerpt(material, top, _SIZES[number % 2])
        slots = _choose_slots(material, rng, excerpt)
        if len(slots) < _LEAST_SLOTS or frozenset(slots) in seen:
            continue
        seen.add(frozenset(slots))
        exercise = _make(material, rng, excerpt, slots)
        made = made or not isinstance(exercise, Dropped)
        yield exercise
    if not made:
        yield Dropped(ExerciseType.FILL, (), "no part of the map has three places that only one claim fits each")


def _choose_slots(material: Material, rng: random.Random, excerpt: Excerpt) -> list[str]:
    """Return claims to leave empty: stated ones, in turn, as long as nothing but what looks alike can change places."""
    steps = excerpt.steps
    candidates = [claim_id for claim_id in excerpt.claims[1:] if material.is_stated(claim_id)]
    rng.shuffle(candidates)
    slots: list[str] = []
    for claim_id in candidates:
        if len(slots) == min(_MOST_SLOTS, len(excerpt.claims) - 2):
            break
        if _is_clear(steps, [*slots, claim_id]):
            slots.append(claim_id)
    return sorted(slots)


def _is_clear(steps: Sequence[Step], slots: list[str]) -> bool:
    """Tell whether the places can be told apart by what stands around them, but for those in groups.

    No place leads to another, and two places for or against the same claim have to be in one group, or a student would
    have to guess in which of two reasons for it the claim belongs. Three or more places are not all in one group.
    """
    near = {slot: [step for step in steps if slot in _used(step) or goal(step) == slot] for slot in slots}
    if any(goal(step) in slots and set(_used(step)) & set(slots) for step in steps):
        return False
    groups = _groups(steps, slots)
    group_of = {slot: number for number, group in enumerate(groups) for slot in group}
    for one, other in combinations(slots, 2):
        ends = [{(step.__class__, goal(step)) for step in near[slot] if slot in _used(step)} for slot in (one, other)]
        if ends[0] & ends[1] and group_of.get(one, -1) != group_of.get(other, -2):
            return False
    if len(slots) >= _LEAST_SLOTS and any(len(group) == len(slots) for group in groups):
        return False
    same = sum(
        1 for order in permutations(slots) if _shape(steps, dict(zip(slots, order, strict=True))) == _shape(steps)
    )
    return same == prod(factorial(len(group)) for group in groups)


def _groups(steps: Sequence[Step], slots: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the slots that can change places with one another without a change of the map, two or more at a time."""
    whole = _shape(steps)
    groups: list[list[str]] = []
    for slot in slots:
        for group in groups:
            if _shape(steps, {slot: group[0], group[0]: slot}) == whole:
                group.append(slot)
                break
        else:
            groups.append([slot])
    return [tuple(group) for group in groups if len(group) > 1]


def _shape(steps: Sequence[Step], names: Mapping[str, str] | None = None) -> Shape:
    """Return what the steps join, with some claims renamed; a step that is attacked is known by what it joins."""
    names = names or {}
    used = {step.id: sorted(names.get(claim_id, claim_id) for claim_id in _used(step)) for step in steps}
    joined = {step.id: f"{used[step.id]} {names.get(goal(step), goal(step))}" for step in steps}
    return Counter(
        (
            step.__class__.__name__,
            frozenset(used[step.id]),
            joined.get(goal(step), names.get(goal(step), goal(step))),
        )
        for step in steps
    )


def _used(step: Step) -> tuple[str, ...]:
    return supporting_claims(step) if isinstance(step, Inference) else step.premises


def _make(material: Material, rng: random.Random, excerpt: Excerpt, slots: Sequence[str]) -> Exercise | Dropped:
    steps = excerpt.steps
    if not are_different(material, map(material.text, excerpt.claims)):
        return Dropped(ExerciseType.FILL, (excerpt.top, *slots), "two of the claims say nearly the same")
    extra = _extra(material, rng, excerpt, slots)
    options = number_options(rng, [Sketch(material.text(c), element=c) for c in (*slots, *extra)])
    id_of = {option.element or "": option.id for option, _ in options}
    places = {slot: f"s{number}" for number, slot in enumerate(slots, start=1)}
    names = {slot: f"({number})" for number, slot in enumerate(slots, start=1)}
    return MatchExercise(
        id=exercise_id(ExerciseType.FILL, excerpt.top),
        type=ExerciseType.FILL,
        stem="Some claims of this map are left out. Which claim belongs into which place?"
        + (" Not all of them have a place." if extra else ""),
        level=Level.MEDIUM if len(slots) == _LEAST_SLOTS else Level.HARD,
        feedback="A claim belongs where it supports, or speaks against, the claim directly above it.",
        figure=draw_map(
            material,
            excerpt.claims,
            excerpt.inferences,
            excerpt.attacks,
            text_of=lambda claim_id: names.get(claim_id, material.text(claim_id)),
            main=[excerpt.top],
        ),
        tags=tags(material, excerpt.claims),
        provenance=material.provenance(excerpt.elements),
        prompts=tuple(
            Prompt(id=place, text=names[slot], feedback=_feedback(material, steps, slot, slots, id_of), element=slot)
            for slot, place in places.items()
        ),
        options=tuple(option for option, _ in options),
        key={place: id_of[slot] for slot, place in places.items()},
        groups=tuple(tuple(places[slot] for slot in group) for group in _groups(steps, slots)),
        is_once=True,
    )


def _extra(material: Material, rng: random.Random, excerpt: Excerpt, slots: Sequence[str]) -> list[str]:
    """Return claims that fit no place: they attack nothing, support nothing here, and nothing here supports them."""
    ends = {goal(step) for step in excerpt.steps if set(_used(step)) & set(slots)} & set(excerpt.claims)
    pool = (
        claim_id
        for claim_id in strangers(material, rng)
        if not material.graph.attacks_from(claim_id) and not any(leads_to(material, end, [claim_id]) for end in ends)
    )
    texts = map(material.text, excerpt.claims)
    return pick(material, pool, _EXTRA, targets=excerpt.claims, unlike=texts, leave_out=excerpt.claims)


def _feedback(
    material: Material, steps: Sequence[Step], slot: str, slots: Sequence[str], id_of: Mapping[str, str]
) -> dict[str, str]:
    """Return for each option that does not belong here where it does."""
    here = {goal(step) for step in steps if slot in _used(step)}
    alike = next((group for group in _groups(steps, slots) if slot in group), (slot,))
    said = dict.fromkeys(id_of.values(), "It has no place in this part of the argument.")
    said.update((id_of[other], _where(material, steps, other, here)) for other in slots)
    return {option: text for option, text in said.items() if option not in {id_of[other] for other in alike}}


def _where(material: Material, steps: Sequence[Step], slot: str, here: set[str]) -> str:
    step = next((step for step in steps if slot in _used(step)), None)
    if step is None or goal(step) not in material.graph.claims:
        return "It belongs elsewhere in this map."
    how = "as an objection" if isinstance(step, Attack) else "as a reason"
    if goal(step) in here:
        return f"It belongs under the same claim, but {how}."
    return f"It belongs under {quote(material.text(goal(step)))}, {how}."
