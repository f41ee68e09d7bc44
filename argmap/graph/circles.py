"""Circles in a relation: what leads back to itself."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.graph.steps import supporting_claims

if TYPE_CHECKING:
    from argmap.graph.argument_graph import ArgumentGraph


def find_circles(edges: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield the members of each strongly connected component of two or more, sorted, the components likewise.

    O(n + m), but for the sorting.
    """
    left = _drop_starts(list(edges))
    if not left:  # as in most maps, which then need not wait for networkx
        return iter(())
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph(left)
    components = nx.strongly_connected_components(graph)
    return iter(sorted(tuple(sorted(members)) for members in components if len(members) > 1))


def shortest_circle(first: str, onward: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return a shortest circle through the first member, in the order in which its members lead to one another.

    Args:
        first: a member that some circle of two or more passes.
        onward: member to the members that it leads to; of several shortest circles their order decides.
    """
    before: dict[str, str] = {}
    queue = deque([first])
    while queue and first not in before:
        current = queue.popleft()
        for member in onward.get(current, ()):
            if member not in before and member != current:
                before[member] = current
                queue.append(member)
    circle = [before[first]]
    while circle[-1] != first:
        circle.append(before[circle[-1]])
    return tuple(reversed(circle))


def find_behind_circles(graph: ArgumentGraph) -> frozenset[str]:
    """Return the claims in circles of support, and those that such circles lead to; all others can be put in order."""
    waiting: Counter[str] = Counter()
    for inference, needed in zip(graph.map.inferences, graph.supporting, strict=True):
        waiting[inference.conclusion] += len(needed)
    order = list(
        dict.fromkeys(claim_id for needed in graph.supporting for claim_id in needed if claim_id not in waiting)
    )
    for claim_id in order:  # grows while it is read
        for inference in graph.inferences_from(claim_id):
            if not inference.answers or claim_id in supporting_claims(inference):
                waiting[inference.conclusion] -= 1
                if not waiting[inference.conclusion]:
                    order.append(inference.conclusion)
    return frozenset(claim_id for claim_id, left in waiting.items() if left)


def find_onward(graph: ArgumentGraph, members: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """Return for each of the claims those of them that it supports, sorted."""
    onward: dict[str, list[str]] = defaultdict(list)
    for claim_id in sorted(members):
        for inference in graph.inferences_to(claim_id):
            for premise_id in members.intersection(supporting_claims(inference)):
                onward[premise_id].append(claim_id)
    return onward


def _drop_starts(edges: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the edges without those that start where no circle passes, as what nothing leads to is in none."""
    onward: dict[str, list[str]] = defaultdict(list)
    waiting: Counter[str] = Counter()
    for source, target in edges:
        onward[source].append(target)
        waiting[target] += 1
    starts = [source for source in onward if source not in waiting]
    dropped = set(starts)
    for source in starts:
        for target in onward.get(source, ()):
            waiting[target] -= 1
            if not waiting[target]:
                dropped.add(target)
                starts.append(target)
    return [edge for edge in edges if edge[0] not in dropped]
