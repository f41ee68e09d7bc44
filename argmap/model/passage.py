"""Passages: where in a text the words of an anchor stand.

Words are compared as browsers compare those of a text fragment (https://wicg.github.io/scroll-to-text-fragment/):
whole words, upper and lower case alike, any white space alike. Nothing here is a regular expression made from the
words of a map, so that no text and no anchor takes more than linear time.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from argmap.model.anchor import Anchor

_MOST_TOLD = 100
"""Matches are counted up to this number when a problem is told in words."""

_MOST_OVERLAPPING = 200

_JOINS_WORDS = frozenset("'’.")
_JOINS_DIGITS = frozenset(",;")
_LOOSE = str.maketrans("‘’‚‛“”„‟«»‹›′″‐‑‒–—―−", "''''\"\"\"\"\"\"'''\"-------")
"""Quotation marks and dashes that a typist takes for one another."""

_WITHOUT_SPACES = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
"""Scripts besides those of East Asia that set no space between words: Thai and Lao, Burmese, Khmer."""


@dataclass(frozen=True, slots=True)
class Match:
    """One place where an anchor's words stand.

    Attributes:
        paragraph: the paragraph, counted from 1.
        start, end: the passage in the text as `text[start:end]`.
    """

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph, folded for comparison; `offsets[i]` is the place in the text of the i-th folded character."""

    number: int
    start: int
    end: int
    folded: str
    offsets: tuple[int, ...]

    def offset(self, at: int) -> int:
        return self.offsets[at] if at < len(self.offsets) else self.end

    def loosely(self) -> _Paragraph:
        return _Paragraph(self.number, self.start, self.end, self.folded.translate(_LOOSE), self.offsets)

    def find(self, words: str) -> Iterator[int]:
        """Yield where the folded words stand as whole words.

        Of places that overlap only the first counts if the words are longer than any anchor needs: in a text that
        repeats itself the others would take quadratic time.
        """
        step = 1 if len(words) <= _MOST_OVERLAPPING else len(words)
        at = self.folded.find(words)
        while at >= 0:
            if _is_boundary(self.folded, at) and _is_boundary(self.folded, at + len(words)):
                yield at
            at = self.folded.find(words, at + step)

    def follows(self, prefix: str, at: int) -> bool:
        """Tell whether the prefix stands just before the place."""
        at -= self.folded[at - 1 : at] == " "
        start = at - len(prefix)
        return start >= 0 and self.folded.startswith(prefix, start) and _is_boundary(self.folded, start)

    def precedes(self, suffix: str, at: int) -> bool:
        """Tell whether the suffix stands just after the place."""
        at += self.folded[at : at + 1] == " "
        return self.folded.startswith(suffix, at) and _is_boundary(self.folded, at + len(suffix))


