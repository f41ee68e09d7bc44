"""Causes: which part of a text names a cause and which its effect."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.checks.language.tokens import find_tokens, is_word
from argmap.checks.language.word_lists import WordLists


class CauseAndEffect(NamedTuple):
    """The words of a text that name a cause, and those that name its effect."""

    cause: list[str]
    effect: list[str]


def split_cause(text: str, lists: WordLists) -> CauseAndEffect | None:
    """Return what the text names as a cause and as its effect; None if it names none, or denies it.

    The parts are what stands before and behind the first words such as "led to" (cause first) or "because of" (effect
    first). Nothing is parsed.
    """
    tokens = find_tokens(text)
    if not lists.negation.isdisjoint(tokens):
        return None
    for phrases, cause_first in ((lists.caused, False), (lists.causing, True)):
        for found in phrases.find(tokens):
            before, behind = _words(tokens[: found.start]), _words(tokens[found.end :])
            if before and behind:
                return CauseAndEffect(before, behind) if cause_first else CauseAndEffect(behind, before)
    return None


def _words(tokens: Sequence[str]) -> list[str]:
    return [token for token in tokens if is_word(token)]
