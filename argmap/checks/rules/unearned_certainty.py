"""TXT001: certainty beyond support."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from argmap.checks.language import WordLists, find_tokens, is_word
from argmap.checks.rule import Context, Example, Rule
from argmap.model import Confidence, Finding

_WINDOW = 3
"""A negation or a hedge counts if it is so few words before."""


@dataclass(frozen=True, slots=True)
class UnearnedCertainty(Rule):
    """A claim is worded as certain and reaches no sources and no givens."""

    code: ClassVar = "TXT001"
    name: ClassVar = "unearned-certainty"
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        'How sure a claim may sound depends on what stands behind it. Words such as "undeniable" and "undoubtedly" '
        "ask the reader to grant what the argument does not show. Found are words from lists of our own, in English "
        'and German; those with other uses, such as "clearly", and claims of another party than the author count '
        "less. Certainty that is denied, doubted or ascribed to somebody in the text is left alone. The rule does not "
        "see certainty in other words, nor whether the support is strong enough for what is said."
    )
    source: ClassVar = (
        "Toulmin, The Uses of Argument (1958), ch. III, on qualifiers; Hyland, Boosting, hedging and the negotiation "
        "of academic knowledge, Text 18 (1998), on the words"
    )
    plain: ClassVar = "{element} sounds certain, and nothing shows that it is"
    plain_fix: ClassVar = "back it up with reasons that have sources, or say it less firmly"
    bad: ClassVar = (
        Example(
            "certain and bare",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  noise: {text: It is undeniable that the cars spoil the square, kind: value}
inferences:
  because: {premises: noise, conclusion: close}
""",
            finds=("noise",),
            says='claim [noise] says "undeniable" and is not grounded',
        ),
        Example(
            "German, inflected",
            """\
argmap: 1
language: de-CH
claims:
  sperren: {text: Die Brücke sollte für Autos gesperrt werden, kind: policy}
  laut: {text: Der unbestreitbare Lärm der Autos verdirbt den Platz, kind: value}
inferences:
  weil: {premises: laut, conclusion: sperren}
""",
            finds=("laut",),
            says='claim [laut] says "unbestreitbare" and is not grounded',
        ),
    )
    good: ClassVar = (
        Example(
            "certain and grounded",
            """\
argmap: 1
sources:
  count: {title: Traffic count}
claims:
  full: {text: The bridge is undeniably full}
  traffic: {text: "Some 14,200 cars cross it every day", cites: count}
inferences:
  because: {premises: traffic, conclusion: full}
""",
        ),
        Example(
            "certainty denied, hedged or ascribed",
            """\
argmap: 1
claims:
  denied: {text: It is not clear that the shops need the cars, kind: value}
  hedged: {text: The shops will almost certainly lose customers, kind: prediction}
  ascribed: {text: The shops are said to be undoubtedly in need of the cars, kind: value}
  asked: {text: "Is it beyond doubt that the shops need the cars?"}
""",
        ),
        Example(
            "German, denied",
            """\
argmap: 1
language: de
claims:
  läden: {text: "Es ist keineswegs unbestreitbar, dass die Läden die Autos brauchen", kind: value}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        lists = context.wording.lists
        if lists is None:
            return
        either = lists.certain | lists.perhaps_certain
        for claim_id, words in context.wording.words.items():
            if not either.may_be_in(words) or claim_id in context.support.grounded:
                continue
            claim = context.graph.claims[claim_id]
            marker = _find_certainty(lists, find_tokens(claim.text))
            if marker:
                is_sure = marker.is_sure and claim.by is None
                yield self.finding(
                    context,
                    claim_id,
                    f'claim [{claim_id}] says "{marker.words}" and is not grounded',
                    fix="ground it in sources or givens, or word it as far as the support goes",
                    confidence=None if is_sure else Confidence.LOW,
                )

    def obstacle(self, context: Context) -> str:
        """Name the language if there are no lists of its words."""
        return context.wording.obstacle


class _Certainty(NamedTuple):
    words: str
    is_sure: bool


def _find_certainty(lists: WordLists, tokens: Sequence[str]) -> _Certainty | None:
    """Return the first words that present the text as certain, those that surely do before those that often do."""
    if not tokens or tokens[-1] == "?":
        return None
    ascribed = next((found.start for found in lists.attribution.find(tokens)), len(tokens))
    for phrases, is_sure in ((lists.certain, True), (lists.perhaps_certain, False)):
        for found in phrases.find(tokens):
            before, behind = tokens[max(0, found.start - _WINDOW) : found.start], tokens[found.end : found.end + 1]
            tells_how = not is_sure and _tells_how(lists, before, behind)
            if not (tells_how or _is_taken_back(lists, before) or ascribed < found.start):
                return _Certainty(found.phrase, is_sure)
    return None


def _tells_how(lists: WordLists, before: Sequence[str], behind: Sequence[str]) -> bool:
    """Tell whether the word between says how something is done: "clearly marked", or at the end, "speak clearly"."""
    if not behind:
        return bool(before) and is_word(before[-1])
    return behind[0] in lists.manner


def _is_taken_back(lists: WordLists, before: Sequence[str]) -> bool:
    """Tell whether the few words before, in the same part of the sentence, deny or hedge what comes."""
    near: list[str] = []
    for token in reversed(before):
        if not is_word(token):
            break
        near.insert(0, token)
    doubts = lists.negation | lists.condition
    return not doubts.isdisjoint(near) or lists.hedge.are_in(near) or lists.perhaps_hedge.are_in(near)
