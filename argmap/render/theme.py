"""How a picture looks and the words that it shows: the one table of kinds of cards, pills and lines.

Hues are told apart in common colour blindness by their bright stripes; words, icons and line styles say the same
again, so that nothing depends on colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

INK = "#1B1F23"
MUTED = "#57606A"
PAPER = "#FFFFFF"
FONT = "Arial"
"""Known by name to Graphviz's own metrics; as wide as Liberation Sans and Arimo, which stand in for it."""

CARD_MARGIN = 8.64
"""Points between the border of a card and its text, left and right."""
CARD_MARGIN_ABOVE = 3.6
"""The same above and below."""
STRIPE = 7.0
"""Width of the coloured left edge of a card, in points."""


class CardKind(StrEnum):
    """What a card shows."""

    PROPOSAL = "proposal"
    THESIS = "thesis"
    CLAIM = "claim"
    REASON = "reason"
    EVIDENCE = "evidence"
    OBJECTION = "objection"
    REPLY = "reply"
    UNSTATED = "unstated"
    UNDEFINED = "undefined"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class CardStyle:
    """How a kind of card looks.

    Attributes:
        word: what the card calls itself.
        icon: a sign that is in the fonts of the PNG, the PDF and the browser alike.
        stripe: colour of the left edge; "" for none.
        accent: colour of the word and of the border.
        tint: colour of the card.
        ink: colour of the text.
        size: size of the text, in points.
        leading: height of a line of text, in points.
        most_width: how wide a line of text may be, in points.
    """

    word: str
    icon: str
    stripe: str
    accent: str
    tint: str
    ink: str = INK
    border: str = ""
    size: int = 12
    leading: int = 15
    most_width: int = 190
    bold: bool = False
    italic: bool = False
    dashed: bool = False
    struck: bool = False
    reference: str = MUTED


CARDS: Mapping[CardKind, CardStyle] = MappingProxyType(
    {
        CardKind.PROPOSAL: CardStyle(
            "Proposal", "»", "#0072B2", "#0B4F83", "#E4F0F9", size=13, leading=16, most_width=200, bold=True
        ),
        CardKind.THESIS: CardStyle(
            "Main claim",
            "●",
            "#56B4E9",
            "#CFE6F7",
            "#0B3C6F",
            ink="#FFFFFF",
            border="#0B3C6F",
            size=15,
            leading=19,
            most_width=285,
            bold=True,
            reference="#CFE6F7",
        ),
        CardKind.CLAIM: CardStyle("Claim", "●", "#0072B2", "#0B4F83", "#F1F7FC", most_width=200),
        CardKind.REASON: CardStyle("Reason", "▲", "#009E73", "#00694E", "#EAF7F2"),
        CardKind.EVIDENCE: CardStyle("Evidence", "■", "#E69F00", "#7A5200", "#FDF5E0"),
        CardKind.OBJECTION: CardStyle("Objection", "▼", "#D55E00", "#A33A00", "#FDEEE6"),
        CardKind.REPLY: CardStyle("Reply", "«", "#CC79A7", "#8A2F69", "#FAEEF5"),
        CardKind.UNSTATED: CardStyle("Unstated", "…", "", "#00694E", "#FFFFFF", italic=True, dashed=True),
        CardKind.UNDEFINED: CardStyle("Undefined", "?", "", "#57606A", "#F6F8FA", italic=True, dashed=True, ink=MUTED),
        CardKind.GAP: CardStyle("Gap", "?", "", "#B00020", "#FFF7F7", ink="#B00020", italic=True, dashed=True),
    }
)


