"""TIM002: evidence dated after the article, or too old for a claim about the present."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from argmap.checks.language import find_tokens
from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE
from argmap.graph import find_newest_evidence, newest_source, supporting_claims
from argmap.model import AnyClaim, Confidence, EdtfDate, Finding, Kind

_ABOUT_LATER = frozenset({Kind.PREDICTION, Kind.POLICY})
_ABOUT_NOW = frozenset({Kind.FACT, Kind.CAUSAL, Kind.VALUE})


@dataclass(frozen=True, slots=True)
class UntimelyEvidence(Rule):
    """Evidence is of a later date than the article, or too old for what it is to show."""

    code: ClassVar = "TIM002"
    name: ClassVar = "untimely-evidence"
    confidence: ClassVar = Confidence.MEDIUM
    profiles: ClassVar = ("default", "strict")
    why: ClassVar = (
        "An article cannot rest on what came after it: a later source or event is misdated, is a prediction, or was "
        "added by somebody else (what has no anchor in the article counts less). And what held years ago may not hold "
        'now. A claim is about the present if its date is that of the article, or if it has none and says so ("now", '
        '"currently"). It is found if all that it rests on is older than the article by more than some years; this '
        "counts less, as much that is old still holds. Given claims, and values, policies and definitions, are of no "
        "date, and one piece of evidence without a date is enough to keep the rule silent. So is an article without "
        "one."
    )
    source: ClassVar = "Blakeslee, The CRAAP Test, LOEX Quarterly 31 (2004), on currency"
    bad: ClassVar = (
        Example(
            "source and event after the article",
            """\
argmap: 1
article: letter
sources:
  letter: {title: A letter to the paper, date: 2020-06-30}
  count: {title: Traffic count, date: 2021}
claims:
  traffic: {text: Most cars only pass through, cites: count, at: 1}
  closed: {text: The bridge was closed, at: 1, when: 2020-07}
""",
            finds=("count", "closed"),
            says="source [count] (2021) of claim [traffic] is dated after the article [letter] (2020-06-30)",
        ),
        Example(
            "old evidence for the present",
            """\
argmap: 1
article: letter
sources:
  letter: {title: A letter to the paper, date: 2020-06-30}
  count: {title: Traffic count, date: 2003}
claims:
  through: {text: Most cars now only pass through, at: 1}
  traffic: {text: Two cars in three passed through, cites: count, at: 1}
inferences:
  so: {premises: traffic, conclusion: through}
""",
            finds=("through",),
            says="claim [through] is about the present and rests on nothing later than 2003-12-31",
        ),
        Example(
            "German",
            """\
argmap: 1
language: de
article: brief
sources:
  brief: {title: Ein Leserbrief, date: 2020-06-30}
  zählung: {title: Verkehrszählung, date: 2003}
claims:
  verkehr: {text: Derzeit fahren zwei von drei Autos nur durch, cites: zählung, at: 1}
""",
            finds=("verkehr",),
            says="claim [verkehr] is about the present and rests on nothing later than 2003-12-31",
        ),
    )
    good: ClassVar = (
        Example(
            "prediction, a source of the same year, and an old source for an old fact",
            """\
argmap: 1
article: letter
sources:
  letter: {title: A letter to the paper, date: 2020-06-30}
  count: {title: Traffic count, date: 2020}
  survey: {title: Survey of shops, date: 2003}
claims:
  full: {text: The bridge will be full, kind: prediction, at: 1, when: 2025}
  traffic: {text: Most cars now only pass through, cites: count, at: 1}
  shops: {text: The shops were full, cites: survey, at: 1, when: 2003}
""",
        ),
        Example(
            "old evidence beside some of unknown date",
            """\
argmap: 1
article: letter
sources:
  letter: {title: A letter to the paper, date: 2020-06-30}
  count: {title: Traffic count, date: 2003}
claims:
  through: {text: Most cars now only pass through, at: 1}
  traffic: {text: Two cars in three passed through, cites: count, at: 1}
  same: {text: The roads have not changed since, at: 1}
inferences:
  so: {premises: [traffic, same], conclusion: through}
