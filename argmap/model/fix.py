"""Fixes: what a rule proposes to change, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from argmap.model.finding import Path


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away what stands at a path: an element, a waiver, an item of a list, or a field that may be left out."""

    path: Path
    kind: Literal["remove"] = "remove"


@dataclass(frozen=True, slots=True)
class Replace:
    """Put another text in the place of the one at a path, such as the id of another element."""

    path: Path
    value: str
    kind: Literal["replace"] = "replace"


Edit = Remove | Replace
"""One small change of a map; `kind` tells which."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend what a finding is about.

    Attributes:
        title: what it does, in the imperative.
        edits: the changes; all paths are those of the map in which the finding was made.
        is_safe: True if nothing that the map says gets lost or changes its meaning, so that nobody needs to look.
    """

    title: str
    edits: tuple[Edit, ...]
    is_safe: bool = False
