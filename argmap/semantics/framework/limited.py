"""Searches with a limit of time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from argmap.model import ArgmapError
from argmap.semantics.limit import Limit, LimitReachedError


class TimeLimitError(ArgmapError, RuntimeError):
    """A search came to its time limit without an answer; the problem is NP-hard.

    Attributes:
        seconds: the limit.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"no answer within {seconds:g} s (allow more time; the problem is NP-hard)")


@contextmanager
def limited(seconds: float | None) -> Iterator[Limit]:
    """Give a limit that starts now, and say so in public if it is reached; with None there is no limit.

    Raises:
        TimeLimitError: the limit is reached inside the block.
    """
    try:
        yield Limit(seconds, None)
    except LimitReachedError:
        raise TimeLimitError(seconds or 0) from None