class ChangeKind(StrEnum):
    """What became of a claim or a step between two maps."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ChangeStyle:
    """How a change is marked: sign and word on a chip of this colour, and border and lines of this stroke and width."""

    sign: str
    colour: str
    stroke: str
    pen: float


CHANGES: Mapping[ChangeKind, ChangeStyle] = MappingProxyType(
    {
        ChangeKind.ADDED: ChangeStyle("+", INK, "solid", 2.6),
        ChangeKind.REMOVED: ChangeStyle("–", "#6E7781", "dashed", 1.3),
        ChangeKind.CHANGED: ChangeStyle("~", INK, "dotted", 2.6),
    }
)


class PillKind(StrEnum):
    """What the word on a line says."""

    BECAUSE = "because"
    SHOWN_BY = "shown by"
    BUT = "but"
    HOWEVER = "however"
    MISSING = "missing"


_SUPPORT, _ATTACK, _GAP = "#00694E", "#A33A00", "#B00020"

PILLS: Mapping[PillKind, str] = MappingProxyType(
    {
        PillKind.BECAUSE: _SUPPORT,
        PillKind.SHOWN_BY: _SUPPORT,
        PillKind.BUT: _ATTACK,
        PillKind.HOWEVER: _ATTACK,
        PillKind.MISSING: _GAP,
    }
)
"""The colour of each pill."""
PILL_INK = "#FFFFFF"
"""The colour of the word of a pill."""
PILL_FAINT = "#FFE3D3"
"""The colour of its second word."""


class LineKind(StrEnum):
    """What a line does."""

    SUPPORT = "support"
    REBUT = "rebut"
    UNDERMINE = "undermine"
    UNDERCUT = "undercut"
    ANSWER = "answer"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a line looks: its colour, its stroke, and the head where it meets what it is about.

    Attributes:
        colour, stroke: of the line.
        head, head_size: what Graphviz calls its head, and how large it is.
        head_length: how far the head reaches along the line, in points.
        word: what the line does; "" where the word on it says that.
        corner: how much longer Graphviz makes an open head, whose corners reach over its edges, in points.
    """

    colour: str
    stroke: str
    head: str
    head_size: float
    head_length: float
    word: str = ""
    corner: float = 0.0


LINES: Mapping[LineKind, LineStyle] = MappingProxyType(
    {
        LineKind.SUPPORT: LineStyle("#00825F", "solid", "normal", 0.8, 8.0),
        LineKind.REBUT: LineStyle("#C85200", "dashed", "tee", 1.15, 3.0, "rebuts"),
        LineKind.UNDERMINE: LineStyle("#C85200", "dashed", "teetee", 1.0, 5.0, "undermines"),
        LineKind.UNDERCUT: LineStyle("#C85200", "dashed", "teeodiamond", 0.75, 11.0, "undercuts", corner=3.6),
        LineKind.ANSWER: LineStyle("#57606A", "dotted", "none", 1.0, 0.0),
        LineKind.GAP: LineStyle("#B00020", "dashed", "onormal", 0.8, 8.0),
    }
)


class ChipKind(StrEnum):
    """What a layer says of a card or a pill."""

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"
    NUMBER = "number"
    PARTY = "party"
    LOAD_BEARING = "load-bearing"
    SCHEME = "scheme"


class Corner(StrEnum):
    """Where on the border of a card a chip sits."""

    TOP_LEFT = "top left"
    TOP_RIGHT = "top right"
    BOTTOM_LEFT = "bottom left"
    BOTTOM_RIGHT = "bottom right"


@dataclass(frozen=True, slots=True)
class ChipStyle:
    """How a chip looks, and where it sits on a card; on a pill it sits beside it."""

    fill: str
    ink: str
    border: str
    corner: Corner
    icon: str = ""


CHIPS: Mapping[ChipKind, ChipStyle] = MappingProxyType(
    {
        ChipKind.IN: ChipStyle("#FFFFFF", INK, INK, Corner.TOP_RIGHT, "√"),
        ChipKind.OUT: ChipStyle(INK, "#FFFFFF", INK, Corner.TOP_RIGHT, "×"),
        ChipKind.UNDECIDED: ChipStyle("#FFE08A", INK, INK, Corner.TOP_RIGHT, "±"),
        ChipKind.NUMBER: ChipStyle("#57606A", "#FFFFFF", "#57606A", Corner.TOP_LEFT),
        ChipKind.PARTY: ChipStyle("#FFFFFF", "#4A2F8A", "#4A2F8A", Corner.BOTTOM_LEFT, "»"),
        ChipKind.LOAD_BEARING: ChipStyle("#4A2F8A", "#FFFFFF", "#4A2F8A", Corner.BOTTOM_RIGHT, "♦"),
        ChipKind.SCHEME: ChipStyle("#FFFFFF", "#57606A", "#8C959F", Corner.BOTTOM_LEFT),
    }
)
CHIP_SIZE = 8
"""Size of the text of a chip, in points."""
CHIP_HEIGHT = 11.5
"""Height of a chip, in points."""


