"""Filling slots with premises, held against trying every way."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Kind
from argmap.schemes import Scheme, fill_slots, find_scheme

kinds = st.sampled_from(Kind)
slots = st.builds(
    dict,
    text=st.just("P."),
    kinds=st.lists(kinds, max_size=2),
    licence=st.booleans(),
    required=st.sampled_from((True, True, False)),
)
premises = st.dictionaries(st.sampled_from("abcde"), st.none() | kinds, min_size=1)


@st.composite
def schemes(draw) -> Scheme:
    tables = [
        {**slot, "name": f"s{number}"} for number, slot in enumerate(draw(st.lists(slots, min_size=1, max_size=4)))
    ]
    tables[-1]["licence"] = False
    return Scheme.model_validate(
        {"id": "s", "name": "s", "about": "A.", "premises": tables, "conclusion": {"text": "C."}}
    )


def most_filled(scheme: Scheme, offered: dict[str, Kind | None], *, licence: bool) -> int:
    """The largest number of required slots that can be filled at once, by trying every order of the premises."""
    wanted = [slot for slot in scheme.premises if slot.required and (licence or not slot.licence)]
    padded = [*offered, *([None] * len(wanted))]
    return max(
        sum(
            claim_id is not None and (offered[claim_id] is None or slot.fits(offered[claim_id]))
            for slot, claim_id in zip(wanted, order, strict=False)
        )
        for order in permutations(padded, len(wanted))
    )


@given(scheme=schemes(), offered=premises)
def test_as_many_slots_are_filled_as_can_be(scheme, offered):
    filling = fill_slots(scheme, offered)
    starting = [slot for slot in scheme.premises if slot.required and not slot.licence]
    assert len(starting) - len(filling.missing) == most_filled(scheme, offered, licence=False)
    required = [slot for slot in scheme.premises if slot.required]
    unfilled = len(filling.missing) + len(filling.unlicensed)
    assert len(required) - unfilled == most_filled(scheme, offered, licence=True)


@given(scheme=schemes(), offered=premises, warrant=st.none() | st.sampled_from("abcde"))
def test_each_claim_fills_one_slot_that_it_fits(scheme, offered, warrant):
    offered = offered if warrant is None else {**offered, warrant: Kind.FACT}
    filling = fill_slots(scheme, offered, warrant)
    assert len(set(filling.filled.values())) == len(filling.filled)
    by_name = {slot.name: slot for slot in scheme.premises}
    for name, claim_id in filling.filled.items():
        kind = offered[claim_id]
        assert kind is None or by_name[name].fits(kind) or claim_id == warrant
    for slot in (*filling.missing, *filling.unlicensed):
        assert slot.required
        assert slot.name not in filling.filled


@given(scheme=schemes(), offered=premises)
def test_the_order_of_the_premises_makes_no_difference(scheme, offered):
    assert fill_slots(scheme, dict(reversed(offered.items()))) == fill_slots(scheme, offered)


def test_a_warrant_fills_the_licence_whatever_its_kind():
    scheme = find_scheme("positive-consequences")
    filling = fill_slots(scheme, {"p": Kind.PREDICTION, "w": Kind.FACT}, "w")
    assert (filling.filled, filling.missing, filling.unlicensed) == ({"good": "w", "outcome": "p"}, (), ())


def test_a_warrant_fills_another_slot_if_the_scheme_has_no_licence():
    filling = fill_slots(find_scheme("practical-reasoning"), {"g": Kind.VALUE, "w": Kind.CAUSAL}, "w")
    assert filling.filled == {"goal": "g", "means": "w"}


def test_a_premise_makes_way_for_one_that_fits_nowhere_else():
    scheme = find_scheme("values")
    filling = fill_slots(scheme, {"a": Kind.VALUE, "b": Kind.CAUSAL})
    assert filling.filled == {"judgement": "b", "value": "a"}
