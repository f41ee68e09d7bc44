"""What rules need to know of a language: words, stems, and lists of words that carry a meaning for arguments."""

from argmap.checks.language.causes import CauseAndEffect, split_cause
from argmap.checks.language.joins import Join, JoinKind, find_join, may_join
from argmap.checks.language.language import Language, find_language
from argmap.checks.language.phrases import Phrases
from argmap.checks.language.sentences import find_sentences
from argmap.checks.language.similar import Similar, find_similar
from argmap.checks.language.tokens import find_tokens, find_words, is_word
from argmap.checks.language.word_lists import LISTED, WordLists, read_word_lists

__all__ = [
    "LISTED",
    "CauseAndEffect",
    "Join",
    "JoinKind",
    "Language",
    "Phrases",
    "Similar",
    "WordLists",
    "find_join",
    "find_language",
    "find_sentences",
    "find_similar",
    "find_tokens",
    "find_words",
    "is_word",
    "may_join",
    "read_word_lists",
    "split_cause",
]
