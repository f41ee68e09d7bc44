"""What stands below what: walking down from a claim to all that supports and attacks it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.graph.roles import Side
from argmap.graph.steps import used_claims
from argmap.model import ArgumentMap


class Below:
    """Ids of what stands directly below each element of a map; O(n + m) to build and to walk.

    Attributes:
        inferences: claim to the inferences that conclude it.
        used: inference or attack to the claims that it uses.
        attacks: claim, inference or attack to the attacks on it.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.inferences: Mapping[str, list[str]] = defaultdict(list)
        self.used: dict[str, Sequence[str]] = {}
        self.attacks: Mapping[str, list[str]] = defaultdict(list)
        for inference in argument_map.inferences:
            self.inferences[inference.conclusion].append(inference.id)
            self._add(inference.id, used_claims(inference))
        for attack in argument_map.attacks:
            self.attacks[attack.target].append(attack.id)
            self._add(attack.id, used_claims(attack))

    def reach(self, start: Iterable[str], seen: set[str] | None = None, *, attacks: bool = False) -> list[str]:
        """Return the elements and all that supports them, breadth first.

        Args:
            start: the elements.
            seen: elements to leave out; what is returned is added to it.
            attacks: follow attacks as well as support.
        """
        seen = set() if seen is None else seen
        order = [element_id for element_id in dict.fromkeys(start) if element_id not in seen]
        seen.update(order)
        ways: tuple[Mapping[str, Sequence[str]], ...] = (self.inferences, self.attacks, self.used)
        if not attacks:
            ways = (self.inferences, self.used)
        for element_id in order:
            for way in ways:
                if element_id in way:
                    for other_id in way[element_id]:
                        if other_id not in seen:
                            seen.add(other_id)
                            order.append(other_id)
        return order

    def reach_down(self, start: str, depth: int) -> Iterator[str]:
        """Yield the element and all that bears on it within so many steps, breadth first."""
        seen = {start}
        row = [start]
        for level in range(depth + 1):
            next_row: list[str] = []
            for element_id in row:  # grows by the steps, which are in the row of the claim that they are about
                yield element_id
                steps = (
                    (*self.inferences.get(element_id, ()), *self.attacks.get(element_id, ())) if level < depth else ()
                )
                for other_id in steps:
                    if other_id not in seen:
                        seen.add(other_id)
                        row.append(other_id)
                next_row += self.used.get(element_id, ())
            row = [other_id for other_id in dict.fromkeys(next_row) if other_id not in seen]
            seen.update(row)

    def sides(self, main_claims: Iterable[str]) -> Mapping[str, frozenset[Side]]:
        """Return the side of each element that bears on a main claim; see `ArgumentGraph.sides`."""
        found: dict[Side, set[str]] = {side: set() for side in Side}
        side, reached = Side.FOR, list(main_claims)
        while reached:
            # What is new on one side, with all that supports it; then the attacks on that, which are on the other.
            new = self.reach(reached, found[side])
            side = side.other
            attacked = (element_id for element_id in new if element_id in self.attacks)
            reached = [attack_id for element_id in attacked for attack_id in self.attacks[element_id]]
        sides = dict.fromkeys(found[Side.AGAINST], frozenset({Side.AGAINST}))
        only_for, both = frozenset({Side.FOR}), frozenset(Side)
        sides.update((element_id, both if element_id in sides else only_for) for element_id in found[Side.FOR])
        return sides

    def _add(self, step_id: str, claim_ids: tuple[str, ...]) -> None:
        if step_id not in self.used:
            self.used[step_id] = claim_ids
            return
        # An id that stands several times: a tuple that grew each time would take quadratic time.
        known = self.used[step_id]
        self.used[step_id] = known = known if isinstance(known, list) else list(known)
        known.extend(claim_ids)
