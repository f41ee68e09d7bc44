"""Offsets to anchors: the words and the paragraph by which a passage of a text is found again."""

from __future__ import annotations

from bisect import bisect_right

from argmap.model import Anchor

_MOST_WORDS = 12
"""A passage with so many words is named by all of them, a longer one by its first and last few."""
_FEW_WORDS = 5


class Anchoring:
    r"""A text in which offsets become anchors.

    Examples:
        >>> letter = Anchoring("The bridge is full.\n\nClose the bridge to cars.")
        >>> letter.anchor(21, 45)
        Anchor(source=None, paragraph=2, start='Close the bridge to cars', end='', prefix='', suffix='')
    """

    def __init__(self, text: str, source: str | None = None) -> None:
        self._text = text
        self._source = source
        self._starts = _paragraph_starts(text)

    def anchor(self, start: int, end: int) -> Anchor | None:
        """Return the anchor for the characters from `start` to before `end`; None if there are only blanks.

        An anchor stays within a paragraph: of a passage that goes on in the next one it names the first part.
        """
        start = max(start, 0)
        passage = self._text[start : max(end, start)]
        start += len(passage) - len(passage.lstrip())
        paragraph = max(bisect_right(self._starts, start), 1)
        if paragraph < len(self._starts):
            end = min(end, self._starts[paragraph])
        words = self._text[start : max(end, start)].split()
        if not words:
            return None
        if len(words) <= _MOST_WORDS:
            return Anchor(source=self._source, paragraph=paragraph, start=" ".join(words))
        first, last = " ".join(words[:_FEW_WORDS]), " ".join(words[-_FEW_WORDS:])
        return Anchor(source=self._source, paragraph=paragraph, start=first, end=last)


def _paragraph_starts(text: str) -> list[int]:
    """Return where the paragraphs of a text start: blocks of lines between blank lines, as `Passages` counts them."""
    starts = []
    at, inside = 0, False
    for line in text.splitlines(keepends=True):
        if line.isspace():
            inside = False
        elif not inside:
            starts.append(at + len(line) - len(line.lstrip()))
            inside = True
        at += len(line)
    return starts
