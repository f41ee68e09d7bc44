"""Sentences of the article that the map has no use for: no anchor points at them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from argmap.checks.language import find_sentences
from argmap.classroom.exercises.material import Material
from argmap.graph import AnchorUse

MOST_ANCHORS = 5_000
"""Each anchor is looked for in the whole text, so a map with more of them has no exercises that need it."""

_SHORTEST, _LONGEST = 25, 200


def find_idle_sentences(material: Material) -> Iterator[str]:
    """Yield the sentences of the article that no anchor of the map touches, of a length that can stand in a list."""
    if material.passages is None or len(material.graph.anchors) > MOST_ANCHORS:
        return
    used = sorted(span for use in material.graph.anchors for span in find_spans(material, use))
    starts = [start for start, _ in used]
    ends: list[int] = []
    for _, end in used:
        ends.append(max(end, ends[-1] if ends else 0))
    text, at = material.passages.text, 0
    lists = material.wording.lists
    for sentence in find_sentences(text, lists.abbreviation if lists else ()):
        start = text.index(sentence, at)
        at = start + len(sentence)
        number = bisect_right(starts, at - 1)
        is_used = number > 0 and ends[number - 1] > start
        if not is_used and _SHORTEST <= len(sentence) <= _LONGEST:
            yield " ".join(sentence.split())


def find_spans(material: Material, use: AnchorUse) -> Iterator[tuple[int, int]]:
    """Yield where the words of an anchor of the article stand in its text, if they stand in one place."""
    if material.passages is None or use.source not in {"", material.map.article}:
        return
    matches = material.passages.find_matches(use.anchor)
    if len(matches) > 1 and use.anchor.paragraph is not None:
        matches = tuple(match for match in matches if match.paragraph == use.anchor.paragraph)
    if len(matches) == 1:
        yield matches[0].start, matches[0].end
