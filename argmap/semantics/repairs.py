"""Repairs: the cheapest sets of claims which would ground a claim, if each were backed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.graph import ArgumentGraph, supporting_claims
from argmap.model import Inference
from argmap.semantics.cheapest import Cheapest, find_cheapest, find_tangled
from argmap.semantics.costs import Costs, costs_of
from argmap.semantics.limit import Limit
from argmap.semantics.part import Body, Part, collect
from argmap.semantics.repair_search import Outcome, derive_one, search


@dataclass(frozen=True, slots=True)
class Repair:
    """Claims which would ground a claim if each were backed; without any of them they would not.

    Attributes:
        claim_id: the claim that is not grounded.
        backing: the ids of the claims to back, sorted.
        cost: what backing them costs, by default 1 for each implicit claim and 2 for each other claim.
        is_exact: True if no other repair is cheaper, but for those that are listed before it.
        is_whole: False if only the first of the ids are listed.
    """

    claim_id: str
    backing: tuple[str, ...]
    cost: int
    is_exact: bool
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Repairs:
    """The cheapest repairs of one claim.

    Attributes:
        claim_id: the claim.
        found: the repairs, the cheapest first, equally cheap ones by their ids; () if the claim is grounded.
        bound: no repair costs less; 0 if the claim is grounded.
        is_exact: True if these are the cheapest, as many as were asked for, or all that there are.
    """

    claim_id: str
    found: tuple[Repair, ...]
    bound: int
    is_exact: bool


def ungrounded_part(graph: ArgumentGraph, grounded: Collection[str], claim_ids: Iterable[str]) -> Part:
    """Return the claims that are not grounded and bear on the claims, with the steps that miss only such claims."""

    def missing(inference: Inference) -> Body | None:
        body = tuple(claim_id for claim_id in supporting_claims(inference) if claim_id not in grounded)
        return body if all(claim_id in graph.claims for claim_id in body) else None

    return collect(graph, claim_ids, missing)


def repairs_of(part: Part, claim_id: str, costs: Mapping[str, int], most: int, limit: Limit) -> Repairs:
    """Return the cheapest repairs of a claim that is not grounded.

    Args:
        part: what `ungrounded_part` gives for the claim.
        claim_id: the claim.
        costs: what it costs to back each claim of the part, by id.
        most: so many repairs at most.
        limit: how long to search. What was found by then counts; if that is nothing, the cheapest derivation.
    """
    outcome = search(part, claim_id, costs, most, limit)
    if not outcome.found:
        ids = derive_one(part, claim_id, costs)
        is_cheapest = sum(map(costs.__getitem__, ids)) == outcome.bound
        outcome = Outcome([ids], outcome.bound, is_exact=is_cheapest and most == 1)
    else:
        is_cheapest = True
    found = tuple(
        Repair(claim_id, ids, sum(map(costs.__getitem__, ids)), is_exact=is_cheapest) for ids in outcome.found
    )
    return Repairs(claim_id, found, outcome.bound, outcome.is_exact)


def find_repairs(
    graph: ArgumentGraph, grounded: Collection[str], claim_ids: Iterable[str], most: int, work: int
) -> Iterator[Repair]:
    """Yield a repair of each of the claims that is not grounded, in their order; see `Support.find_repairs`."""
    wanted = list(dict.fromkeys(c for c in claim_ids if c in graph.claims and c not in grounded))
    part = ungrounded_part(graph, grounded, wanted)
    costs = list(costs_of(graph, part.ids, Costs()).values())
    cheapest = find_cheapest(part, costs)
    tangled = find_tangled(part)
    numbers = [part.number[claim_id] for claim_id in wanted]
    named = _name_backing(part, cheapest, numbers, most)
    exact = _search_each(part, costs, sorted(number for number in numbers if number in tangled), work)
    for number, claim_id in zip(numbers, wanted, strict=True):
        if number in exact:
            ids, cost = exact[number], sum(costs[part.number[other]] for other in exact[number])
            yield Repair(claim_id, ids[:most], cost, is_exact=True, is_whole=len(ids) <= most)
        else:
            backing = named[number]
            is_whole = len(backing) <= most
            cost = sum(map(costs.__getitem__, backing)) if is_whole else cheapest[number].cost
            ids = tuple(part.ids[claim] for claim in backing[:most])
            yield Repair(claim_id, ids, cost, is_exact=number not in tangled, is_whole=is_whole)


def _search_each(part: Part, costs: Sequence[int], numbers: Iterable[int], work: int) -> dict[int, tuple[str, ...]]:
    """Return the cheapest repair of each claim for which it can be found with so much work in all."""
    limit = Limit(None, work)
    found = {}
    for number in numbers:
        if limit.work is None or limit.work <= 0:
            break
        below = part.below([number], most=limit.work)
        if below.size <= limit.work:
            of_ids = {claim_id: costs[part.number[claim_id]] for claim_id in below.ids}
            outcome = search(below, part.ids[number], of_ids, 1, limit)
            if outcome.found:
                found[number] = outcome.found[0]
        limit.spend(below.size)
    return found


def _name_backing(
    part: Part, cheapest: Mapping[int, Cheapest], wanted: Iterable[int], most: int
) -> dict[int, list[int]]:
    """Return the first claims to back in the cheapest derivation of each claim, one more than asked for if there are.

    All together take O((n + m) log n) for a given `most`, however much of their arguments the claims share.
    """
    order = list(dict.fromkeys(wanted))
    needed = set(order)
    for claim in order:
        if cheapest[claim].step >= 0:
            new = [other for other in part.bodies[cheapest[claim].step] if other not in needed]
            needed.update(new)
            order += new
    named: dict[int, list[int]] = {}
    for claim in cheapest:  # a claim comes after those that it needs
        if claim not in needed:
            continue
        step = cheapest[claim].step
        if step < 0:
            named[claim] = [claim]
        elif len(part.bodies[step]) == 1:
            named[claim] = named[part.bodies[step][0]]
        else:
            every = frozenset().union(*(named[other] for other in part.bodies[step]))
            named[claim] = sorted(every)[: most + 1]
    return named
