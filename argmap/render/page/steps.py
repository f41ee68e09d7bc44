"""The inferences and attacks of a map as a page tells them, with their schemes and critical questions."""

from __future__ import annotations

from collections.abc import Collection

from argmap.graph import ArgumentGraph, Step, goal
from argmap.model import Attack, Inference
from argmap.render import theme
from argmap.render.build import line_kind, pill_kind
from argmap.render.page.claims import add_remarks, add_said
from argmap.render.page.shapes import QuestionData, StepData
from argmap.render.text import clean
from argmap.schemes import Asked, Scheme, Schemes, ask, fill_slots


def step_data(graph: ArgumentGraph, step: Step, schemes: Schemes, grounded: Collection[str]) -> StepData:
    """Return what the page tells of an inference or an attack.

    Args:
        graph: the structure of the map.
        step: the inference or attack.
        schemes: the catalogue in which schemes are looked up.
        grounded: the ids of the claims that are grounded.
    """
    data = StepData(
        id=step.id,
        type="attack" if isinstance(step, Attack) else "inference",
        word=str(pill_kind(graph, step)),
        goal=goal(step),
        premises=list(dict.fromkeys(step.premises)),
    )
    if isinstance(step, Attack):
        data["relation"] = theme.LINES[line_kind(graph, step)].word
    else:
        _add_licence(data, graph, step, schemes, grounded)
    add_said(data, graph, step.by, step.at)
    add_remarks(data, step.note, step.weight)
    return data


def _add_licence(
    data: StepData, graph: ArgumentGraph, inference: Inference, schemes: Schemes, grounded: Collection[str]
) -> None:
    """Add what licenses the inference: its warrant, its scheme, and the answers to critical questions."""
    if inference.warrant is not None:
        data["warrant"] = inference.warrant
    if inference.answers:
        data["answers"] = list(dict.fromkeys(inference.answers.values()))
    if not inference.scheme:
        return
    scheme = schemes.find(inference.scheme)
    data["scheme"] = clean(scheme.name if scheme else inference.scheme)
    if scheme is not None:
        data["questions"] = _questions(graph, inference, scheme, grounded)


def _questions(
    graph: ArgumentGraph, inference: Inference, scheme: Scheme, grounded: Collection[str]
) -> list[QuestionData]:
    claims = graph.claims
    kinds = {claim_id: claims[claim_id].kind if claim_id in claims else None for claim_id in inference.premises}
    if inference.warrant is not None:
        warrant = claims.get(inference.warrant)
        kinds[inference.warrant] = warrant.kind if warrant else None
    filling = fill_slots(scheme, kinds, inference.warrant)
    return [_question(asked) for asked in ask(scheme, inference, filling, claims, grounded)]


def _question(asked: Asked) -> QuestionData:
    data = QuestionData(text=clean(asked.question.text))
    if asked.answer:
        data["answer"] = asked.answer
    elif asked.premise:
        data["premise"] = asked.premise
    elif not asked.is_owed:
        data["asked"] = False
    return data
