"""A part of the AND/OR graph of support, its claims and steps numbered so that the file's order leaves no trace."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from argmap.graph import ArgumentGraph
from argmap.model import Inference

Body = tuple[str, ...]
"""The ids of the claims that a step needs."""

K = TypeVar("K", int, str)


@dataclass(frozen=True)
class Part:
    """Claims and the steps between them; an AND/OR graph, or a set of definite Horn clauses.

    Claims are numbered in the order of their ids, and steps in the order of their heads and bodies, so a part does
    not depend on the order of the file. Equal steps stand once, and no step needs what it leads to.

    Attributes:
        ids: the ids of the claims, sorted.
        heads: for each step the number of the claim that it leads to, rising.
        bodies: for each step the numbers of the claims that it needs, rising.
        inferences: for each step the id of its inference; of several that need the same, the one that sorts first.
    """

    ids: tuple[str, ...]
    heads: tuple[int, ...]
    bodies: tuple[tuple[int, ...], ...]
    inferences: tuple[str, ...]

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each claim, by its id."""
        return {claim_id: number for number, claim_id in enumerate(self.ids)}

    @cached_property
    def to(self) -> list[list[int]]:
        """For each claim the numbers of the steps that lead to it, rising."""
        steps: list[list[int]] = [[] for _ in self.ids]
        for number, head in enumerate(self.heads):
            steps[head].append(number)
        return steps

    @cached_property
    def using(self) -> list[list[int]]:
        """For each claim the numbers of the steps that need it, rising."""
        steps: list[list[int]] = [[] for _ in self.ids]
        for number, body in enumerate(self.bodies):
            for claim in body:
                steps[claim].append(number)
        return steps

    @property
    def size(self) -> int:
        """How many claims, and claims that steps need, there are."""
        return len(self.ids) + sum(map(len, self.bodies))

    def derive(self, start: Iterable[int]) -> dict[int, int]:
        """Return what follows from the claims: each claim with the number of its step, -1 for those to start from.

        A claim comes after the claims that its step needs. It has a step of the least height, and of several such the
        first, so that the answer does not depend on the order of the start. O(size).
        """
        missing = list(map(len, self.bodies))
        derived = dict.fromkeys(sorted(start), -1)
        row = list(derived)
        while row:
            found: dict[int, int] = {}
            for claim in row:
                for number in self.using[claim]:
                    missing[number] -= 1
                    head = self.heads[number]
                    if not missing[number] and head not in derived:
                        found[head] = min(found.get(head, number), number)
            derived.update(sorted(found.items()))
            row = list(found)
        return derived

    def below(
        self,
        claims: Iterable[int],
        keep: Callable[[int], bool] | None = None,
        granted: Collection[int] = (),
        most: int | None = None,
    ) -> Part:
        """Return the part that bears on the claims.

        Args:
            claims: the numbers of the claims.
            keep: tells whether to keep a claim; steps that need another one are left out. None keeps all.
            granted: claims that need not be looked into: no step needs them any more.
            most: stop when the part is larger than this, with whatever it has; None to go on to the end.
        """
        order = list(dict.fromkeys(claims))
        seen = set(order)
        kept: dict[tuple[int, tuple[int, ...]], str] = {}
        size = len(order)
        for claim in order:
            if most is not None and size > most:
                break
            for number in self.to[claim]:
                body = self.bodies[number]
                if keep is not None and not all(map(keep, body)):
                    continue
                if granted:
                    body = tuple(other for other in body if other not in granted)
                kept.setdefault((claim, body), self.inferences[number])
                size += len(body) + 1
                for other in body:
                    if other not in seen:
                        seen.add(other)
                        order.append(other)
        claims = sorted(seen)
        new = {claim: place for place, claim in enumerate(claims)}
        return _part(tuple(self.ids[claim] for claim in claims), kept, new)


def collect(graph: ArgumentGraph, claim_ids: Iterable[str], body_of: Callable[[Inference], Body | None]) -> Part:
    """Return the part of the map's support that bears on the claims.

    Args:
        graph: the structure of the map.
        claim_ids: the claims.
        body_of: gives the claims that count of those an inference stands on; None if it cannot count at all.
    """
    order = list(dict.fromkeys(claim_ids))
    seen = set(order)
    found: dict[tuple[str, Body], str] = {}
    for claim_id in order:
        for inference in graph.inferences_to(claim_id):
            body = body_of(inference)
            if body is None or claim_id in body:
                continue
            key = (claim_id, tuple(sorted(body)) if len(body) > 1 else body)
            found[key] = min(found.get(key, inference.id), inference.id)
            for other in body:
                if other not in seen:
                    seen.add(other)
                    order.append(other)
    ids = tuple(sorted(seen))
    return _part(ids, found, {claim_id: place for place, claim_id in enumerate(ids)})


def _part(ids: tuple[str, ...], steps: Mapping[tuple[K, tuple[K, ...]], str], number: Mapping[K, int]) -> Part:
    """Return the steps, by head and body, as a part, with the claims numbered anew."""
    order = sorted(steps)
    return Part(
        ids,
        heads=tuple(number[head] for head, _ in order),
        bodies=tuple(tuple(map(number.__getitem__, body)) for _, body in order),
        inferences=tuple(map(steps.__getitem__, order)),
    )
