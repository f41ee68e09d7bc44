"""Conclusion: what is the article, or this part of it, there to show?"""

from __future__ import annotations

import random
from collections.abc import Iterator

from argmap.classroom.exercises.distractors import LEAST_DISTRACTORS, are_different, leads_to, pick, strangers
from argmap.classroom.exercises.exercise import Exercise, ExerciseType, Level
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.making import Question, Sketch, make_choice, number_options
from argmap.classroom.exercises.material import Material
from argmap.classroom.exercises.phrasing import quote
from argmap.graph import supporting_claims
from argmap.model import Proposal

_HALF = 0.5
_MOST_OPTIONS = 5


def make_conclusion(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield exercises that ask for a main claim of the article, then for the conclusion among a few statements.

    A sub-conclusion earns half.
    """
    mains = [claim_id for claim_id in sorted(material.graph.main_ids) if material.reasons(claim_id)]
    rng.shuffle(mains)
    for claim_id in mains:
        yield _about_article(material, rng, claim_id)
    conclusions = sorted({step.conclusion for step in material.inferences})
    rng.shuffle(conclusions)
    for claim_id in conclusions:
        made = _about_passage(material, rng, claim_id)
        if made:
            yield made
    if not mains and not conclusions:
        yield Dropped(ExerciseType.CONCLUSION, (), "nothing is concluded in the map")


def _about_article(material: Material, rng: random.Random, main: str) -> Exercise | Dropped:
    """Ask for the main claim among its nearest reasons, the first and last claims of the article, and others."""
    text = material.text(main)
    if not material.is_stated(main):
        return Dropped(ExerciseType.CONCLUSION, (main,), "the article never states the main claim")
    nearest = [claim_id for step in material.reasons(main) for claim_id in step.premises]
    subs = [claim_id for claim_id in nearest if material.graph.has_reason(claim_id) and _is_below(material, claim_id)]
    rng.shuffle(subs)
    half = pick(material, subs, 1, unlike=[text])
    pool = [*_outermost(material), *sorted(strangers(material, rng), key=material.graph.has_reason)]
    rest = pick(
        material,
        (claim_id for claim_id in pool if _is_below(material, claim_id)),
        _MOST_OPTIONS - 1 - len(half),
        unlike=[text, *map(material.text, half)],
        leave_out=half,
    )
    if len(half) + len(rest) < LEAST_DISTRACTORS:
        return Dropped(ExerciseType.CONCLUSION, (main,), "fewer than two claims that cannot be taken for main claims")
    sketches = [Sketch(text, "This is what the argument is for.", main, 1.0)]
    for other in (*half, *rest):
        credit = _HALF if material.graph.has_reason(other) else 0.0
        sketches.append(Sketch(material.text(other), _why_below(material, other), other, credit))
    several = len(material.graph.main_ids) > 1
    is_last = not any(main in supporting_claims(step) for step in material.inferences)
    ends = "the argument comes to rest in it" if is_last else "it is one of the claims that the article argues for"
    asked = "is a main claim of the article" if several else "is the main claim of the article"
    question = Question(
        ExerciseType.CONCLUSION,
        (main, *half, *rest),
        f"Which of these {asked}: what the rest is said for?",
        Level.EASY,
        f"{quote(text)} is supported by other claims, and {ends}.",
    )
    return make_choice(material, question, number_options(rng, sketches))


def _about_passage(material: Material, rng: random.Random, claim_id: str) -> Exercise | Dropped | None:
    """Ask which of a few statements the others support; None where the claim has too few reasons to ask."""
    premises = [c for step in material.reasons(claim_id) for c in step.premises if material.is_stated(c)]
    direct = list(dict.fromkeys(c for c in premises if c != claim_id))
    rng.shuffle(direct)
    if len(direct) < LEAST_DISTRACTORS or not material.is_stated(claim_id):
        return None
    sub, behind = _find_sub_conclusion(material, direct)
    chosen = [sub, behind] if sub else []
    chosen += [c for c in direct if c not in chosen][: _MOST_OPTIONS - 2 - len(chosen) + (0 if sub else 1)]
    about = (claim_id, *chosen)
    if len(chosen) < LEAST_DISTRACTORS:
        return Dropped(ExerciseType.CONCLUSION, about, "fewer than two statements beside the conclusion")
    if not are_different(material, map(material.text, about)):
        return Dropped(ExerciseType.CONCLUSION, about, "two of the statements say nearly the same")
    if leads_to(material, claim_id, chosen):
        return Dropped(ExerciseType.CONCLUSION, about, "the statements support one another in a circle")
    sketches = [Sketch(material.text(claim_id), "The others support it.", claim_id, 1.0)]
    for other in chosen:
        credit = _HALF if other == sub else 0.0
        sketches.append(Sketch(material.text(other), _serves(material, other, claim_id, behind, sub), other, credit))
    question = Question(
        ExerciseType.CONCLUSION,
        about,
        "These statements are one piece of reasoning from the article. Which of them do all the others support, "
        "directly or by way of another?",
        Level.MEDIUM if sub else Level.EASY,
        f"Put “because” behind {quote(material.text(claim_id))}: each of the others can follow.",
        name=f"{claim_id}-below",
    )
    return make_choice(material, question, number_options(rng, sketches))


def _find_sub_conclusion(material: Material, direct: list[str]) -> tuple[str, str]:
    """Return a premise that has a stated reason outside the others, and that reason; "" and "" if there is none."""
    for claim_id in direct:
        for step in material.reasons(claim_id):
            for premise in step.premises:
                is_outside = material.is_stated(premise) and premise not in direct
                if is_outside and not leads_to(material, claim_id, [premise]):
                    return claim_id, premise
    return "", ""


def _serves(material: Material, claim_id: str, conclusion: str, behind: str, sub: str) -> str:
    if claim_id == sub:
        return f"It is supported, but it is itself used to support {quote(material.text(conclusion))}."
    goal = sub if claim_id == behind else conclusion
    return f"It is a reason: it supports {quote(material.text(goal))}."


def _is_below(material: Material, claim_id: str) -> bool:
    """Tell whether nobody can take the claim for a main claim: it is none, no proposal, and serves another claim."""
    claim = material.graph.claims[claim_id]
    return (
        claim_id not in material.graph.main_ids
        and not isinstance(claim, Proposal)
        and material.is_stated(claim_id)
        and bool(material.onward(claim_id))
    )


def _why_below(material: Material, claim_id: str) -> str:
    goals = [text for text in map(material.text, material.onward(claim_id)) if text]
    return (
        f"It is itself used to support {quote(goals[0])}." if goals else "It is itself used to support another claim."
    )


def _outermost(material: Material) -> list[str]:
    """Return the first and the last claim of the article, by paragraph."""
    places = sorted(
        (anchor.paragraph, claim_id)
        for claim_id in material.stated
        for anchor in material.graph.claims[claim_id].at[:1]
        if anchor.paragraph is not None and anchor.source in {None, material.map.article}
    )
    return [places[0][1], places[-1][1]] if places else []
