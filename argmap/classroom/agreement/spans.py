"""Where the passages of claims end in a text."""

from __future__ import annotations

import re
from bisect import bisect_left

from argmap.model import ArgumentMap
from argmap.model.passage import Passages

_WORD = re.compile(r"\S+")


def count_words(text: str) -> int:
    """Return how many words the text has: runs of anything but white space."""
    return sum(1 for _ in _WORD.finditer(text))


def claim_ends(argument_map: ArgumentMap, text: str) -> frozenset[int]:
    """Return the ends of the passages that claims of the map point to in the article, as numbers of words before them.

    An anchor whose words stand in several places counts with the first, in the paragraph that it names if it names one.
    Anchors into other sources, and the end of the text itself, do not count. O(anchors · length).
    """
    passages = Passages(text)
    starts = [word.start() for word in _WORD.finditer(text)]
    ends: set[int] = set()
    for claim in argument_map.claims:
        for anchor in claim.at:
            if anchor.source in {None, argument_map.article}:
                found = passages.find_matches(anchor)
                named = [match for match in found if anchor.paragraph in {None, match.paragraph}]
                ends.update(bisect_left(starts, match.end) for match in (named or found)[:1])
    return frozenset(ends - {0, len(starts)})
