"""What the page needs of a map to label it itself when its reader asks what if, by the scripts in `labelling`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from argmap.graph import ArgumentGraph
from argmap.model import AnyClaim, Attack, Inference
from argmap.semantics.standards import Thresholds


class ThresholdData(TypedDict):
    """The numbers in the standards of proof, each from 0 to 1; see `Thresholds`."""

    alpha: float
    beta: float
    gamma: float


class LabelledClaim(TypedDict):
    """A claim: whether it is held, its standard of proof (else the map's) and its weight, 0 to 1 (else 1)."""

    id: str
    held: NotRequired[bool]
    standard: NotRequired[str]
    weight: NotRequired[float]


class LabelledStep(TypedDict):
    """What inferences and attacks have in common: what they stand on, and their weight, 0 to 1 (else 1)."""

    id: str
    premises: list[str]
    weight: NotRequired[float]


class LabelledInference(LabelledStep):
    """An inference: its warrant, if it has one, and what it concludes."""

    warrant: NotRequired[str]
    conclusion: str


class LabelledAttack(LabelledStep):
    """An attack: what it is on."""

    target: str


class LabelData(TypedDict):
    """All of a map that its labels depend on, whichever way it is read; JSON can hold it."""

    standard: str
    thresholds: ThresholdData
    claims: list[LabelledClaim]
    inferences: list[LabelledInference]
    attacks: list[LabelledAttack]


def label_data(graph: ArgumentGraph, thresholds: Thresholds | None = None) -> LabelData:
    """Return what `argmapLabels.label` in `labelling/labels.js` labels; O(n + m).

    Of several claims with one id the one that counts for labels is there, where the first stands; inferences and
    attacks are all there, in file order.

    Args:
        graph: the structure of the map.
        thresholds: the numbers in the standards of proof.
    """
    numbers = thresholds or Thresholds()
    return {
        "standard": graph.map.standard.value,
        "thresholds": {"alpha": numbers.alpha, "beta": numbers.beta, "gamma": numbers.gamma},
        "claims": [_claim(graph, claim_id, claim) for claim_id, claim in graph.claims.items()],
        "inferences": [_inference(inference) for inference in graph.map.inferences],
        "attacks": [_attack(attack) for attack in graph.map.attacks],
    }


def _claim(graph: ArgumentGraph, claim_id: str, claim: AnyClaim) -> LabelledClaim:
    data: LabelledClaim = {"id": claim_id}
    if claim_id in graph.held:
        data["held"] = True
    if claim.standard is not None:
        data["standard"] = claim.standard.value
    if claim.weight is not None:
        data["weight"] = claim.weight
    return data


def _inference(inference: Inference) -> LabelledInference:
    data: LabelledInference = {
        "id": inference.id,
        "premises": list(inference.premises),
        "conclusion": inference.conclusion,
    }
    if inference.warrant is not None:
        data["warrant"] = inference.warrant
    if inference.weight is not None:
        data["weight"] = inference.weight
    return data


def _attack(attack: Attack) -> LabelledAttack:
    data: LabelledAttack = {"id": attack.id, "premises": list(attack.premises), "target": attack.target}
    if attack.weight is not None:
        data["weight"] = attack.weight
    return data
