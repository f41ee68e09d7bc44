"""Sentences: where one ends and the next begins, as far as marks and capital letters tell."""

from __future__ import annotations

import re
from collections.abc import Collection

_END = re.compile(r"(?<![.!?…])([.!?…]++)[\"'”’»)\]]*+\s++(?=[\"'“‘„«(\[]*+(\w))|\n\s*\n")
_LONGEST_SHORT_FORM = 20


def find_sentences(text: str, abbreviations: Collection[str] = ()) -> list[str]:
    """Return the sentences of the text, in order.

    A sentence ends with a point, an exclamation or a question mark before white space and something else than a small
    letter, or with a blank line. A point behind an abbreviation, a single letter or a number ends none.

    Args:
        text: the text.
        abbreviations: words that end in a point without ending a sentence, in lower case.

    Examples:
        >>> find_sentences("Dr. Snow left. On 3. May he came back.", {"dr"})
        ['Dr. Snow left.', 'On 3. May he came back.']
    """
    sentences: list[str] = []
    start = 0
    for end in _END.finditer(text):
        mark, first = end.groups()
        before = text[max(0, end.start() - _LONGEST_SHORT_FORM) : end.start()]
        if mark and (first.islower() or (mark == "." and _ends_short(before, abbreviations))):
            continue
        sentences.append(text[start : end.end()].strip())
        start = end.end()
    rest = text[start:].strip()
    return [*sentences, rest] if rest else sentences


def _ends_short(before: str, abbreviations: Collection[str]) -> bool:
    """Tell whether what stands before a point ends with a number, or a short form: one of the list, A. or U.S."""
    words = before.split() if before and not before[-1].isspace() else []
    bare = words[-1].strip("\"'“”‘’„«»()[]").casefold() if words else ""
    return len(bare) < 2 or bare.isdigit() or bare in abbreviations or (len(bare) == 3 and bare[1] == ".")
