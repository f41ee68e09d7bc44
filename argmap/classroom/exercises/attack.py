"""Attack: does an objection hit the conclusion, a reason, or the step between them?"""

from __future__ import annotations

import random
from collections.abc import Iterator

from argmap.classroom.exercises.distractors import are_different
from argmap.classroom.exercises.exercise import Exercise, ExerciseType, Level, Option
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.making import Question, Sketch, make_choice
from argmap.classroom.exercises.material import Material
from argmap.classroom.exercises.phrasing import argument_in_lines, quote, quote_all
from argmap.graph import AttackKind
from argmap.model import Attack, Inference


def make_attack(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield an exercise for each attack: what of the argument that it is on does it deny?

    What a reply denies is often a matter of reading, so a teacher should look at those, and at objections to arguments
    from several reasons.
    """
    attacks = list(material.attacks)
    rng.shuffle(attacks)
    if not attacks:
        yield Dropped(ExerciseType.ATTACK, (), "the map has no attack")
    for attack in attacks:
        target = material.step(attack.target)
        if isinstance(target, Attack):
            yield _on_objection(material, attack, target)
            continue
        step = target or _argument_about(material, attack)
        if step is None:
            yield Dropped(ExerciseType.ATTACK, (attack.id,), "nothing is concluded from its target, or to it")
        else:
            yield _on_argument(material, attack, step)


def _argument_about(material: Material, attack: Attack) -> Inference | None:
    """Return the argument to show: to the target if the attack denies a conclusion, from it if it denies a reason."""
    is_rebuttal = material.graph.attack_kind(attack) is AttackKind.REBUT
    steps = material.reasons(attack.target) if is_rebuttal else material.steps_from(attack.target)
    usable = [step for step in steps if not {*step.premises, step.conclusion} & {*attack.premises}]
    return min(usable, key=lambda step: (len(step.premises), step.id), default=None)


def _on_argument(material: Material, attack: Attack, step: Inference) -> Exercise | Dropped:
    premises = [material.text(claim_id) for claim_id in dict.fromkeys(step.premises)]
    conclusion = material.text(step.conclusion)
    objections = [material.text(claim_id) for claim_id in dict.fromkeys(attack.premises)]
    if not are_different(material, [*premises, conclusion, *objections]):
        return Dropped(ExerciseType.ATTACK, (attack.id,), "the objection says nearly the same as what it is on")
    right = 2 if attack.target == step.id else 0 if attack.target == step.conclusion else 1
    reason = "The reason" if len(premises) == 1 else "One of the reasons"
    texts = (
        "The conclusion: it speaks against what is concluded",
        f"{reason}: it speaks against something that is said for the conclusion",
        "The step: it grants what is said, and denies that the conclusion follows from it",
    )
    objection = quote_all(objections)
    whys = (
        f"{objection} speaks against {quote(conclusion)} itself.",
        f"{objection} speaks against {quote(material.text(attack.target))}, which is a reason here.",
        f"{objection} does not deny {quote(conclusion)} outright; it denies that {quote_all(premises)} shows it.",
    )
    question = Question(
        ExerciseType.ATTACK,
        (attack.id, *attack.premises, step.id, *step.premises, step.conclusion),
        f"What does the objection hit?\n\n{argument_in_lines(premises, conclusion)}\n\nObjection: {objection}",
        Level.HARD if right == 2 else Level.MEDIUM,
        whys[right],
        needs_review=True,  # readers differ on what an objection hits, as it may speak against a reason as well
    )
    return make_choice(material, question, _fixed(texts, whys[right], right))


def _on_objection(material: Material, attack: Attack, target: Attack) -> Exercise | Dropped:
    """Ask what a reply to an objection denies: what the objection says, or that it counts."""
    if target.target not in material.graph.claims:
        return Dropped(ExerciseType.ATTACK, (attack.id,), "it is a reply to a reply, too deep to show")
    objection, reply = (quote_all(map(material.text, dict.fromkeys(step.premises))) for step in (target, attack))
    claim = material.text(target.target)
    said = [material.text(claim_id) for claim_id in (*target.premises, target.target, *attack.premises)]
    if not are_different(material, said):
        return Dropped(ExerciseType.ATTACK, (attack.id,), "the reply says nearly the same as what it is on")
    texts = (
        "It denies what the objection says",
        "It joins the objection: it speaks against the claim too",
        "It leaves standing what the objection says, and denies that it counts enough against the claim",
    )
    why = f"{reply} does not deny that {objection}; it denies that this settles the matter."
    question = Question(
        ExerciseType.ATTACK,
        (attack.id, *attack.premises, target.id, *target.premises, target.target),
        f"What does the reply do?\n\nClaim: {quote(claim)}\n\nObjection: {objection}\n\nReply: {reply}",
        Level.HARD,
        why,
        needs_review=True,
    )
    return make_choice(material, question, _fixed(texts, why, 2))


def _fixed(texts: tuple[str, ...], why: str, right: int) -> list[tuple[Option, Sketch]]:
    """Return options that keep their order, as labels do."""
    sketches = [Sketch(text, why, credit=float(number == right)) for number, text in enumerate(texts)]
    return [
        (Option(id=f"o{number}", text=sketch.text, feedback=sketch.feedback), sketch)
        for number, sketch in enumerate(sketches, start=1)
    ]
