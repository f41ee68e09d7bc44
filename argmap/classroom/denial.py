"""Whether a statement denies something: two in nearly the same words may say the opposite."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from argmap.checks.language import find_language, find_words


@cache
def denial(language: str) -> Callable[[str], bool] | None:
    """Return what tells whether a text denies: whether it has an odd number of words that do.

    Args:
        language: BCP 47 language of the texts.

    Returns:
        The function; None for a language without a list of such words.

    Examples:
        >>> denies = denial("en")
        >>> [denies("The bridge should be closed"), denies("The bridge shouldn’t be closed")]
        [False, True]
    """
    known = find_language(language)
    if known is None or known.lists is None:
        return None
    words = known.lists.negation

    @lru_cache(maxsize=4096)
    def denies(text: str) -> bool:
        return sum(word in words for word in find_words(text)) % 2 == 1

    return denies
