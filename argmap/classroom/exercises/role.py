"""Role: what does each statement do in the argument?"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence

from argmap.classroom.exercises.distractors import are_different
from argmap.classroom.exercises.exercise import Exercise, ExerciseType, Level, MatchExercise, Option, Prompt
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.making import exercise_id, name_of, tags
from argmap.classroom.exercises.material import Material
from argmap.classroom.exercises.phrasing import quote, quote_all
from argmap.classroom.exercises.roles import PlainRole, clear_role
from argmap.graph import goal

_SHARES = ((PlainRole.REASON, 2), (PlainRole.STEP, 1), (PlainRole.MAIN, 1), (PlainRole.OBJECTION, 1),
           (PlainRole.REPLY, 1))  # fmt: skip
_LEAST_ROLES = 3
_LEAST_PROMPTS = 4
_HALF = 0.5
_USES = 2
_OPTIONS = tuple(Option(id=f"o{number}", text=role.value) for number, role in enumerate(PlainRole, start=1))
_ID_OF = {role: option.id for role, option in zip(PlainRole, _OPTIONS, strict=True)}


def make_role(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield exercises that ask for the roles of four to six claims.

    Only claims with one clear role are asked about, none more than twice. A sub-conclusion taken for a reason, or the
    other way round, earns half.
    """
    groups = _drawn_groups(material, rng)
    if sum(1 for claims in groups.values() if claims) < _LEAST_ROLES:
        yield Dropped(ExerciseType.ROLE, (), "fewer than three roles that are clear occur in the map")
        return
    for turn in range(_USES * max(map(len, groups.values()))):
        parts = {role: _take(groups[role], share, turn) for role, share in _SHARES}
        if sum(1 for part in parts.values() if part) < _LEAST_ROLES:
            return
        chosen = [claim_id for part in parts.values() for claim_id in part]
        if len(chosen) < _LEAST_PROMPTS:
            yield Dropped(ExerciseType.ROLE, tuple(chosen), "fewer than four claims with a clear role")
        elif not are_different(material, map(material.text, chosen)):
            yield Dropped(ExerciseType.ROLE, tuple(chosen), "two of the claims say nearly the same")
        else:
            rng.shuffle(chosen)
            yield _make(material, chosen)


def _drawn_groups(material: Material, rng: random.Random) -> Mapping[PlainRole, list[str]]:
    groups: dict[PlainRole, list[str]] = {role: [] for role in PlainRole}
    for claim_id in material.stated:
        role = clear_role(material, claim_id)
        if role:
            groups[role].append(claim_id)
    for claims in groups.values():
        rng.shuffle(claims)
    return groups


def _take(claims: Sequence[str], share: int, turn: int) -> list[str]:
    """Return the next claims of a group; where it is used up, from the start once more, and then none."""
    again = claims if share > 1 else (*claims, *claims)
    return list(again[turn * share : (turn + 1) * share])


def _make(material: Material, chosen: Sequence[str]) -> MatchExercise:
    roles = {claim_id: clear_role(material, claim_id) for claim_id in chosen}
    prompts, key, credits_ = [], {}, {}
    for number, (claim_id, role) in enumerate(roles.items(), start=1):
        assert role is not None
        prompt_id = f"s{number}"
        said = _explain(material, claim_id, role)
        others = {_ID_OF[other]: said for other in PlainRole if other is not role}
        prompts.append(Prompt(id=prompt_id, text=material.text(claim_id), feedback=others, element=claim_id))
        key[prompt_id] = _ID_OF[role]
        confused = {PlainRole.STEP: PlainRole.REASON, PlainRole.REASON: PlainRole.STEP}.get(role)
        if confused:
            credits_[prompt_id] = {_ID_OF[confused]: _HALF}
    return MatchExercise(
        id=exercise_id(ExerciseType.ROLE, name_of(sorted(chosen))),
        type=ExerciseType.ROLE,
        stem="What does each of these statements do in the argument of the article?",
        level=Level.EASY,
        feedback="Ask of each statement what is said for it, and what it is said for or against.",
        tags=tags(material, chosen),
        provenance=material.provenance(chosen),
        prompts=tuple(prompts),
        options=_OPTIONS,
        key=key,
        credits=credits_,
    )


def _explain(material: Material, claim_id: str, role: PlainRole) -> str:
    graph = material.graph
    text = quote(material.text(claim_id))
    serves = quote_all(filter(None, map(material.text, dict.fromkeys(material.onward(claim_id)))), most=1)
    behind = quote_all((material.text(step.premises[0]) for step in material.reasons(claim_id)), most=1)
    against = quote_all((material.text(_goal(material, attack.target)) for attack in graph.attacks_from(claim_id)), 1)
    match role:
        case PlainRole.MAIN:
            return f"{text} is what the argument is for: nothing further is concluded from it."
        case PlainRole.STEP:
            return f"{text} has a reason, {behind or 'in the article'}, and is itself a reason for {serves}."
        case PlainRole.REASON:
            return f"{text} is a reason for {serves}; the article gives no reason for it."
        case PlainRole.OBJECTION:
            return f"{text} speaks against {against}."
        case PlainRole.REPLY:
            return f"{text} answers an objection to {against}."


def _goal(material: Material, element_id: str) -> str:
    """Return the claim that an attack is on in the end, through the steps and attacks that it is on."""
    seen: set[str] = set()
    while element_id not in material.graph.claims and element_id not in seen:
        seen.add(element_id)
        step = material.step(element_id)
        if step is None:
            return ""
        element_id = goal(step)
    return element_id
