"""Rows of numbers, end to end in one array."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, pairwise, repeat
from operator import sub


class Rows:
    """Rows of numbers that take four bytes for a number and four for a row.

    Lists of lists take ten times as much, all over the memory, so that large maps took far longer than their size
    accounts for: nearly each look at a list waited for the memory.

    Attributes:
        items: the numbers of all rows.
        ends: 0, then for each row where it ends in `items`.
    """

    __slots__ = ("ends", "items")

    def __init__(self, items: Iterable[int] = (), lengths: Iterable[int] = ()) -> None:
        self.items = array("i", items)
        self.ends = array("i", accumulate(lengths, initial=0))

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, row: int) -> Sequence[int]:
        return self.items[self.ends[row] : self.ends[row + 1]]

    def __iter__(self) -> Iterator[Sequence[int]]:
        return (self.items[start:end] for start, end in pairwise(self.ends))

    def add(self, row: Sequence[int]) -> None:
        """Add a row."""
        self.items.extend(row)
        self.ends.append(len(self.items))

    def add_all(self, other: Rows) -> None:
        """Add the rows of another."""
        first = len(self.items)
        self.items.extend(other.items)
        self.ends.extend(first + end for end in other.ends[1:])

    def add_single(self, items: Sequence[int]) -> None:
        """Add a row for each of the items, which has nothing else."""
        first = len(self.items)
        self.items.extend(items)
        self.ends.extend(range(first + 1, first + 1 + len(items)))

    def lengths(self) -> array[int]:
        """Return how many items each row has."""
        return array("i", map(sub, self.ends[1:], self.ends))

    def index(self, size: int) -> Rows:
        """Return for each number below the size the rows that it is in, rising; O(n + m), by counting."""
        counts = [0] * size
        for item in self.items:
            counts[item] += 1
        found = Rows((), counts)
        free = found.ends[:-1]
        places = found.items = array("i", bytes(self.items.itemsize * len(self.items)))
        rows = chain.from_iterable(map(repeat, range(len(self)), self.lengths()))
        for item, row in zip(self.items, rows, strict=True):
            place = free[item]
            places[place] = row
            free[item] = place + 1
        return found
