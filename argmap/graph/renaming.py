"""A map under the ids of another one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from argmap.graph.alignment import Alignment
from argmap.graph.steps import Step
from argmap.model import ArgumentMap, Inference


def with_ids_of(argument_map: ArgumentMap, alignment: Alignment) -> ArgumentMap:
    """Return the map with the ids that aligned claims have in the other map; O(n).

    A claim without a partner whose id a partner now has gets a new one.

    Args:
        argument_map: the first map of the alignment.
        alignment: which claims of both maps say the same.
    """
    names = alignment.claims
    if all(claim_id == name for claim_id, name in names.items()):
        return argument_map
    taken = {element.id for element in argument_map.elements()} | set(names.values())
    renamed = dict(names)
    for claim in argument_map.claims:
        if claim.id not in names and claim.id in set(names.values()):
            renamed[claim.id] = _free(claim.id, taken)
    claims = tuple(c.model_copy(update={"id": renamed.get(c.id, c.id)}) for c in argument_map.claims)
    return argument_map.model_copy(
        update={
            "main": _all(argument_map.main, renamed),
            "claims": claims,
            "inferences": tuple(_renamed(step, renamed) for step in argument_map.inferences),
            "attacks": tuple(_renamed(step, renamed) for step in argument_map.attacks),
        }
    )


def _renamed(step: Step, names: dict[str, str]) -> Step:
    update: dict[str, Any] = {"premises": _all(step.premises, names)}
    if isinstance(step, Inference):
        update["conclusion"] = names.get(step.conclusion, step.conclusion)
        update["warrant"] = None if step.warrant is None else names.get(step.warrant, step.warrant)
        update["answers"] = {question: names.get(answer, answer) for question, answer in step.answers.items()}
    else:
        update["target"] = names.get(step.target, step.target)
    return step.model_copy(update=update)


def _all(ids: Iterable[str], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(names.get(claim_id, claim_id) for claim_id in ids)


def _free(claim_id: str, taken: set[str]) -> str:
    while claim_id in taken:
        claim_id += "~"
    taken.add(claim_id)
    return claim_id
