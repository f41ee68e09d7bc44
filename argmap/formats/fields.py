"""The fields of a map by name, `claims.text`, and which of them a map uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel

from argmap.model import SECTIONS, ArgumentMap, Attack, Claim, Inference, Party, Proposal, Source, Waiver

_MODELS: Mapping[str, tuple[type[BaseModel], ...]] = {
    "sources": (Source,),
    "parties": (Party,),
    "claims": (Claim, Proposal),
    "inferences": (Inference,),
    "attacks": (Attack,),
    "waivers": (Waiver,),
}

IDS = frozenset(f"{section}.id" for section in SECTIONS)
"""The fields that hold the ids of elements."""

STRUCTURE = frozenset(
    {"claims.text", "inferences.premises", "inferences.conclusion", "attacks.premises", "attacks.target"}
)
"""What is an argument at all: who speaks for and against what."""


def fields_of(of_map: str = "", **of_elements: str) -> frozenset[str]:
    """Return the names of fields of a map and, by section, of its elements; both are listed with spaces between.

    Examples:
        >>> sorted(fields_of("title", claims="id text"))
        ['claims.id', 'claims.text', 'title']
    """
    names = (f"{section}.{name}" for section, listed in of_elements.items() for name in listed.split())
    return frozenset((*of_map.split(), *names))


@cache
def all_fields() -> tuple[str, ...]:
    """Return the names of all fields: those of the map, then those of its elements by section."""
    names = [name for name in ArgumentMap.model_fields if name not in _MODELS]
    for section, models in _MODELS.items():
        fields = dict.fromkeys(name for model in models for name in model.model_fields)
        names += [f"{section}.{name}" for name in fields]
    return tuple(names)


def find_used(argument_map: ArgumentMap) -> Iterator[tuple[str, str | None, int]]:
    """Yield each field that has a value other than its default: its name, the id of its element, and its number there.

    A waiver has no id: that of its element stands for it. The type of a claim counts if it is a proposal.
    """
    for name in ArgumentMap.model_fields:
        if name not in _MODELS and name in _set_fields(argument_map):
            yield name, None, 0
    for section in _MODELS:
        for number, element in enumerate(getattr(argument_map, section)):
            element_id = element.element if isinstance(element, Waiver) else element.id
            for name in _set_fields(element):
                yield f"{section}.{name}", element_id, number


def _set_fields(model: BaseModel) -> Iterator[str]:
    is_proposal = isinstance(model, Proposal)
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if name == "type":
            if is_proposal:
                yield name
        elif is_proposal and name == "kind":
            continue  # a proposal has no other
        elif field.is_required() or value != field.get_default(call_default_factory=True):
            yield name
