"""The homework of the lesson: the model map of paragraphs 5 to 8, and one with mistakes that students often make.

Both are made from the map of the article, so that they stay in step with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce

import argmap as am

STEPS = (
    "kremlin-has-a-point",
    "count-of-provocations",
    "games-and-flights",
    "largest-exercise",
    "offer-refused",
    "posture-in-context",
    "pressed-from-all-sides",
    "blame-by-place",
    "blame-by-share",
    "one-comparison",
    "granted",
    "nevertheless",
)
"""What the homework is about: the provocation thesis, and what the article says for and against it."""


def make_model(article_map: am.ArgumentMap) -> am.ArgumentMap:
    """Return the part of the map that the homework is about, without notes and sources, which nobody has to hand in."""
    inferences = tuple(step for step in article_map.inferences if step.id in STEPS)
    attacks = tuple(step for step in article_map.attacks if step.id in STEPS)
    used = {claim for i in inferences for claim in (*i.premises, i.conclusion)}
    used |= {claim for a in attacks for claim in a.premises}
    return am.ArgumentMap(
        title="Does NATO provoke the build-up? Paragraphs 5 to 8",
        language=article_map.language,
        main=("provocation",),
        claims=tuple(
            am.Claim(id=claim.id, text=claim.text, kind=claim.kind, implicit=claim.implicit)
            for claim in article_map.claims
            if claim.id in used
        ),
        inferences=tuple(am.Inference(id=i.id, premises=i.premises, conclusion=i.conclusion) for i in inferences),
        attacks=tuple(am.Attack(id=a.id, premises=a.premises, target=a.target) for a in attacks),
    )


def draw_co_premises_apart(model: am.ArgumentMap) -> am.ArgumentMap:
    return with_steps(
        model,
        [
            am.Inference(id="blame-by-place", premises=("abc-baltic",), conclusion="bulk-of-blame"),
            am.Inference(id="blame-by-rule", premises=("where-counts",), conclusion="bulk-of-blame"),
        ],
    )


def attach_a_premise_too_high(model: am.ArgumentMap) -> am.ArgumentMap:
    return with_steps(
        model, [am.Inference(id="largest-exercise", premises=("exercise-2020",), conclusion="military-actions")]
    )


def turn_a_reply_into_support(model: am.ArgumentMap) -> am.ArgumentMap:
    without = model.model_copy(update={"attacks": tuple(a for a in model.attacks if a.id != "nevertheless")})
    return with_steps(without, [am.Inference(id="nevertheless", premises=("dwarfed",), conclusion="russian-probes")])


def take_a_sub_conclusion_for_the_main_claim(model: am.ArgumentMap) -> am.ArgumentMap:
    (posture,) = (step for step in model.inferences if step.id == "posture-in-context")
    rest = tuple(claim for claim in posture.premises if claim != "bulk-of-blame")
    turned = with_steps(
        model,
        [
            am.Inference(id=posture.id, premises=rest, conclusion=posture.conclusion),
            am.Inference(id="so-to-blame", premises=("provocation",), conclusion="bulk-of-blame"),
        ],
    )
    return turned.model_copy(update={"main": ("bulk-of-blame",)})


def leave_out_the_unstated_premise(model: am.ArgumentMap) -> am.ArgumentMap:
    return with_steps(
        model.model_copy(update={"claims": tuple(claim for claim in model.claims if claim.id != "arms-border")}),
        [
            am.Inference(
                id=step.id,
                premises=tuple(claim for claim in step.premises if claim != "arms-border"),
                conclusion=step.conclusion,
            )
            for step in model.inferences
            if "arms-border" in step.premises
        ],
    )


def put_two_claims_into_one_box(model: am.ArgumentMap) -> am.ArgumentMap:
    texts = {claim.id: claim.text for claim in model.claims}
    both = am.Claim(id="offer-2020", text=f"{texts['offer-2020']}; {texts['stonewalled']}")
    claims = tuple(both if claim.id == both.id else claim for claim in model.claims if claim.id != "stonewalled")
    return with_steps(
        model.model_copy(update={"claims": claims}),
        [am.Inference(id="offer-refused", premises=("offer-2020",), conclusion="military-actions")],
    )


def with_steps(model: am.ArgumentMap, steps: Iterable[am.Inference]) -> am.ArgumentMap:
    """Return the map with the inferences in the place of those with the same ids; the others come last."""
    new = {step.id: step for step in steps}
    kept = tuple(new.pop(step.id, step) for step in model.inferences)
    return model.model_copy(update={"inferences": (*kept, *new.values())})


@dataclass(frozen=True)
class Planted:
    """A mistake in the student's map.

    Attributes:
        name: what a teacher calls it.
        help: what to say to a student who makes it.
        edit: makes it.
        told: a part of what the feedback says of it.
    """

    name: str
    help: str
    edit: Callable[[am.ArgumentMap], am.ArgumentMap]
    told: str


PLANTED = (
    Planted(
        "Co-premises drawn as separate reasons",
        "Cross one of the two out. Is the other still a reason? If not, they work together.",
        draw_co_premises_apart,
        "stand apart; they only work together",
    ),
    Planted(
        "A premise attached one step too high",
        'Read "because" along the line. Which claim does it make likely at once, without another thought between?',
        attach_a_premise_too_high,
        "right direction, but one step too high",
    ),
    Planted(
        "A reply turned round: it is drawn as support for the objection that it answers",
        "Whose side is the reply on? What answers an objection helps the claim that was objected to.",
        turn_a_reply_into_support,
        "it is a reply to the objection",
    ),
    Planted(
        "A sub-conclusion taken for the main claim",
        'Put "because" between the two, then "therefore". Which way round does the article mean it?',
        take_a_sub_conclusion_for_the_main_claim,
        "it is the other way round",
    ),
    Planted(
        "A claim missing: the premise that nobody says",
        "Which word of the conclusion is in none of the premises? What would have to be true for the step to hold?",
        leave_out_the_unstated_premise,
        'the claim "A state that is provoked arms',
    ),
    Planted(
        "Two claims in one box",
        "Could somebody doubt one half and grant the other? Then each half needs a box of its own.",
        put_two_claims_into_one_box,
        "has no box of its own",
    ),
)


def make_students_map(model: am.ArgumentMap) -> am.ArgumentMap:
    """Return the model with all the mistakes in it."""
    return reduce(lambda so_far, planted: planted.edit(so_far), PLANTED, model)