@dataclass(frozen=True, slots=True)
class Border:
    """The border of a card: its stroke, width in points, number of lines, and colour if that is its own."""

    style: str
    width: float
    lines: int = 1
    colour: str = ""


BORDERS: Mapping[ChipKind, Border] = MappingProxyType(
    {
        ChipKind.IN: Border("", 2.6),
        ChipKind.OUT: Border("dotted", 1.4),
        ChipKind.UNDECIDED: Border("", 1.1, lines=2),
    }
)

PANEL = "#FAFBFC"
PANEL_LINE = "#D8DEE4"
BRACKET_LINE = "#00694E66"
BRACKET_FILL = "#00694E14"
PLUS = "#00694E"

LABEL_NOTE = "thick border and √ = in, dotted border and × = out, double border and ± = undecided"
LOAD_BEARING_NOTE = "♦ = without it a main claim has no support left"
NUMBER_NOTE = "1A-a = one step from a main claim, reason A, premise a"
PARTY_NOTE = "» = who says so"

IMPLICIT = "implicit"
SEE = "see"
CONTINUED = "continued"
NO_TEXT = "(no text)"
WARRANT = "warrant"
SUBTITLE = "Argument map. ¶ numbers point to the paragraphs of the article."
SUBTITLE_WITHOUT_REFERENCES = "Argument map."
READ = MappingProxyType(
    {
        "up": "Read downwards: each claim, then why",
        "down": "Read upwards: each claim, then why",
        "left": "Read from left to right: each claim, then why",
        "columns": "Read down each column: each claim, then, set in, why",
        "right": "Read from right to left: each claim, then why",
    }
)
"""How to read a picture, by the direction in which its arrows point."""
WAS = "was"
NOT_THE_SAME = "changed"
LINKED, JOINED, MEETING, PARTS, MORE, STRIP = "linked", "joined", "meeting", "parts", "more", "strip"
LEGEND = MappingProxyType(
    {
        LineKind.SUPPORT: "solid line + arrow = supports",
        LineKind.REBUT: "dashed line + bar = rebuts a claim",
        LineKind.UNDERMINE: "two bars = undermines a reason",
        LineKind.UNDERCUT: "bar and diamond on a word = undercuts that step",
        LINKED: "“+” in a shaded bracket = work only together",
        MEETING: "lines that meet in one word = work only together",
        JOINED: "a shaded bracket, or lines that meet in one word = work only together",
        PARTS: "“see B” = the claim that is marked B",
        MORE: "“A, continued” = more that leads to the claim marked A",
        LineKind.ANSWER: "dotted line = answers a critical question",
        LineKind.GAP: "dashed line + open arrow = support the article never gives",
        STRIP: "“? GAP” on a card = support the article never gives",
        ChangeKind.ADDED: "“+ added”, thick border = in the later map only",
        ChangeKind.REMOVED: "“– removed”, pale and dashed = in the earlier map only",
        ChangeKind.CHANGED: "“~ changed”, dotted border = in both, and not the same",
    }
)


def change_words(change: ChangeKind) -> str:
    """Return what a chip says of the change."""
    return f"{CHANGES[change].sign} {change}"


def more_below(count: int) -> str:
    """Return what a card says of the steps below it that are not drawn."""
    return f"+ {count} more below"


ASIDE = "Apart from the main claims"
SEE_ABOVE = "see above:"
TOGETHER = "together"
ANSWER = "answer to"
"""Words of the outline."""