""",
        ),
    )

    max_age_years: Annotated[int, Field(ge=0)] = 5
    """How many years the evidence for a claim about the present may be older than the article; 0 or more."""

    def check(self, context: Context) -> Iterator[Finding]:
        article = context.graph.sources.get(context.argument_map.article or "")
        if article is None or article.date is None:
            return
        dated = f"[{article.id}] ({article.date})"
        yield from self._late_sources(context, article.date, dated)
        yield from self._late_claims(context, article.date, dated)
        yield from self._old_evidence(context, article.date, dated)

    def _late_sources(self, context: Context, published: EdtfDate, article: str) -> Iterator[Finding]:
        graph = context.graph
        late = {key: source for key, source in graph.sources.items() if _is_after(source.date, published)}
        citing: dict[str, list[AnyClaim]] = {source_id: [] for source_id in late}
        for claim in sorted(graph.claims.values(), key=lambda claim: claim.id) if late else ():
            for source_id in late.keys() & set(claim.cites):
                citing[source_id].append(claim)
        for source_id, source in late.items():
            claims = citing[source_id]
            if claims:
                named = f"source [{source_id}] ({source.date}) of claim [{claims[0].id}]"
                yield self.finding(
                    context,
                    source_id,
                    f"{named} is dated after the article {article}",
                    fix="correct the date, or anchor the claim where it is made",
                    evidence=tuple(claim.id for claim in claims[:MOST_EVIDENCE]),
                    confidence=None if any(_is_in_article(context, claim) for claim in claims) else Confidence.LOW,
                )

    def _late_claims(self, context: Context, published: EdtfDate, article: str) -> Iterator[Finding]:
        for claim_id, claim in context.graph.claims.items():
            if claim.kind not in _ABOUT_LATER and _is_after(claim.when, published):
                yield self.finding(
                    context,
                    claim_id,
                    f"claim [{claim_id}] is about {claim.when}, after the article {article}, and no prediction",
                    fix="correct the date, or make it a prediction",
                    confidence=None if _is_in_article(context, claim) else Confidence.LOW,
                )

    def _old_evidence(self, context: Context, published: EdtfDate, article: str) -> Iterator[Finding]:
        limit = _years_before(published, self.max_age_years)
        current = {
            claim.id for claim in context.graph.claims.values() if _is_about_now(context, claim, published, limit)
        }
        old = _find_old(context, current, limit) if current else {}
        for claim_id, day in old.items():
            premises = {
                premise for step in context.graph.inferences_to(claim_id) for premise in supporting_claims(step)
            }
            # The lowest claim about the present is the one to mend.
            if old.keys().isdisjoint(premises - {claim_id}):
                yield self.finding(
                    context,
                    claim_id,
                    f"claim [{claim_id}] is about the present and rests on nothing later than {day}",
                    fix=f"add evidence of the time of the article {article}, or word the claim as one about the past",
                    evidence=tuple(sorted(premises))[:MOST_EVIDENCE],
                    confidence=Confidence.LOW,
                )


def _is_after(when: EdtfDate | None, published: EdtfDate) -> bool:
    return when is not None and published.is_before(when)


def _is_in_article(context: Context, claim: AnyClaim) -> bool:
    article = context.argument_map.article
    return any(anchor.source in {None, article} for anchor in claim.at)


def _years_before(published: EdtfDate, years: int) -> date:
    day = published.earliest or date.min
    if day.year <= years:
        return date.min
    last = 28 if day.month == 2 else day.day
    return day.replace(year=day.year - years, day=min(day.day, last))


def _is_about_now(context: Context, claim: AnyClaim, published: EdtfDate, limit: date) -> bool:
    """Tell whether the claim is about the time of the article: by its date, or if it has none, by its words."""
    if claim.kind not in _ABOUT_NOW:
        return False
    if claim.when is None:
        lists = context.wording.lists
        words = context.wording.words[claim.id]
        return lists is not None and lists.present.may_be_in(words) and lists.present.are_in(find_tokens(claim.text))
    if claim.when.is_before(published) or published.is_before(claim.when):
        return False
    return claim.when.latest is None or (claim.when.earliest is not None and claim.when.earliest > limit)


def _find_old(context: Context, current: set[str], limit: date) -> dict[str, date]:
    """Return the claims that rest only on evidence from before the limit, with the last day of that; sorted."""
    graph = context.graph
    newest = find_newest_evidence(graph)
    old: dict[str, date] = {}
    for claim_id in sorted(current):
        premises = {premise for step in graph.inferences_to(claim_id) for premise in supporting_claims(step)}
        days = [newest.get(premise) for premise in sorted(premises - {claim_id})]
        known = [day for day in (*days, newest_source(graph, graph.claims[claim_id])) if day is not None]
        if known and max(known) < limit:
            old[claim_id] = max(known)
    return old
