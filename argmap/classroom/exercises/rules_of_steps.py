"""General premises: those that say why the others bear on the conclusion, as far as structure and words tell."""

from __future__ import annotations

from argmap.classroom.exercises.material import Material
from argmap.classroom.exercises.phrasing import as_written
from argmap.model import Inference, Kind

_GENERAL = frozenset({Kind.VALUE, Kind.CAUSAL, Kind.DEFINITION})
_LEAST_USES = 2
_ROOT = 5


def is_general(material: Material, inference: Inference, claim_id: str) -> bool:
    """Tell whether the claim is there to connect the other premises of the inference with its conclusion.

    It is if the article leaves it unsaid, if it is the warrant, or if it is a value, a cause or a definition that
    serves two or more inferences, all to the same conclusion and none without other premises.
    """
    if claim_id == inference.warrant or material.claim(claim_id).implicit:
        return True
    uses = material.steps_from(claim_id)
    return (
        material.claim(claim_id).kind in _GENERAL
        and len(uses) >= _LEAST_USES
        and len({step.conclusion for step in uses}) == 1
        and all(len(step.premises) > 1 or step.warrant == claim_id for step in uses)
    )


def unstated_premises(material: Material, inference: Inference) -> list[str]:
    """Return the premises, and the warrant, that the article needs for the step and never states."""
    parts = (*inference.premises, *([inference.warrant] if inference.warrant else []))
    return [claim_id for claim_id in dict.fromkeys(parts) if material.claim(claim_id).implicit]


def stated_premises(material: Material, inference: Inference) -> list[str]:
    """Return the premises that the article states."""
    return [claim_id for claim_id in dict.fromkeys(inference.premises) if not material.claim(claim_id).implicit]


def new_terms(material: Material, inference: Inference, premises: list[str]) -> dict[str, str]:
    """Return what the conclusion speaks of and none of the premises does (the rabbit rule): stem to word."""
    known = {stem for claim_id in premises for stem in material.terms(claim_id)}
    terms, text = material.terms(inference.conclusion), material.text(inference.conclusion)
    return {stem: as_written(text, word) for stem, word in terms.items() if stem not in known}


def bridged_terms(material: Material, inference: Inference, bridge: str, premises: list[str]) -> list[str]:
    """Return the words of the conclusion that the bridge takes up and no other premise does."""
    taken = material.terms(bridge)
    return [word for stem, word in new_terms(material, inference, premises).items() if stem in taken]


def shared_words(material: Material, one: str, other: str) -> int:
    """Return how many words of one claim are words of the other, or begin like one."""
    terms, others = material.terms(one), material.terms(other)
    roots = {word[:_ROOT] for word in others.values() if len(word) >= _ROOT}
    return sum(1 for stem, word in terms.items() if stem in others or word[:_ROOT] in roots)
