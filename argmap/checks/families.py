"""The families of codes: what the three letters of a code stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """A family of rules.

    Attributes:
        prefix: the three letters that the codes start with.
        title: what the family is about, in a few words.
        about: what its rules look for, in one sentence.
    """

    prefix: str
    title: str
    about: str


FAMILIES: Mapping[str, Family] = {
    family.prefix: family
    for family in (
        Family("STR", "Structure", "Whether ids, claims and inferences fit together into one argument."),
        Family("SUP", "Support", "Whether what the argument asserts rests on sources or on what is given."),
        Family("ATK", "Attack and defence", "Whether objections are heard and answered, and attacks do what they say."),
        Family("POL", "Proposals", "Whether a proposal says who should act, for what end, and at what cost."),
        Family("SCH", "Schemes and critical questions", "Whether a step meets the standard doubts about its pattern."),
        Family(
            "SRC", "Sources and anchors", "Whether facts have sources, and quotations are where they are said to be."
        ),
        Family("TIM", "Time", "Whether dates allow what is concluded from them."),
        Family("TXT", "Wording", "Whether the words of a claim say as much as its support bears, and no more."),
        Family("WAI", "Waivers", "Whether what was accepted on purpose still needs to be, and says why."),
        Family(
            "FMT",
            "Files",
            "What was noticed while a file was read or written; it is mended in the file and cannot be waived. The "
            "severity is the gravest that it can have: where nothing is lost it is less.",
        ),
    )
}
"""The families by prefix, in the order in which they are taught: from the shape of an argument to its words."""


def family(code: str) -> Family:
    """Return the family of a code; that of a plugin's own prefix has the prefix for its title.

    Examples:
        >>> family("SUP001").title
        'Support'
    """
    prefix = code[:3]
    return FAMILIES.get(prefix) or Family(prefix, prefix, "Rules that a plugin adds.")
