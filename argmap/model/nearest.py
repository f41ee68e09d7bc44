"""The nearest id to a misspelt one."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable

_MOST_CANDIDATES = 2000


class NearestWords:
    """Words to suggest from, sorted by length once, so that many misspelt ids in a large map stay quick."""

    def __init__(self, known: Iterable[str]) -> None:
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in known:
            self._by_length[len(word)].append(word)

    def find(self, word: str) -> str | None:
        """Return the most similar known word; None if none is similar or too many are to choose from.

        The answer does not depend on the order of the known words.
        """
        slack = max(2, len(word) // 3)
        lengths = range(len(word) - slack, len(word) + slack + 1)
        if sum(len(self._by_length[length]) for length in lengths if length in self._by_length) > _MOST_CANDIDATES:
            return None
        candidates = [other for length in lengths for other in self._by_length.get(length, ())]
        matches = difflib.get_close_matches(word, candidates, n=1, cutoff=0.6)
        return matches[0] if matches else None


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the most similar of the known words; None if none is similar enough.

    Examples:
        >>> find_nearest("serge", ["surge", "flights"])
        'surge'
    """
    return NearestWords(known).find(word)
