"""What comes of drawing a file, and what the browser is shown of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256


@dataclass(frozen=True)
class Problem:
    """Something that keeps a file from being drawn whole.

    Attributes:
        message: what was found against what was expected.
        where: the file, line and column; "" if it is not about a place.
        code: the code of the finding; "" if it is none.
        fix: how to mend it; "" if there is no general way.
        lines: the line of the file and a marker below it; none if there is nothing to show.
    """

    message: str
    where: str = ""
    code: str = ""
    fix: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Drawing:
    """What came of drawing a file once.

    Attributes:
        page: the interactive page; None if the file could not be drawn.
        problems: what kept it from being drawn whole.
    """

    page: str | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Shown:
    """What the browser is to show.

    Attributes:
        page: the page; None as long as none could be drawn.
        problems: those of the file as it is now.
        is_whole: whether the page was drawn from a file without problems.
        is_current: whether the page was drawn from the file as it is now.
        is_drawing: whether the next one is being drawn.
    """

    page: str | None
    problems: tuple[Problem, ...]
    is_whole: bool
    is_current: bool
    is_drawing: bool = False

    @classmethod
    def first(cls, drawn: Drawing) -> Shown:
        """Return what to show of the first drawing, which may be of a part of the file."""
        return cls(drawn.page, drawn.problems, not drawn.problems, is_current=drawn.page is not None)

    def after(self, drawn: Drawing) -> Shown:
        """Return what to show after the file was drawn again.

        A file with problems takes no picture away: the last whole one stays. As long as there was none, what could be
        read of the file is shown.
        """
        if drawn.page is not None and (not drawn.problems or not self.is_whole):
            return Shown.first(drawn)
        return Shown(self.page, drawn.problems, self.is_whole, is_current=False)

    @cached_property
    def version(self) -> str:
        """What tells the page from others, also after the preview was started anew; "" if there is none."""
        return "" if self.page is None else sha256(self.page.encode()).hexdigest()[:16]

    @property
    def picture(self) -> str:
        """What the picture is of: whole, part (what could be read of the file), last (an earlier save) or none."""
        if self.page is None:
            return "none"
        if not self.is_current:
            return "last"
        return "part" if self.problems else "whole"

    def as_event(self) -> str:
        """Return it, without the page, as JSON on one line."""
        event = {
            "version": self.version,
            "picture": self.picture,
            "problems": [asdict(problem) for problem in self.problems],
            "drawing": self.is_drawing,
        }
        return json.dumps(event)
