"""What several rules ask about inferences that follow a scheme."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.checks.rule import Context
from argmap.checks.words import join_words
from argmap.model import Inference
from argmap.schemes import CriticalQuestion, Filling, Scheme, Slot, ask, fill_slots, spelling_key

_SIDE_EFFECTS = spelling_key("side effect")


class Filled(NamedTuple):
    """An inference that follows a known scheme.

    Attributes:
        number: its place among the inferences of the map.
        inference: the inference.
        scheme: the scheme that it follows.
        filling: which of its premises fill which slots.
    """

    number: int
    inference: Inference
    scheme: Scheme
    filling: Filling


def find_following(context: Context) -> Iterator[tuple[int, Inference, Scheme]]:
    """Yield the inferences that follow a known scheme, with their place in the map and the scheme, in file order."""
    for index, inference in enumerate(context.argument_map.inferences):
        scheme = scheme_of(context, inference)
        if scheme is not None:
            yield index, inference, scheme


def find_filled(context: Context) -> Iterator[Filled]:
    """Yield the inferences that follow a known scheme, and which premises fill its slots.

    A premise that the map does not define fills any slot: that it is not defined is a finding of its own.
    """
    claims = context.graph.claims
    for index, inference, scheme in find_following(context):
        kinds = {claim_id: claims[claim_id].kind if claim_id in claims else None for claim_id in inference.premises}
        if inference.warrant is not None:
            warrant = claims.get(inference.warrant)
            kinds[inference.warrant] = warrant.kind if warrant else None
        yield Filled(index, inference, scheme, fill_slots(scheme, kinds, inference.warrant))


def scheme_of(context: Context, inference: Inference) -> Scheme | None:
    """Return the scheme that the inference follows; None if it names none, or one that is not known."""
    return None if inference.scheme is None else context.schemes.find(inference.scheme)


def find_open_questions(context: Context, following: Filled) -> Iterator[CriticalQuestion]:
    """Yield the critical questions of the scheme that come up and that nothing answers; see `argmap.schemes.ask`."""
    _, inference, scheme, filling = following
    asked = ask(scheme, inference, filling, context.graph.claims, context.support.grounded)
    yield from (one.question for one in asked if one.is_open)


def name_form(slot: Slot) -> str:
    """Return the form of a slot as the end of a sentence; a capital letter that varies stays one."""
    first, _, rest = slot.text.rstrip(".").partition(" ")
    if len(first.rstrip(",;:")) > 1:
        first = first[0].lower() + first[1:]
    return f"{first} {rest}".rstrip()


def name_kinds(slot: Slot) -> str:
    """Return the kinds that fit a slot, in brackets after a space; "" if every kind fits."""
    return f" ({join_words([kind.value for kind in slot.kinds], 'or')})" if slot.kinds else ""


def answers_side_effects(context: Context, inference: Inference) -> bool:
    """Tell whether a claim of the map answers the question of side effects, of the scheme or in words of its own."""
    scheme = scheme_of(context, inference) if inference.answers else None
    for name, claim_id in inference.answers.items():
        if claim_id in context.graph.claims:
            question = scheme.find_question(name) if scheme else None
            if question.side_effects if question else _SIDE_EFFECTS in spelling_key(name):
                return True
    return False
