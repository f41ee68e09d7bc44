"""Tokens: the words of a text, with or without the marks between them."""

from __future__ import annotations

import re
import unicodedata

_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u0b82\u0bbe-\u0bcd\u0bd7"
)
"""Marks that belong to the letter before them, in the scripts for which there are stemmers."""

_LETTERS = rf"[^\W_](?:[^\W_]|[{_MARKS}])*"
_ONE_WORD = rf"\d+(?:[.,:]\d+)+|{_LETTERS}(?:'{_LETTERS})*"
_WORD = re.compile(_ONE_WORD)
_TOKEN = re.compile(rf"{_ONE_WORD}|[^\w\s{_MARKS}]")
_INNER_MARK = re.compile(r"'|[0-9][.,:][0-9]")
_PLAIN = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}


def find_words(text: str) -> list[str]:
    """Return the words of the text in order, folded: lower case, composed, with straight apostrophes.

    A word is a run of letters and digits, with apostrophes inside it; hyphens part words, and a number keeps its points
    and commas. O(length).

    Examples:
        >>> find_words("NATO’s build-up, 11,900 troops")
        ["nato's", 'build', 'up', '11,900', 'troops']
    """
    if text.isascii() and not _INNER_MARK.search(text):
        # Most texts of large maps are of this kind, and the general way takes several times as long.
        return text.translate(_PLAIN).split()
    return _WORD.findall(_fold(text))


def find_tokens(text: str, *, folded: bool = True) -> list[str]:
    """Return the words of the text and the marks between them, each mark as one token.

    Args:
        text: the text.
        folded: False keeps upper and lower case.

    Examples:
        >>> find_tokens("Yes, clearly!")
        ['yes', ',', 'clearly', '!']
    """
    return _TOKEN.findall(_fold(text) if folded else _straighten(text))


def is_word(token: str) -> bool:
    """Tell whether the token is a word and not a mark."""
    return token[0].isalnum()


def _fold(text: str) -> str:
    return text.lower() if text.isascii() else _straighten(text).casefold()


def _straighten(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text).replace("’", "'")
