"""How exercises speak: quoted claims, steps in words, lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.checks.words import join_words


def quote(text: str) -> str:
    """Return the text in quotation marks.

    Examples:
        >>> quote("The bridge is full")
        '“The bridge is full”'
    """
    return f"“{text}”"


def quote_all(texts: Iterable[str], most: int = 3) -> str:
    """Return the texts in quotation marks as a list in a sentence; of many only some, and how many more there are."""
    quoted = [quote(text) for text in texts]
    left = len(quoted) - most
    return join_words([*quoted[:most], f"{left} more"] if left > 0 else quoted)


def step_in_words(premises: Sequence[str], conclusion: str) -> str:
    """Return a step as one sentence.

    Examples:
        >>> step_in_words(["It rains", "Rain wets"], "The street is wet")
        '“It rains” and “Rain wets”, therefore “The street is wet”'
    """
    return f"{quote_all(premises, most=len(premises))}, therefore {quote(conclusion)}"


def argument_in_lines(premises: Iterable[str], conclusion: str) -> str:
    """Return a step as paragraphs: each premise, then the conclusion."""
    return "\n\n".join([*(quote(premise) for premise in premises), f"Therefore: {quote(conclusion)}"])


def conditional(first: str, second: str) -> str:
    """Return "If the first is true, then the second"."""
    return f"If {quote(first)}, then {quote(second)}"


def words_in_quotes(words: Sequence[str], most: int = 3) -> str:
    """Return some words in quotation marks as a list in a sentence."""
    return join_words([quote(word) for word in words[:most]], "or")


def as_written(text: str, word: str) -> str:
    """Return a folded word as the text writes it, with its capital letters.

    Examples:
        >>> as_written("The West moves first", "west")
        'West'
    """
    at = text.lower().find(word)
    return text[at : at + len(word)] if at >= 0 else word