class Passages:
    r"""A text in which the passages that anchors name can be found.

    Paragraphs are blocks of lines between blank lines, counted from 1.

    Attributes:
        text: the text.

    Examples:
        >>> letter = Passages("The bridge is full.\n\nClose the bridge to cars.")
        >>> letter.find_matches(Anchor(start="close the", end="cars"))
        (Match(paragraph=2, start=21, end=45),)
        >>> letter.find_problem(Anchor(start="the bridge"))
        'found 2 times: paragraphs 1 and 2'
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._paragraphs = tuple(
            _fold_paragraph(text, number, start, end) for number, (start, end) in enumerate(_blocks(text), start=1)
        )

    @property
    def paragraph_count(self) -> int:
        """How many paragraphs the text has."""
        return len(self._paragraphs)

    def paragraph(self, number: int) -> str:
        """Return a paragraph, counted from 1, as it stands in the text; "" if there is none."""
        if not 0 < number <= len(self._paragraphs):
            return ""
        found = self._paragraphs[number - 1]
        return self.text[found.start : found.end]

    def find_matches(self, anchor: Anchor) -> tuple[Match, ...]:
        """Return every passage that has the anchor's words, whatever paragraph the anchor names; O(length).

        An anchor without words has the paragraph that it names as its match. A passage with start and end words
        goes to the first end words after its start words and stays within a paragraph.
        """
        return tuple(_find(self._paragraphs, anchor))

    def find_problem(self, anchor: Anchor) -> str:
        """Say what keeps the anchor from naming one passage of the text; "" if it names one."""
        if not anchor.start:
            return "" if self.find_matches(anchor) else self._missing_paragraph(anchor.paragraph or 0)
        matches = tuple(islice(_find(self._paragraphs, anchor), _MOST_TOLD))
        numbers = list(dict.fromkeys(match.paragraph for match in matches))
        match len(matches):
            case 0:
                return self._not_found(anchor)
            case 1 if anchor.paragraph in {None, numbers[0]}:
                return ""
            case 1:
                return f"found in {_name_paragraphs(numbers)}, not {anchor.paragraph}"
            case number:
                times = f"{number} times" if number < _MOST_TOLD else f"{number} times or more"
                return f"found {times}: {_name_paragraphs(numbers)}"

    def _missing_paragraph(self, number: int) -> str:
        has = "1 paragraph" if self.paragraph_count == 1 else f"{self.paragraph_count} paragraphs"
        return f"paragraph {number} is not there: the text has {has}"

    def _not_found(self, anchor: Anchor) -> str:
        """Say that the words are not found, and where something close to them is."""
        loosely = [paragraph.loosely() for paragraph in self._paragraphs]
        if near := _paragraphs_of(_find(loosely, anchor, loose=True)):
            return f"not found, but for quotation marks or dashes: {_name_paragraphs(near)}"
        bare = anchor.model_copy(update={"prefix": "", "suffix": ""})
        if (anchor.prefix or anchor.suffix) and (near := _paragraphs_of(_find(self._paragraphs, bare))):
            return f"not found beside its prefix or suffix: its own words are in {_name_paragraphs(near)}"
        start = bare.model_copy(update={"end": ""})
        if anchor.end and (near := _paragraphs_of(_find(self._paragraphs, start))):
            return f"not found: its start words are in {_name_paragraphs(near)}, its end words do not follow"
        return "not found"


def _find(paragraphs: Iterable[_Paragraph], anchor: Anchor, *, loose: bool = False) -> Iterator[Match]:
    if not anchor.start:
        for paragraph in paragraphs:
            if paragraph.number == anchor.paragraph:
                yield Match(paragraph.number, paragraph.start, paragraph.end)
        return
    start, end, prefix, suffix = (
        folded.translate(_LOOSE) if loose else folded
        for folded in map(_fold_words, (anchor.start, anchor.end, anchor.prefix, anchor.suffix))
    )
    if not start or (anchor.end and not end):
        return
    for paragraph in paragraphs:
        for first, behind in _find_in(paragraph, start, end, prefix, suffix):
            yield Match(paragraph.number, paragraph.offset(first), paragraph.offset(behind))


def _find_in(paragraph: _Paragraph, start: str, end: str, prefix: str, suffix: str) -> Iterator[tuple[int, int]]:
    ends: list[int] | None = None
    for first in paragraph.find(start):
        if prefix and not paragraph.follows(prefix, first):
            continue
        behind = first + len(start)
        if end:
            # The places of the end words are looked up once, or many starts and no end would take quadratic time.
            if ends is None:
                ends = [at for at in paragraph.find(end) if not suffix or paragraph.precedes(suffix, at + len(end))]
            number = bisect_left(ends, behind)
            if number < len(ends):
                yield first, ends[number] + len(end)
        elif not suffix or paragraph.precedes(suffix, behind):
            yield first, behind


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every block of lines between blank lines, without white space around it."""
    at = start = end = 0
    for line in text.splitlines(keepends=True):
        if line.isspace():
            if end > start:
                yield start, end
            start = end = at + len(line)
        else:
            if end <= start:
                start = at + len(line) - len(line.lstrip())
            end = at + len(line.rstrip())
        at += len(line)
    if end > start:
        yield start, end


def _fold_paragraph(text: str, number: int, start: int, end: int) -> _Paragraph:
    pieces: list[str] = []
    offsets: list[int] = []
    for at, piece in _fold(text[start:end]):
        pieces.append(piece)
        offsets.extend([start + at] * len(piece))
    return _Paragraph(number, start, end, "".join(pieces), tuple(offsets))


def _fold_words(words: str) -> str:
    return "".join(piece for _, piece in _fold(words.strip()))


def _fold(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place and the folded form of each character, white space as one space, marks with their letter."""
    at, length = 0, len(text)
    composed = unicodedata.is_normalized("NFC", text)
    while at < length:
        start = at
        at += 1
        if text[start].isspace():
            while at < length and text[at].isspace():
                at += 1
            yield start, " "
        elif composed:
            yield start, text[start].casefold()
        else:
            while at < length and unicodedata.combining(text[at]):
                at += 1
            yield start, unicodedata.normalize("NFC", text[start:at]).casefold()


def _is_boundary(text: str, at: int) -> bool:
    """Tell whether a word may begin or end before the character; the main cases of Unicode's UAX 29."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if _is_word(before) and _is_word(after):
        return False
    if _is_word(before) and at + 1 < len(text):
        return not _joins(before, after, text[at + 1])
    if _is_word(after) and at > 1:
        return not _joins(text[at - 2], before, after)
    return True


def _joins(left: str, mark: str, right: str) -> bool:
    if mark in _JOINS_WORDS:
        return _is_word(left) and _is_word(right)
    return mark in _JOINS_DIGITS and left.isdigit() and right.isdigit()


def _is_word(character: str) -> bool:
    if character.isascii():
        return character.isalnum() or character == "_"
    if not (character.isalnum() or unicodedata.combining(character)):
        return False
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return False
    return not any(first <= ord(character) <= last for first, last in _WITHOUT_SPACES)


def _paragraphs_of(matches: Iterator[Match]) -> list[int]:
    return list(dict.fromkeys(match.paragraph for match in islice(matches, _MOST_TOLD)))


def _name_paragraphs(numbers: list[int], most: int = 10) -> str:
    if len(numbers) == 1:
        return f"paragraph {numbers[0]}"
    named = [str(number) for number in numbers[:most]]
    if len(numbers) > most:
        named.append("others")
    return f"paragraphs {', '.join(named[:-1])} and {named[-1]}"
