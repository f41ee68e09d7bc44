"""The paper: its size and its margins, upright and turned, in points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """A page without anything on it.

    Attributes:
        width: of the paper.
        height: of the paper.
        side: the margin on the left and on the right.
        above: the margin above.
        below: the margin below, in which the foot stands.
    """

    width: float
    height: float
    side: float
    above: float
    below: float

    @property
    def inner_width(self) -> float:
        """How wide it is between its margins."""
        return self.width - 2 * self.side

    @property
    def inner_height(self) -> float:
        """How high it is between its margins."""
        return self.height - self.above - self.below

    @property
    def top(self) -> float:
        """Where what stands on it begins, from below."""
        return self.height - self.above


UPRIGHT = Paper(595.28, 841.89, side=51, above=51, below=54)
TURNED = Paper(841.89, 595.28, side=36, above=30, below=50)
"""A4. What is turned is there for one large picture, and has smaller margins."""
