"""Joins: whether a text makes one statement or joins two."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from argmap.checks.language.sentences import find_sentences
from argmap.checks.language.tokens import find_tokens, is_word
from argmap.checks.language.word_lists import WordLists

_INNER_END = re.compile(r"[;.!?…\n][\"'”’»)\]]*\s")
_LEAST_WORDS = 3
"""A statement has at least so many words."""

_SOON = 5
"""A statement has its verb among so many of its first words."""


class JoinKind(StrEnum):
    """How two statements of one text are joined."""

    SENTENCES = "sentences"
    SEMICOLON = "semicolon"
    INFERENCE = "inference"
    PERHAPS_INFERENCE = "perhaps inference"
    COORDINATION = "coordination"


class Join(NamedTuple):
    """What joins two statements of one text.

    Attributes:
        kind: how they are joined.
        words: the words or the mark that join them; "" between two sentences.
    """

    kind: JoinKind
    words: str = ""


def find_join(text: str, lists: WordLists) -> Join | None:
    """Return what joins two statements of the text, the surest sign first; None if it seems to make one statement.

    Nothing is parsed: signs are two sentences, a semicolon, a word that marks a reason or a conclusion, and an "and" or
    "but" with a common finite verb in the part before it and soon after it. O(length).

    Args:
        text: the text.
        lists: the word lists of its language.
    """
    sentences = [sentence for sentence in find_sentences(text, lists.abbreviation) if _is_long(find_tokens(sentence))]
    if len(sentences) > 1:
        return Join(JoinKind.SENTENCES)
    tokens = find_tokens(text)
    return _find_semicolon(tokens) or _find_inference(tokens, lists) or _find_coordination(tokens, lists)


def may_join(text: str, words: Collection[str], lists: WordLists) -> bool:
    """Tell quickly whether `find_join` may find something; False is certain.

    Args:
        text: the text.
        words: its folded words.
        lists: the word lists of its language.
    """
    return not lists.joining.isdisjoint(words) or _INNER_END.search(text) is not None


def _is_long(tokens: Sequence[str]) -> bool:
    return sum(map(is_word, tokens)) >= _LEAST_WORDS


def _find_semicolon(tokens: Sequence[str]) -> Join | None:
    if ";" in tokens:
        at = tokens.index(";")
        if _is_long(tokens[:at]) and _is_long(tokens[at + 1 :]):
            return Join(JoinKind.SEMICOLON, ";")
    return None


def _find_inference(tokens: Sequence[str], lists: WordLists) -> Join | None:
    words_before = list(accumulate(map(is_word, tokens), initial=0))
    for phrases, kind in (
        (lists.inference, JoinKind.INFERENCE),
        (lists.perhaps_inference, JoinKind.PERHAPS_INFERENCE),
    ):
        for found in phrases.find(tokens):
            shorter = min(words_before[found.start], words_before[-1] - words_before[found.end])
            beside = {*tokens[found.start - 1 : found.start], *tokens[found.end : found.end + 1]}
            if shorter >= _LEAST_WORDS and lists.not_inference.isdisjoint(beside):
                return Join(kind, found.phrase)
    return None


def _find_coordination(tokens: Sequence[str], lists: WordLists) -> Join | None:
    """Return the first coordinating word with a finite verb before it and, behind a subject, soon after it."""
    has_verb = False
    for at, token in enumerate(tokens):
        if token in lists.subordination:
            return None
        if has_verb and token in lists.coordination and _is_statement(tokens[at + 1 : at + 1 + _SOON], lists):
            return Join(JoinKind.COORDINATION, token)
        has_verb = has_verb or token in lists.finite
    return None


def _is_statement(behind: Sequence[str], lists: WordLists) -> bool:
    """Tell whether the tokens begin a statement: a subject, and a finite verb in the same part of the sentence."""
    if not behind or behind[0] in lists.finite or "," in behind:
        return False
    is_cut = not lists.subordination.isdisjoint(behind) or not lists.coordination.isdisjoint(behind)
    return not is_cut and not lists.finite.isdisjoint(behind)
