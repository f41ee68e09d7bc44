"""TXT002: a hedge lost between the text and the claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from argmap.checks.language import WordLists, find_sentences, find_tokens
from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import name_missing_texts
from argmap.model import Anchor, AnyClaim, Confidence, Finding
from argmap.model.passage import Passages

_LETTER = """\
The cars allegedly keep the shops alive. The noise might drive the guests away.

The bridge is full. Perhaps the bridge is full on market days alone. The noise drives the guests away.
"""


@dataclass(frozen=True, slots=True)
class LostHedge(Rule):
    """A claim states flatly what the passage that it is anchored to states with a hedge."""

    code: ClassVar = "TXT002"
    name: ClassVar = "lost-hedge"
    confidence: ClassVar = Confidence.MEDIUM
    profiles: ClassVar = ("default", "strict")
    why: ClassVar = (
        'A claim that drops the "allegedly" or "perhaps" of its source says more than the source does, and what '
        "rests on it rests on the mapper's word. Found are words from lists of our own, in English and German; words "
        'with other uses, such as "might" and "may", count less. A hedge is kept by any other hedge, by words that '
        "ascribe the claim to somebody, and by a party that says it (`by`). Only passages with quoted words, within "
        "one sentence, are read, and a claim with several passages is found only if each has a hedge. The rule does "
        "not see whether the hedge is about what the claim says, nor hedges that the lists lack."
    )
    source: ClassVar = (
        "Greenberg, How citation distortions create unfounded authority, BMJ 339 (2009), b2680, on hypotheses that "
        "become facts by being cited; Hyland, Boosting, hedging and the negotiation of academic knowledge, Text 18 "
        "(1998), on the words"
    )
    bad: ClassVar = (
        Example(
            "allegation as a fact",
            """\
argmap: 1
article: letter
sources:
  letter: {title: A letter to the paper}
claims:
  shops: {text: The cars keep the shops alive, at: 1 "the cars allegedly" ... "shops alive"}
""",
            finds=("shops",),
            says='claim [shops] leaves out "allegedly", which its passage in [letter] has',
            article=_LETTER,
        ),
        Example(
            "German",
            """\
argmap: 1
language: de
article: brief
sources:
  brief: {title: Ein Leserbrief}
claims:
  läden: {text: Die Autos erhalten die Läden am Leben, at: 1 "die Autos halten" ... "am Leben"}
""",
            finds=("läden",),
            says='claim [läden] leaves out "möglicherweise", which its passage in [brief] has',
            article="Die Autos halten möglicherweise die Läden am Leben.\n",
        ),
    )
    good: ClassVar = (
        Example(
            "hedge kept in other words, or ascribed to a party",
            """\
argmap: 1
article: letter
sources:
  letter: {title: A letter to the paper}
parties:
  owners: {name: The owners of the shops}
claims:
  shops: {text: "The cars, it is said, keep the shops alive", at: 1 "the cars allegedly" ... "shops alive"}
  owners-say: {text: The cars keep the shops alive, by: owners, at: 1 "the cars allegedly" ... "shops alive"}
  noise: {text: There is a risk that the noise drives the guests away, at: 1 "the noise might" ... "guests away"}
""",
            article=_LETTER,
        ),
        Example(
            "passage without a hedge beside one that has it",
            """\
argmap: 1
article: letter
sources:
  letter: {title: A letter to the paper}
claims:
  full: {text: The bridge is full, at: 2 "the bridge is full" ... "market days"}
  noise:
    text: The noise drives the guests away
    at: [1 "the noise might" ... "guests away", 2 "the noise drives" ... "guests away"]
""",
            article=_LETTER,
        ),
        Example(
            "German, hedge kept",
            """\
argmap: 1
language: de
article: brief
sources:
  brief: {title: Ein Leserbrief}
claims:
  läden: {text: Vermutlich erhalten die Autos die Läden am Leben, at: 1 "die Autos halten" ... "am Leben"}
""",
            article="Die Autos halten möglicherweise die Läden am Leben.\n",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        lists = context.wording.lists
        if lists is None or not context.texts:
            return
        for claim_id, claim in context.graph.claims.items():
            hedge = _find_lost_hedge(context, lists, claim) if claim.at and claim.by is None else None
            if hedge:
                where = f" in [{hedge.source}]" if hedge.source else ""
                yield self.finding(
                    context,
                    claim_id,
                    f'claim [{claim_id}] leaves out "{hedge.words}", which its passage{where} has',
                    fix="hedge the claim as the passage does, or name the party that says it",
                    evidence=(hedge.source,) if hedge.source in context.graph.sources else (),
                    confidence=None if hedge.is_sure else Confidence.LOW,
                )

    def obstacle(self, context: Context) -> str:
        """Name the language if there are no lists of its words, and the texts that were not given."""
        anchors = (use for use in context.graph.anchors if use.noun == "claim")
        return context.wording.obstacle or name_missing_texts(context.texts, anchors)


class _Hedge(NamedTuple):
    words: str
    is_sure: bool
    source: str = ""


def _find_lost_hedge(context: Context, lists: WordLists, claim: AnyClaim) -> _Hedge | None:
    """Return the first hedge if every passage of the claim that can be read has one and the claim has none."""
    article = context.argument_map.article or ""
    hedges: list[_Hedge] = []
    for anchor in claim.at:
        source_id = anchor.source or article
        passages = context.passages.get(source_id)
        passage = _read(passages, anchor, lists) if passages else ""
        if passage:
            hedge = _find_hedge(lists, passage)
            if hedge is None:
                return None
            hedges.append(hedge._replace(source=source_id))
    if not hedges or _is_kept(lists, claim.text):
        return None
    return min(hedges, key=lambda hedge: not hedge.is_sure)


def _read(passages: Passages, anchor: Anchor, lists: WordLists) -> str:
    """Return the passage; "" if it is not one passage that the anchor quotes from one sentence."""
    if not anchor.start or passages.find_problem(anchor):
        return ""
    match = passages.find_matches(anchor)[0]
    passage = passages.text[match.start : match.end]
    return passage if len(find_sentences(passage, lists.abbreviation)) == 1 else ""


def _find_hedge(lists: WordLists, passage: str) -> _Hedge | None:
    """Return the first hedge of the passage, those that surely are before those that often are."""
    tokens = find_tokens(passage)
    for found in lists.hedge.find(tokens):
        return _Hedge(found.phrase, is_sure=True)
    for words in _find_perhaps(lists, passage, tokens):
        return _Hedge(words, is_sure=False)
    return None


def _find_perhaps(lists: WordLists, text: str, tokens: Sequence[str]) -> Iterator[str]:
    """Yield the words of the text that often are hedges, but for names: "in May"."""
    as_written = find_tokens(text, folded=False)
    for found in lists.perhaps_hedge.find(tokens):
        if found.start == 0 or len(as_written) != len(tokens) or as_written[found.start].islower():
            yield found.phrase


def _is_kept(lists: WordLists, text: str) -> bool:
    tokens = find_tokens(text)
    is_listed = any(phrases.are_in(tokens) for phrases in (lists.hedge, lists.kept_hedge, lists.attribution))
    return is_listed or any(True for _ in _find_perhaps(lists, text, tokens))
