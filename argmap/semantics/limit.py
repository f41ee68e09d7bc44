"""How long a search may go on."""

from __future__ import annotations

import time


class LimitReachedError(Exception):
    """A search has come to its limit; it is caught where the best found so far is known."""


class Limit:
    """A limit by the clock, by the work done, or by both.

    The clock gives the best answer in the time there is, and another one on another day. Work is counted in steps of
    the search, each a fraction of a microsecond to a few, so that the answer is always the same.

    Attributes:
        work: how much work is left; None for any amount.
    """

    def __init__(self, seconds: float | None, work: int | None) -> None:
        self._end = None if seconds is None else time.monotonic() + seconds
        self.work = work

    def spend(self, work: int) -> None:
        """Count work that was done; the next `check` sees it."""
        if self.work is not None:
            self.work -= work

    def check(self) -> None:
        """Raise `LimitReachedError` if the limit is reached."""
        if (self.work is not None and self.work <= 0) or (self._end is not None and time.monotonic() >= self._end):
            raise LimitReachedError
