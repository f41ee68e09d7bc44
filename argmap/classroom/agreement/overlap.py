"""How much of two sets is in both."""

from __future__ import annotations

from collections.abc import Hashable, Set
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many elements two sets share.

    Where both sets are empty everything agrees, and all rates are 1; where one is, all rates are 0.

    Attributes:
        shared: how many elements are in both.
        reference: how many are in the first set.
        found: how many are in the second.
    """

    shared: int
    reference: int
    found: int

    @property
    def precision(self) -> float:
        """The share of what was found that is in the reference, 0 to 1."""
        return _share(self.shared, self.found, is_full=self.is_empty)

    @property
    def recall(self) -> float:
        """The share of the reference that was found, 0 to 1."""
        return _share(self.shared, self.reference, is_full=self.is_empty)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return _share(2 * self.shared, self.reference + self.found, is_full=self.is_empty)

    @property
    def mean_recall(self) -> float:
        """The mean agreement in recall (MAR): the mean of precision and recall, 0 to 1."""
        return (self.precision + self.recall) / 2

    @property
    def is_empty(self) -> bool:
        """True if neither set has an element."""
        return self.reference == self.found == 0


def overlap(reference: Set[T], found: Set[T]) -> Overlap:
    """Return how much of the two sets is in both.

    Examples:
        >>> overlap({"a", "b"}, {"b", "c", "d"}).f1
        0.4
    """
    return Overlap(len(reference & found), len(reference), len(found))


def _share(part: int, whole: int, *, is_full: bool) -> float:
    return float(is_full) if whole == 0 else part / whole
