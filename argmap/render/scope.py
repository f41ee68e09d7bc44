"""Which part of a map is drawn, and what that leaves out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from argmap.graph import ArgumentGraph, Step, goal, used_claims


@dataclass(frozen=True)
class Scope:
    """What of a map is drawn.

    Attributes:
        claims: ids of claims that the map defines, each once, in file order.
        steps: inferences and attacks, in file order.
        undefined: ids that the steps use and no claim or step has, in order of use.
        more: id to how many steps on it are left out.
    """

    claims: tuple[str, ...]
    steps: tuple[Step, ...]
    undefined: tuple[str, ...]
    more: Mapping[str, int]


def find_scope(graph: ArgumentGraph, focus: str | None, depth: int | None, collapse: Collection[str] = ()) -> Scope:
    """Return what is drawn of the map; O(n + m).

    Raises:
        UnknownElementError: the map has no claim with the id `focus`, or with one of those in `collapse`.
    """
    every = graph.steps
    chosen = _chosen(graph, focus, depth)
    if collapse:
        chosen = _without_collapsed(graph, chosen, frozenset(graph.claim(one).id for one in collapse))
    steps = every if chosen is None else tuple(step for step in every if step.id in chosen and goal(step) in chosen)
    claims = tuple(dict.fromkeys(claim.id for claim in graph.map.claims if chosen is None or claim.id in chosen))
    known = {*claims, *(step.id for step in steps)}
    targets = (goal(step) for step in steps)
    used = chain.from_iterable(used_claims(step) for step in steps)
    undefined = dict.fromkeys(
        chain((claim_id for claim_id in used if claim_id not in graph.claims), (t for t in targets if t not in known))
    )
    drawn = Counter(goal(step) for step in steps)
    more = Counter(goal(step) for step in every)
    return Scope(claims, steps, tuple(undefined), more - drawn if chosen is not None else {})


def _chosen(graph: ArgumentGraph, focus: str | None, depth: int | None) -> set[str] | None:
    if focus is not None:
        starts: Iterable[str] = (graph.claim(focus).id,)
    elif depth is None:
        return None
    else:
        starts = graph.main_claims or graph.claims
    return set(graph.find_bearing(starts)) if depth is None else _within(graph, starts, depth)


def _without_collapsed(graph: ArgumentGraph, chosen: set[str] | None, collapsed: frozenset[str]) -> set[str]:
    """Return what is left when nothing is told below the collapsed claims that is not told below another claim."""
    drawn = {*graph.claims, *(step.id for step in graph.steps)} if chosen is None else chosen
    about: dict[str, list[str]] = defaultdict(list)
    used: dict[str, list[str]] = defaultdict(list)
    for step in graph.steps:
        if goal(step) not in collapsed:
            about[goal(step)].append(step.id)
            used[step.id] += used_claims(step)
    hidden = set(graph.find_bearing(sorted(collapsed)))
    # What stands on its own, or above what is collapsed, is told from there down.
    row = [element_id for element_id in sorted(drawn) if element_id not in hidden or element_id in collapsed]
    reached = set(row)
    for element_id in row:  # grows while it is read
        row += _new((*about.get(element_id, ()), *used.get(element_id, ())), reached)
    return reached & drawn


def _within(graph: ArgumentGraph, starts: Iterable[str], depth: int) -> set[str]:
    """Return the ids of the starts and of all that bears on any of them within so many steps; O(n + m)."""
    about: dict[str, list[str]] = defaultdict(list)
    used: dict[str, list[str]] = defaultdict(list)
    for step in graph.steps:
        about[goal(step)].append(step.id)
        used[step.id] += used_claims(step)
    row = list(dict.fromkeys(starts))
    reached = set(row)
    while row:
        if depth > 0:
            # Steps count with what they lead to, so the row grows while it is read.
            for element_id in row:
                row += _new(about.get(element_id, ()), reached)
        row = [claim_id for element_id in row for claim_id in _new(used.get(element_id, ()), reached)]
        depth -= 1
    return reached


def _new(element_ids: Iterable[str], reached: set[str]) -> list[str]:
    """Return the ids that were not reached before, each once, and add them to what is reached."""
    new = [element_id for element_id in dict.fromkeys(element_ids) if element_id not in reached]
    reached.update(new)
    return new
