"""Which part of a map is drawn, and what that leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from argmap.graph import ArgumentGraph, Step, used_claims
from argmap.model import Inference


def goal(step: Step) -> str:
    """Return the id of what the step leads to: the conclusion of an inference, the target of an attack."""
    return step.conclusion if isinstance(step, Inference) else step.target


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


def find_scope(graph: ArgumentGraph, focus: str | None, depth: int | None) -> Scope:
    """Return what is drawn of the map; O(n + m) times the number of main claims if there is a depth.

    Raises:
        UnknownElementError: the map has no claim with the id `focus`.
    """
    chosen = _chosen(graph, focus, depth)
    every: tuple[Step, ...] = (*graph.map.inferences, *graph.map.attacks)
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
        return set(graph.find_argument(focus, depth))
    if depth is None:
        return None
    starts: Iterable[str] = graph.main_claims or graph.claims
    return set(chain.from_iterable(graph.find_argument(claim_id, depth) for claim_id in starts))
