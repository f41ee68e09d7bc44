"""What a caller can ask of a picture."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TypedDict

from argmap.model import Finding
from argmap.render.errors import PictureOptionError
from argmap.render.themes import DEFAULT, Theme, load_theme
from argmap.semantics import Labels


class Layer(StrEnum):
    """What a picture can say of its cards beside their kinds and gaps, on the same layout."""

    LABELS = "labels"
    LOAD_BEARING = "load-bearing"
    NUMBERS = "numbers"
    PARTIES = "parties"
    SCHEMES = "schemes"


class Orientation(StrEnum):
    """Where the arrows of support point, and so where the main claims stand; or columns for large maps."""

    AUTO = "auto"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    COLUMNS = "columns"

    @property
    def is_sideways(self) -> bool:
        """True if the argument runs from left to right or back."""
        return self in {Orientation.LEFT, Orientation.RIGHT}


class PictureOptions(TypedDict, total=False):
    """The keyword arguments of every function that draws; each may be left out.

    Attributes:
        findings: what the checks found; those with gap words that no waiver accepts are drawn.
        orientation: up (main claims on top), down, left (main claims on the left) or right set the map in tiers;
            columns sets it in like an outline, in columns, where each claim is argued once and referred to by a
            letter in other places. Auto, the default, takes up or left, whichever has larger text on a 16:9 screen,
            and columns for maps whose text would be too small to be read in tiers, or much larger than there.
        focus: the id of a claim; only the argument for and against it is drawn. None for the whole map.
        depth: how many steps below the focus, or below the main claims, are drawn, 0 or more; None for all.
        collapse: ids of claims below which nothing is drawn that does not bear on another drawn claim as well.
        title: shown on top; None for the map's own, "" for none.
        legend: False leaves out the legend and how to read the picture.
        roles: False draws all claims alike, for a class that is to find their roles; gaps stay as they are.
        compact: True shows gaps as strips on the cards, False as cards of their own; None, the default, is True for
            maps of more than 24 cards or 6 gaps.
        layers: what else to show, on the same layout: labels (in, out, undecided), load-bearing (claims without which a
            main claim has no support left), numbers (1A-a), parties (who says it), schemes.
        labels: the labels to show, which brings the layer with it; None for those of the map as it stands.
        theme: default, dark, print (black and white) or high-contrast; the path of a theme file; or what `load_theme`
            returns.
        time_limit: seconds that each run of the Graphviz program may take.
    """

    findings: Sequence[Finding]
    orientation: str
    focus: str | None
    depth: int | None
    collapse: Collection[str]
    title: str | None
    legend: bool
    roles: bool
    compact: bool | None
    layers: Collection[str]
    labels: Labels | None
    theme: str | Path | Theme
    time_limit: float


@dataclass(frozen=True)
class Options:
    """The same with every value set and held to be one that can be drawn."""

    findings: Sequence[Finding] = ()
    orientation: str = Orientation.AUTO
    focus: str | None = None
    depth: int | None = None
    collapse: Collection[str] = ()
    title: str | None = None
    legend: bool = True
    roles: bool = True
    compact: bool | None = None
    layers: Collection[str] = ()
    labels: Labels | None = None
    theme: str | Path | Theme = DEFAULT
    time_limit: float = 60.0

    def __post_init__(self) -> None:
        if self.orientation not in set(Orientation):
            choices = ", ".join(Orientation)
            raise PictureOptionError(f"found orientation {self.orientation!r}, expected one of {choices}")
        for layer in self._named_layers:
            if layer not in set(Layer):
                raise PictureOptionError(f"found layer {layer!r}, expected one of {', '.join(Layer)}")
        if self.depth is not None and self.depth < 0:
            raise PictureOptionError(f"found depth {self.depth}, expected 0 or more")
        if self.time_limit <= 0:
            raise PictureOptionError(f"found time limit {self.time_limit}, expected seconds above 0")

    @cached_property
    def shown_theme(self) -> Theme:
        """The theme, read if it is named.

        Raises:
            ThemeError: there is no such theme, or its file has a problem.
        """
        theme = self.theme if isinstance(self.theme, Theme) else load_theme(self.theme)
        return theme if self.roles else theme.without_roles()

    @property
    def shown_layers(self) -> frozenset[Layer]:
        """The layers as members of their Enum."""
        return frozenset(map(Layer, self._named_layers)) | ({Layer.LABELS} if self.labels is not None else set())

    @property
    def direction(self) -> Orientation:
        """The orientation as a member of its Enum."""
        return Orientation(self.orientation)

    @property
    def _named_layers(self) -> Collection[str]:
        return (self.layers,) if isinstance(self.layers, str) else self.layers
