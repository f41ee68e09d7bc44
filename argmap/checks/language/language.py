"""Languages: stems by Snowball, and word lists where there are some."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from threading import Lock
from typing import Protocol

from argmap.checks.language.word_lists import WordLists, read_word_lists

_SNOWBALL: Mapping[str, str] = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "st": "sesotho", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""Primary subtag of a BCP 47 tag to the name of Snowball's algorithm; older releases lack some."""

_MOST_STEMS = 2**17


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the name that snowballstemmer gives it


class Language:
    """One language: its stems, and its word lists if there are some.

    Attributes:
        code: the primary subtag of its BCP 47 tag.
        lists: its word lists; None if there are none.

    Examples:
        >>> find_language("en-GB").stem("provocations")
        'provoc'
    """

    def __init__(self, code: str, stemmer: _Stemmer) -> None:
        self.code = code
        self.lists: WordLists | None = read_word_lists(code)
        self._stemmer = stemmer
        self._lock = Lock()
        self._cached = lru_cache(maxsize=_MOST_STEMS)(self._stem)

    def stem(self, word: str) -> str:
        """Return the stem of a folded word, kept for the next time; safe to call from several threads."""
        return self._cached(word)

    def _stem(self, word: str) -> str:
        with self._lock:  # a stemmer keeps the word that it works on
            return self._stemmer.stemWord(word)


def find_language(tag: str) -> Language | None:
    """Return the language of a BCP 47 tag such as `en`, `en-GB` or `de-CH`; None if no stemmer knows it."""
    code = tag.replace("_", "-").partition("-")[0].lower()
    return _make_language(code) if code in _SNOWBALL else None


@cache
def _make_language(code: str) -> Language | None:
    import snowballstemmer

    if _SNOWBALL[code] not in snowballstemmer.algorithms():
        return None
    return Language(code, snowballstemmer.stemmer(_SNOWBALL[code]))
