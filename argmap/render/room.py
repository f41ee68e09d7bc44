"""Free room in a picture that is laid out: where chips may go without covering anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from argmap.render.positions import Frame

Part = tuple[float, float]
"""Left and right, in points."""
_STRIP = 48.0
"""What is taken is known by strips of this height, in points, so that only what is near is looked at."""


class Room:
    """What of a picture is taken."""

    def __init__(self) -> None:
        self._strips: dict[int, list[tuple[Frame, str | None]]] = defaultdict(list)

    def take(self, frame: Frame, owner: str | None = None) -> None:
        """Note that the frame is taken.

        Args:
            frame: what is taken; y grows upwards.
            owner: by what; to who asks in its name it is free.
        """
        for strip in _strips(frame):
            self._strips[strip].append((frame, owner))

    def free_parts(self, frame: Frame, asking: str | None = None) -> list[Part]:
        """Return the parts of the frame over which nothing is taken, from left to right; O(n log n) of what is near."""
        left, bottom, right, top = frame
        near = (one for strip in _strips(frame) for one in self._strips.get(strip, ()))
        of_others = (taken for taken, owner in near if asking is None or owner != asking)
        spans = sorted((taken[0], taken[2]) for taken in of_others if taken[1] < top and taken[3] > bottom)
        parts = []
        for start, end in (*spans, (right, right)):
            if left < min(start, right):
                parts.append((left, min(start, right)))
            left = max(left, end)
        return parts


def _strips(frame: Frame) -> Iterator[int]:
    yield from range(int(frame[1] // _STRIP), int(frame[3] // _STRIP) + 1)
