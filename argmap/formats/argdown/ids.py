"""Ids of what an Argdown document has: from titles, from texts, and from what a relation joins."""

from __future__ import annotations

import re
import unicodedata

from argmap.model.ids import ID_PATTERN

_ID = re.compile(ID_PATTERN)
_WORD = re.compile(r"\w+")
_MOST_LETTERS = 80
_MOST_IN_ID = 200
_WORDS_OF_TEXT = 5
"""As many words of a text as `Draft` takes."""


def is_id(title: str) -> bool:
    """Tell whether a title can be an id as it is."""
    return len(title) <= _MOST_IN_ID and _ID.fullmatch(title) is not None


class Ids:
    """Gives ids that are used once.

    Titles that can be ids are ids. Others become words with hyphens between them, and a number where two would be one.
    What has no title gets its id from its first words, and a relation from what it joins, so that a change in one place
    of a document leaves the ids of the rest as they are.
    """

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._numbers: dict[str, int] = {}

    def reserve(self, known: str) -> None:
        """Take an id out of those that are given."""
        self._used.add(known)

    def of_title(self, title: str, otherwise: str) -> str:
        """Return the id for a title that cannot be one itself, or is one already; `otherwise` if it has no words."""
        return self.unique(_slug(title, _MOST_LETTERS) or otherwise)

    def of_text(self, text: str, otherwise: str) -> str:
        """Return the id for a text without a title; `otherwise` if it has no words."""
        return self.unique(_slug(text, _WORDS_OF_TEXT) or otherwise)

    def unique(self, base: str) -> str:
        """Return the id itself, or with a number if it is taken."""
        base = base[: _MOST_IN_ID - 12]
        if base not in self._used:
            self._used.add(base)
            return base
        number = self._numbers.get(base, 2)
        while f"{base}-{number}" in self._used:
            number += 1
        self._numbers[base] = number + 1
        self._used.add(f"{base}-{number}")
        return f"{base}-{number}"


def _slug(text: str, most_words: int) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("'", "")
    return "-".join(_WORD.findall(folded)[:most_words])[:_MOST_LETTERS]
