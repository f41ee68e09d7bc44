"""Attacks between numbered arguments, and what they settle without a search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import cached_property


class Status(IntEnum):
    """Where an argument stands towards a set of arguments."""

    UNDECIDED = 0
    IN = 1
    OUT = 2


class AttackGraph:
    """Who attacks whom, by number.

    Attributes:
        attackers: for each argument the arguments that attack it, rising.
        targets: for each argument the arguments that it attacks, rising.
    """

    def __init__(self, size: int, attacks: Iterable[tuple[int, int]]) -> None:
        """Take the attacks, sorted and each once; O(n + m)."""
        self.attackers: list[list[int]] = [[] for _ in range(size)]
        self.targets: list[list[int]] = [[] for _ in range(size)]
        for attacker, target in attacks:
            self.attackers[target].append(attacker)
            self.targets[attacker].append(target)

    @property
    def size(self) -> int:
        """The number of arguments."""
        return len(self.attackers)

    @cached_property
    def grounded(self) -> bytearray:
        """The `Status` of each argument towards the grounded extension; O(n + m)."""
        return self.defended_from(())

    def defended_from(self, start: Iterable[int]) -> bytearray:
        """Return the `Status` of each argument towards the least complete extension that holds the start; O(n + m).

        By counters: an argument is in once all its attackers are out, and out once an attacker is in.

        Args:
            start: an admissible set.
        """
        status = bytearray(self.size)
        open_attackers = [len(attackers) for attackers in self.attackers]
        queue = list(start)
        for argument in queue:
            status[argument] = Status.IN
        for argument, count in enumerate(open_attackers):
            if not count and status[argument] == Status.UNDECIDED:
                status[argument] = Status.IN
                queue.append(argument)
        for argument in queue:  # grows while it is read
            for beaten in self.targets[argument]:
                if status[beaten] != Status.UNDECIDED:
                    continue
                status[beaten] = Status.OUT
                for other in self.targets[beaten]:
                    open_attackers[other] -= 1
                    if not open_attackers[other] and status[other] == Status.UNDECIDED:
                        status[other] = Status.IN
                        queue.append(other)
        return status

    def largest_admissible(self, candidates: Iterable[int]) -> list[int]:
        """Return the largest admissible subset of a conflict-free set, rising; O(n + m).

        What the rest does not defend is taken out until there is no such; as an argument goes, its targets lose an
        attacker, and a target that has no other is not attacked any more.
        """
        inside = bytearray(self.size)
        for argument in candidates:
            inside[argument] = True
        hits = [sum(inside[attacker] for attacker in attackers) for attackers in self.attackers]
        queue = [argument for argument, count in enumerate(hits) if not count]
        for unbeaten in queue:  # grows while it is read
            for argument in self.targets[unbeaten]:
                if inside[argument]:
                    inside[argument] = False
                    for target in self.targets[argument]:
                        hits[target] -= 1
                        if not hits[target]:
                            queue.append(target)
        return [argument for argument, is_inside in enumerate(inside) if is_inside]

    def ancestors(self, argument: int, among: Sequence[int]) -> list[int]:
        """Return the argument and all from which attacks lead to it, rising; O(n + m).

        Args:
            argument: where the attacks lead.
            among: for each argument, `Status.UNDECIDED` if paths may lead through it.
        """
        seen = bytearray(self.size)
        seen[argument] = True
        queue = [argument]
        for reached in queue:  # grows while it is read
            for attacker in self.attackers[reached]:
                if not seen[attacker] and among[attacker] == Status.UNDECIDED:
                    seen[attacker] = True
                    queue.append(attacker)
        queue.sort()
        return queue


def members(status: Sequence[int]) -> list[int]:
    """Return the arguments that are in, rising."""
    return [argument for argument, value in enumerate(status) if value == Status.IN]
