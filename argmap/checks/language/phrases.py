"""Phrases: words and groups of words, looked up in texts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.checks.language.tokens import find_tokens, is_word


class Found(NamedTuple):
    """A phrase in a text.

    Attributes:
        phrase: the phrase.
        start: the number of its first token.
        end: the number of the token behind it.
    """

    phrase: str
    start: int
    end: int


class Phrases:
    """A list of phrases that can be found in the tokens of a text.

    Finding them takes O(tokens) for a given list, and a look at the words of a text tells quickly that there are none.

    Attributes:
        phrases: the phrases.
        cues: a word of each phrase; a text without any of them has none of the phrases.

    Examples:
        >>> certain = Phrases(["no doubt", "undeniable"])
        >>> list(certain.find(find_tokens("That is, no doubt, undeniable")))
        [Found(phrase='no doubt', start=3, end=5), Found(phrase='undeniable', start=6, end=7)]
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = frozenset(phrases)
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(self.phrases, key=lambda phrase: (-len(phrase), phrase)):
            tokens = tuple(find_tokens(phrase))
            self._by_first.setdefault(tokens[0], []).append(tokens)
        self.cues = frozenset(
            max(filter(is_word, tokens), key=len) for group in self._by_first.values() for tokens in group
        )

    def __or__(self, other: Phrases) -> Phrases:
        return Phrases(self.phrases | other.phrases)

    def may_be_in(self, words: Collection[str]) -> bool:
        """Tell quickly whether a text with these words may have one of the phrases; False is certain."""
        return not self.cues.isdisjoint(words)

    def find(self, tokens: Sequence[str]) -> Iterator[Found]:
        """Yield the phrases among the tokens in order, of several that start together the longest."""
        at = 0
        while at < len(tokens):
            found = self._at(tokens, at)
            if found:
                yield found
            at = found.end if found else at + 1

    def are_in(self, tokens: Sequence[str]) -> bool:
        """Tell whether one of the phrases is among the tokens."""
        return any(True for _ in self.find(tokens))

    def _at(self, tokens: Sequence[str], at: int) -> Found | None:
        for phrase in self._by_first.get(tokens[at], ()):
            end = at + len(phrase)
            if tuple(tokens[at:end]) == phrase:
                return Found(" ".join(filter(is_word, phrase)), at, end)
        return None
