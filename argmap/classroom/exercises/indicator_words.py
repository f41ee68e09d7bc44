"""Words that join claims, in English, and what the same words do where they join none; the lists are our own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

LANGUAGE = "en"


class Signal(StrEnum):
    """What a word announces."""

    REASON = "a reason"
    CONCLUSION = "a conclusion"
    CONTRAST = "an objection, or a reply to one"


def _words(*words: str) -> str:
    return "|".join(words)


_CONTRAST = _words(
    "admittedly", "although", "but", "even so", "even though", "granted", "however", "nevertheless", "nonetheless",
    "still", "though", "yet",
)  # fmt: skip
SIGNALS: Mapping[Signal, re.Pattern[str]] = MappingProxyType(
    {
        Signal.REASON: re.compile(
            rf"\b(?:{_words('after all', 'because', 'for example', 'for instance', 'given that', 'indeed', 'since')})\b"
            r"|(?<=[,;] )for\b",
            re.IGNORECASE,
        ),
        Signal.CONCLUSION: re.compile(
            rf"\b(?:{_words('accordingly', 'consequently', 'for this reason', 'hence', 'so', 'therefore', 'thus')})\b",
            re.IGNORECASE,
        ),
        Signal.CONTRAST: re.compile(rf"\b(?:{_CONTRAST})\b", re.IGNORECASE),
    }
)
"""What each word announces where it stands before a claim that does what it says."""

_MONTHS = _words(
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_TIMES = _words("beginning", "birth", "collapse", "death", "demise", "end", "fall", "start", "time", "turn", "war")
IDLE: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf"\bsince\b(?=\s+(?:\d|then\b|last\b|early\b|late\b|(?:{_MONTHS})\b|the (?:{_TIMES})\b))", re.IGNORECASE
        ),
        "it only says from when on",
    ),
    (re.compile(r"\bas\b(?=\s+(?:early|far|late|long|many|much|soon|well)\s+as\b)", re.IGNORECASE), "it compares"),
    (
        re.compile(r"(?<=[a-z] )for\b(?=\s+(?:\d|an?\b|its\b|more\b|the\b|their\b))"),
        "it says for whom, for what or for how long",
    ),
    (re.compile(r"\bso\b(?=\s+(?:far|few|little|many|much)\b)", re.IGNORECASE), "it measures"),
    (re.compile(r"\bthus\b(?=\s+far\b)", re.IGNORECASE), "it says until when"),
    (re.compile(r"(?<=all )but\b|(?<=anything )but\b|(?<=nothing )but\b", re.IGNORECASE), "it means “except”"),
    (re.compile(r"(?<=not )yet\b|(?<=as )yet\b|(?<=never )yet\b", re.IGNORECASE), "it says until when"),
    (
        re.compile(r"(?<= is )still\b|(?<= are )still\b|(?<= was )still\b|(?<= were )still\b|(?<= has )still\b"),
        "it says that something goes on",
    ),
    (re.compile(r"\bhowever\b(?=\s+(?:few|hard|long|many|much|often)\b)", re.IGNORECASE), "it measures"),
)
"""Uses of the same words that join no claims, each with what the word does there."""
