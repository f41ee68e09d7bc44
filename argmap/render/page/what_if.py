"""What the page needs of a map to label it itself, when its reader asks what if: `what_if.js` has the rules."""

from __future__ import annotations

from typing import TypedDict

from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap
from argmap.semantics.standards import Thresholds


class ThresholdData(TypedDict):
    """The numbers in the standards of proof, each from 0 to 1; see `Thresholds`."""

    alpha: float
    beta: float
    gamma: float


class ClaimData(TypedDict):
    """A claim: whether it is held, its standard of proof (None for the map's) and its weight, 0 to 1 (None for 1)."""

    id: str
    held: bool
    standard: str | None
    weight: float | None


class InferenceData(TypedDict):
    """An inference: what it stands on, its premises and its warrant, what it concludes, and its weight, 0 to 1."""

    id: str
    premises: list[str]
    warrant: str | None
    conclusion: str
    weight: float | None


class AttackData(TypedDict):
    """An attack: what it stands on, what it is on, and its weight, 0 to 1."""

    id: str
    premises: list[str]
    target: str
    weight: float | None


class LabelData(TypedDict):
    """All of a map that its labels depend on, whichever way it is read; JSON can hold it."""

    standard: str
    thresholds: ThresholdData
    claims: list[ClaimData]
    inferences: list[InferenceData]
    attacks: list[AttackData]


def label_data(argument_map: ArgumentMap, thresholds: Thresholds | None = None) -> LabelData:
    """Return what `argmapLabels.label` in `what_if.js` labels; O(n + m).

    Of several claims with one id the one that counts for labels is there, where the first stands; inferences and
    attacks are all there, in file order.

    Args:
        argument_map: the map.
        thresholds: the numbers in the standards of proof.
    """
    graph = ArgumentGraph(argument_map)
    numbers = thresholds or Thresholds()
    return {
        "standard": argument_map.standard.value,
        "thresholds": {"alpha": numbers.alpha, "beta": numbers.beta, "gamma": numbers.gamma},
        "claims": [
            {
                "id": claim_id,
                "held": claim_id in graph.held,
                "standard": None if claim.standard is None else claim.standard.value,
                "weight": claim.weight,
            }
            for claim_id, claim in graph.claims.items()
        ],
        "inferences": [
            {
                "id": inference.id,
                "premises": list(inference.premises),
                "warrant": inference.warrant,
                "conclusion": inference.conclusion,
                "weight": inference.weight,
            }
            for inference in argument_map.inferences
        ],
        "attacks": [
            {"id": attack.id, "premises": list(attack.premises), "target": attack.target, "weight": attack.weight}
            for attack in argument_map.attacks
        ],
    }
