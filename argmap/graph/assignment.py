"""The best way to give each of some things one of some others."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf


def assign(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return which row gets which column, so that the sum of what the pairs are worth is as large as can be.

    Shortest augmenting paths with potentials; O(r² · c) for r rows and c columns, r the smaller number. The same table
    gives the same pairs; of several best ways it depends on the order of rows and columns which is taken.

    Args:
        worth: a table with rows of one length; what a pair is worth, 0 or more. Pairs that are worth 0 are not made.

    Returns:
        Pairs of a row and a column, by rows; no row and no column twice.

    Source: Kuhn, The Hungarian Method for the Assignment Problem (1955), in the form of Jonker and Volgenant (1987).

    Examples:
        >>> assign([[0.9, 0.8], [0.8, 0.0]])
        [(0, 1), (1, 0)]
    """
    if not worth or not worth[0]:
        return []
    if len(worth) > len(worth[0]):
        turned = assign(list(zip(*worth, strict=True)))
        return sorted((row, column) for column, row in turned)
    owner = _Augmenter(worth).run()
    return sorted((row, column) for column, row in owner.items() if worth[row][column] > 0)


class _Augmenter:
    """Gives one row after the other a column, along the path that costs least."""

    def __init__(self, worth: Sequence[Sequence[float]]) -> None:
        self._worth = worth
        self._width = len(worth[0])
        self._row_price = [0.0] * len(worth)
        self._column_price = [0.0] * self._width
        self._owner: dict[int, int] = {}

    def run(self) -> dict[int, int]:
        """Return for each column that is given away its row."""
        for row in range(len(self._worth)):
            self._give(row)
        return self._owner

    def _give(self, row: int) -> None:
        least = [inf] * self._width
        reached_from: list[int | None] = [None] * self._width
        free = dict.fromkeys(range(self._width))
        used: list[int] = []
        last: int | None = None
        here = row
        while True:
            self._relax(here, last, free, least, reached_from)
            last = min(free, key=least.__getitem__)
            step = least[last]
            self._shift(row, used, free, step, least)
            del free[last]
            if last not in self._owner:
                break
            used.append(last)
            here = self._owner[last]
        self._hand_on(row, last, reached_from)

    def _relax(
        self, row: int, last: int | None, free: dict[int, None], least: list[float], reached_from: list[int | None]
    ) -> None:
        values, price, prices = self._worth[row], self._row_price[row], self._column_price
        for column in free:
            cost = -values[column] - price - prices[column]
            if cost < least[column]:
                least[column], reached_from[column] = cost, last

    def _shift(self, row: int, used: list[int], free: dict[int, None], step: float, least: list[float]) -> None:
        self._row_price[row] += step
        for column in used:
            self._row_price[self._owner[column]] += step
            self._column_price[column] -= step
        for column in free:
            least[column] -= step

    def _hand_on(self, row: int, last: int, reached_from: list[int | None]) -> None:
        while (before := reached_from[last]) is not None:
            self._owner[last] = self._owner[before]
            last = before
        self._owner[last] = row
