"""Bridge: which statement, if added, connects the premises with the conclusion?"""

from __future__ import annotations

import random
from collections.abc import Iterator

from argmap.classroom.exercises.distractors import LEAST_DISTRACTORS, are_alike, leads_to, pick, strangers
from argmap.classroom.exercises.exercise import Exercise, ExerciseType, Level
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.making import Question, Sketch, make_choice, number_options
from argmap.classroom.exercises.material import Material
from argmap.classroom.exercises.phrasing import argument_in_lines, conditional, quote, words_in_quotes
from argmap.classroom.exercises.rules_of_steps import bridged_terms, is_general, new_terms, stated_premises
from argmap.graph import supporting_claims
from argmap.model import Inference

_CONVERSE = 0.25
_MOST_CLAIMS = 3
_MOST_TRIED = 20
_MOST_LETTERS = 150
_IF = "if "


def make_bridge(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield an exercise for each step with one premise that is there to connect the others with the conclusion.

    The premise is taken out, and to be found among bridges of other steps, other claims, and the converse of the step,
    which earns a quarter. Steps from one premise, which nobody has given a bridge, come after them: the key is then
    "if the premise, then the conclusion".
    """
    steps = list(material.inferences)
    rng.shuffle(steps)
    bridges = list(dict.fromkeys(claim_id for step in steps for claim_id in _bridges(material, step)))
    made = 0
    for step in steps:
        found = _bridges(material, step)
        if len(found) == 1:
            made += 1
            yield _with_bridge(material, rng, step, found[0], bridges)
        elif len(found) > 1:
            yield Dropped(ExerciseType.BRIDGE, (step.id,), "two premises connect the others with the conclusion")
    for step in steps:
        if supporting_claims(step) == step.premises and len(step.premises) == 1 and _is_plain(material, step):
            made += 1
            yield _with_conditional(material, rng, step)
    if not made:
        yield Dropped(ExerciseType.BRIDGE, (), "no step has a premise that connects the others with the conclusion")


def _bridges(material: Material, step: Inference) -> list[str]:
    return [claim_id for claim_id in supporting_claims(step) if is_general(material, step, claim_id)]


def _is_plain(material: Material, step: Inference) -> bool:
    return material.is_stated(step.premises[0]) and material.is_stated(step.conclusion)


def _with_bridge(
    material: Material, rng: random.Random, step: Inference, bridge: str, bridges: list[str]
) -> Exercise | Dropped:
    premises = [claim_id for claim_id in stated_premises(material, step) if claim_id != bridge]
    if not premises:
        return Dropped(ExerciseType.BRIDGE, (step.id,), "the article states none of the other premises")
    texts = [material.text(claim_id) for claim_id in premises]
    conclusion = material.text(step.conclusion)
    others = rng.sample(bridges, min(len(bridges), _MOST_TRIED))
    onward = [claim_id for claim_id in material.onward(step.conclusion) if material.is_stated(claim_id)]
    targets = {step.conclusion}
    found = pick(
        material,
        [*others, *onward[:1], *strangers(material, rng)],
        _MOST_CLAIMS,
        targets=targets,
        unlike=[material.text(bridge), conclusion, *texts],
        leave_out=(step.conclusion, *supporting_claims(step)),
    )
    if len(found) < LEAST_DISTRACTORS:
        return Dropped(ExerciseType.BRIDGE, (step.id,), "fewer than two claims that do not support the conclusion")
    words = bridged_terms(material, step, bridge, premises)
    missing = list(new_terms(material, step, premises).values())
    sketches = [Sketch(material.text(bridge), _why(words), bridge, 1.0)]
    sketches += [Sketch(material.text(c), _why_not(material, step, c, onward, missing), c) for c in found]
    if len(premises) == 1:
        said = "That is the step the other way round: from the conclusion to the premise."
        sketches.append(Sketch(conditional(conclusion, texts[0]), said, credit=_CONVERSE))
    question = Question(
        ExerciseType.BRIDGE,
        (step.id, *supporting_claims(step), step.conclusion),
        "One premise of this step is missing here. Which statement, if added, connects what is said with the "
        f"conclusion?\n\n{argument_in_lines(texts, conclusion)}",
        Level.MEDIUM if words else Level.HARD,
        f"With {quote(material.text(bridge))} the step holds together."
        + (f" {_unsaid(material, bridge)}" if material.claim(bridge).implicit else ""),
    )
    return make_choice(material, question, number_options(rng, sketches))


def _unsaid(material: Material, bridge: str) -> str:
    backed = material.graph.is_held(bridge) or material.graph.has_reason(bridge)
    return (
        "The article needs it and never says it."
        if backed
        else "The article needs it, never says it, and backs it with nothing."
    )


def _why(words: list[str]) -> str:
    taken = f"takes up {words_in_quotes(words)} of the conclusion and " if words else ""
    return f"It {taken}ties what is said to the conclusion."


def _why_not(material: Material, step: Inference, claim_id: str, onward: list[str], missing: list[str]) -> str:
    if claim_id in onward:
        return "That is what the article concludes further on; it does not help to get here."
    lost = [word for stem, word in new_terms(material, step, [claim_id]).items() if word in missing]
    if len(lost) == len(missing) and missing:
        return f"It says nothing about {words_in_quotes(missing)}, which the conclusion speaks of."
    return "It belongs to another part of the argument, and leaves the premise and the conclusion unconnected."


def _with_conditional(material: Material, rng: random.Random, step: Inference) -> Exercise | Dropped:
    """Ask for the conditional of a step from one premise, among conditionals that join other claims."""
    (premise,) = step.premises
    text, conclusion = material.text(premise), material.text(step.conclusion)
    if any(other.lower().startswith(_IF) for other in (text, conclusion)):
        return Dropped(ExerciseType.BRIDGE, (step.id,), "the step has an if of its own")
    if len(text) + len(conclusion) > _MOST_LETTERS:
        return Dropped(ExerciseType.BRIDGE, (step.id,), "the step is too long to say in one sentence with an if")
    if are_alike(material, text, conclusion):
        return Dropped(ExerciseType.BRIDGE, (step.id,), "the premise says nearly the same as the conclusion")
    onward = [claim_id for claim_id in material.onward(step.conclusion) if material.is_stated(claim_id)]
    found = pick(
        material,
        (c for c in (*onward[:1], *strangers(material, rng)) if not material.text(c).lower().startswith(_IF)),
        2,
        targets={step.conclusion, premise},
        unlike=[text, conclusion],
        leave_out=(premise, step.conclusion),
    )
    if len(found) < LEAST_DISTRACTORS or leads_to(material, step.conclusion, [premise]):
        return Dropped(ExerciseType.BRIDGE, (step.id,), "fewer than two claims that do not support the conclusion")
    first, second = (material.text(claim_id) for claim_id in found)
    sketches = [
        Sketch(conditional(text, conclusion), "It leads from what is said to what is concluded.", credit=1.0),
        Sketch(conditional(conclusion, text), "That is the step the other way round.", credit=_CONVERSE),
        Sketch(conditional(text, first), "It starts from the premise and leads somewhere else.", found[0]),
        Sketch(conditional(second, conclusion), "It leads to the conclusion from something else.", found[1]),
    ]
    question = Question(
        ExerciseType.BRIDGE,
        (step.id, premise, step.conclusion),
        f"Whoever makes this step takes something for granted. What is it?\n\n{argument_in_lines([text], conclusion)}",
        Level.EASY,
        "A step from one premise always takes for granted that its conclusion follows from it. Whether it does is the "
        "question to ask of it.",
    )
    return make_choice(material, question, number_options(rng, sketches))
