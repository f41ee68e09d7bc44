"""Which premise of an inference fills which slot of its scheme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.model import Kind
from argmap.schemes.scheme import Scheme, Slot


@dataclass(frozen=True, slots=True)
class Filling:
    """Which claims fill which slots.

    Attributes:
        filled: name of a slot to the claim that fills it; no claim fills two.
        missing: the required slots that no claim fills and that are no licence, in the scheme's order.
        unlicensed: likewise the licences.
    """

    filled: Mapping[str, str]
    missing: tuple[Slot, ...]
    unlicensed: tuple[Slot, ...]


def fill_slots(scheme: Scheme, kinds: Mapping[str, Kind | None], warrant: str | None = None) -> Filling:
    """Return which claims fill which slots, as many as can be filled at once.

    A claim fills a slot if it is of a kind that fits; whether it says what the slot asks for, only a reader can tell.
    Required slots come before the rest, and those that the step starts from before the licences, so a licence is only
    given a premise that nothing else needs. O(s² n) for s slots and n premises.

    Args:
        scheme: the scheme.
        kinds: each premise, and the warrant if there is one, with its kind; None fits every slot.
        warrant: the claim that the inference names as its licence; it fills the first licence whatever its kind, and
            any other slot if the scheme has no licence.

    Source: Kuhn, The Hungarian method for the assignment problem (1955), for augmenting paths.
    """
    slots = sorted(scheme.premises, key=lambda slot: (not slot.required, slot.licence))
    licences = [slot for slot in slots if slot.licence]
    filled: dict[str, str] = {}
    premises = sorted(claim_id for claim_id in kinds if claim_id != warrant)
    if warrant is not None:
        if licences:
            filled[licences[0].name] = warrant
        else:
            premises.append(warrant)
    open_slots = [slot for slot in slots if slot.name not in filled]
    filled.update(_match(open_slots, {claim_id: kinds.get(claim_id) for claim_id in premises}))
    unfilled = [slot for slot in scheme.premises if slot.required and slot.name not in filled]
    return Filling(
        filled=filled,
        missing=tuple(slot for slot in unfilled if not slot.licence),
        unlicensed=tuple(slot for slot in unfilled if slot.licence),
    )


def _match(slots: Sequence[Slot], kinds: Mapping[str, Kind | None]) -> dict[str, str]:
    """Return slot to claim for a largest matching in which earlier slots come first."""
    fitting = {
        slot.name: [claim_id for claim_id, kind in kinds.items() if kind is None or slot.fits(kind)] for slot in slots
    }
    filler: dict[str, str] = {}
    filled_by: dict[str, str] = {}
    for slot in slots:
        free, reached_from = _find_free(slot.name, fitting, filled_by)
        while free is not None:  # give each slot on the way the claim that was reached from it
            name = reached_from[free]
            before = filler.get(name)
            filler[name], filled_by[free] = free, name
            free = before
    return filler


def _find_free(
    start: str, fitting: Mapping[str, Sequence[str]], filled_by: Mapping[str, str]
) -> tuple[str | None, dict[str, str]]:
    """Return a claim that is free, or can be freed by giving other slots other claims, and how each was reached."""
    reached_from: dict[str, str] = {}
    queue = [start]
    for name in queue:
        for claim_id in fitting[name]:
            if claim_id not in reached_from:
                reached_from[claim_id] = name
                if claim_id not in filled_by:
                    return claim_id, reached_from
                queue.append(filled_by[claim_id])
    return None, reached_from
