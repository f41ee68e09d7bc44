"""Word lists: for a language, the words that carry a meaning for arguments, read from the data beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from typing import Any

from argmap.checks.language.phrases import Phrases

LISTED = ("de", "en")
"""The languages that have word lists."""


@dataclass(frozen=True, slots=True)
class WordLists:
    """The words of one language that carry a meaning for arguments; each list is one of our own.

    A word that is at home in two meanings stands in the list whose name says so (`perhaps_...`), and what rests on it
    is less sure.

    Attributes:
        stop: words that say nothing about what a text is about.
        certain: what presents a statement as beyond doubt ("boosters" in Hyland's terms).
        perhaps_certain: what mostly does.
        manner: what says, behind such a word, how something is done.
        hedge: what withholds full commitment to a statement ("hedges" in Hyland's terms).
        perhaps_hedge: what often does.
        kept_hedge: what else keeps a hedge, in other words.
        attribution: what ascribes a statement to somebody.
        negation: what denies.
        polar: what turns or measures a statement, so that two statements that differ in it say different things.
        condition: what makes a statement depend on another, so that it is not asserted.
        inference: what joins a statement and its reason.
        perhaps_inference: what often does.
        not_inference: what stands before such a word, or behind it, where it joins no two statements.
        coordination: what joins two statements side by side.
        finite: common finite verbs, by which a part of a sentence is known for a statement.
        subordination: what makes the part of a sentence behind it depend on another.
        causing: what stands between a cause and its effect.
        caused: what stands between an effect and its cause.
        present: what says that a statement is about the present.
        abbreviation: words that end in a point without ending a sentence.
        joining: words without which no words join two statements; made from the other lists.
    """

    stop: frozenset[str]
    certain: Phrases
    perhaps_certain: Phrases
    manner: frozenset[str]
    hedge: Phrases
    perhaps_hedge: Phrases
    kept_hedge: Phrases
    attribution: Phrases
    negation: frozenset[str]
    polar: frozenset[str]
    condition: frozenset[str]
    inference: Phrases
    perhaps_inference: Phrases
    not_inference: frozenset[str]
    coordination: frozenset[str]
    finite: frozenset[str]
    subordination: frozenset[str]
    causing: Phrases
    caused: Phrases
    present: Phrases
    abbreviation: frozenset[str]
    joining: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        joining = self.coordination | self.inference.cues | self.perhaps_inference.cues
        object.__setattr__(self, "joining", joining)


@cache
def read_word_lists(code: str) -> WordLists | None:
    """Return the word lists of a language; None if there are none.

    Args:
        code: the primary subtag of a BCP 47 tag, in lower case.
    """
    if code not in LISTED:
        return None
    data = tomllib.loads(files(__package__).joinpath(f"{code}.toml").read_text(encoding="utf-8"))
    made: dict[str, Any] = {
        each.name: _make(each.type, _expand(data, each.name)) for each in fields(WordLists) if each.init
    }
    return WordLists(**made)


def _make(kind: object, words: Iterable[str]) -> frozenset[str] | Phrases:
    return Phrases(words) if kind == "Phrases" else frozenset(word.casefold() for word in words)


def _expand(data: Mapping[str, list[str]], name: str) -> Iterator[str]:
    """Yield the words of a list; one that ends in a hyphen stands for its forms with each of the endings."""
    for word in data[name]:
        if word.endswith("-"):
            yield from (word[:-1] + ending for ending in data["endings"])
        else:
            yield word
