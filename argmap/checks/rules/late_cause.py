"""TIM001: a cause dated after its effect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from argmap.checks.language import split_cause
from argmap.checks.rule import Context, Example, Rule
from argmap.checks.schemes import scheme_of
from argmap.checks.words import MOST_EVIDENCE
from argmap.graph import supporting_claims
from argmap.model import AnyClaim, Confidence, Finding, Inference, Kind

_LEAST_SHARE = 0.5
"""A claim is about a part of a causal claim if it has at least so much of its terms."""

_CAUSE_TO_EFFECT = "cause-to-effect"
"""The id of the scheme whose premises state causes and whose conclusion states the effect."""


@dataclass(frozen=True, slots=True)
class LateCause(Rule):
    """An inference takes for a cause what is dated after the effect."""

    code: ClassVar = "TIM001"
    name: ClassVar = "late-cause"
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "A cause does not come after its effect, so either a date is mistaken or the one did not cause the other. "
        "Which claims state cause and effect is known in two cases. In an inference with the scheme cause to effect, "
        "the facts among the premises are causes and the conclusion is the effect. In an inference from or to a causal "
        'claim that reads "A led to B" or "B because of A", a claim that has half of the significant words of A, and '
        "more of them than of B, is the cause, and likewise the effect; this counts less. Only certain dates count: "
        "every day that the cause can be of lies after every day of the effect, so an interval with an open end is "
        "never before anything. The rule does not see causes in other words, nor those that lie further down the "
        "argument."
    )
    source: ClassVar = "Hume, A Treatise of Human Nature (1739), 1.3.15, rule 2: the cause must be prior to the effect"
    plain: ClassVar = "in {element}, what is said to be the cause came after its effect"
    plain_fix: ClassVar = "check the dates, or look for another cause"
    bad: ClassVar = (
        Example(
            "causal claim and two events",
            """\
argmap: 1
claims:
  ruined: {text: The new tunnel led to the closing of the shops, kind: causal}
  tunnel: {text: The new tunnel was opened, given: common, when: 2019-05}
  closing: {text: The shops were closing one by one, given: common, when: 2015/2017}
inferences:
  so: {premises: [tunnel, closing], conclusion: ruined}
""",
            finds=("so",),
            says="cause [tunnel] (2019-05) in inference [so] is dated after its effect [closing] (2015/2017)",
        ),
        Example(
            "scheme cause to effect",
            """\
argmap: 1
claims:
  empty: {text: The shops stood empty, when: 2017}
  tunnel: {text: The tunnel took the customers away, given: common, when: 2019}
inferences:
  so: {premises: tunnel, conclusion: empty, scheme: cause-to-effect}
""",
            finds=("so",),
            says="cause [tunnel] (2019) in inference [so] is dated after its effect [empty] (2017)",
        ),
        Example(
            "German",
            """\
argmap: 1
language: de
claims:
  tunnel: {text: Der neue Tunnel wurde eröffnet, given: common, when: 2019}
  folge: {text: Der neue Tunnel führte zur Schließung der Läden, kind: causal, given: assumed}
  läden: {text: Es kam zur Schließung der Läden, when: 2017}
inferences:
  also: {premises: [tunnel, folge], conclusion: läden}
""",
            finds=("also",),
            says="cause [tunnel] (2019) in inference [also] is dated after its effect [läden] (2017)",
        ),
    )
    good: ClassVar = (
        Example(
            "effect that goes on",
            """\
argmap: 1
claims:
  ruined: {text: The new tunnel led to the closing of the shops, kind: causal}
  tunnel: {text: The new tunnel was opened, given: common, when: 2019-05}
  closing: {text: The shops are closing one by one, given: common, when: 2017/..}
inferences:
  so: {premises: [tunnel, closing], conclusion: ruined}
""",
        ),
        Example(
            "evidence of a cause, found later",
            """\
argmap: 1
claims:
  pump: {text: The water of the pump caused the deaths in the quarter, kind: causal, when: 1854}
  inquiry: {text: The inquiry dug up a leaking drain, given: common, when: 1855}
inferences:
  so: {premises: inquiry, conclusion: pump}
""",
        ),
        Example(
            "inference from the effect back to the cause",
            """\
argmap: 1
claims:
  tunnel: {text: The new tunnel was opened, when: 2019}
  led: {text: The new tunnel led to the closing of the shops, kind: causal, given: assumed}
  closing: {text: The shops were closing, given: common, when: 2020}
inferences:
  so: {premises: [closing, led], conclusion: tunnel}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        dated = {claim.id for claim in context.graph.claims.values() if claim.when is not None}
        for inference in context.argument_map.inferences:
            late = None if dated.isdisjoint(inference.premises) else _find_late(context, inference)
            if late:
                cause, effect = late.causes[0], late.effect
                yield self.finding(
                    context,
                    inference.id,
                    f"cause [{cause.id}] ({cause.when}) in inference [{inference.id}] "
                    f"is dated after its effect [{effect.id}] ({effect.when})",
                    fix="correct the date, or the cause",
                    evidence=(*(claim.id for claim in late.causes[: MOST_EVIDENCE - 1]), effect.id),
                    confidence=None if late.is_sure else Confidence.LOW,
                )


class _Late(NamedTuple):
    causes: list[AnyClaim]
    effect: AnyClaim
    is_sure: bool


def _find_late(context: Context, inference: Inference) -> _Late | None:
    """Return the causes of the inference, sorted, that lie wholly after an effect, and that effect."""
    claims = context.graph.claims
    used = [
        claims[claim_id] for claim_id in (*supporting_claims(inference), inference.conclusion) if claim_id in claims
    ]
    scheme = scheme_of(context, inference)
    by_scheme = scheme is not None and scheme.id == _CAUSE_TO_EFFECT and inference.conclusion in claims
    parts = _by_scheme(used) if by_scheme else _by_words(context, used)
    causes, effects = _dated(parts[0]), _dated(parts[1])
    if not effects:
        return None
    effect = min(effects, key=lambda claim: (_last_day(claim), claim.id))
    late = [claim for claim in causes if claim.when and effect.when and effect.when.is_before(claim.when)]
    if not late:
        return None
    exact = not any(claim.when and claim.when.is_approximate for claim in (*late, effect))
    return _Late(sorted(late, key=lambda claim: claim.id), effect, is_sure=by_scheme and exact)


def _by_scheme(used: list[AnyClaim]) -> tuple[list[AnyClaim], list[AnyClaim]]:
    return [claim for claim in used[:-1] if claim.kind is Kind.FACT], used[-1:]


def _by_words(context: Context, used: list[AnyClaim]) -> tuple[list[AnyClaim], list[AnyClaim]]:
    """Return the claims that are about the cause and those about the effect of the causal claims among them."""
    wording = context.wording
    causes: list[AnyClaim] = []
    effects: list[AnyClaim] = []
    for causal in used:
        parts = split_cause(causal.text, wording.lists) if causal.kind is Kind.CAUSAL and wording.lists else None
        if parts:
            cause, effect = wording.terms_of(parts.cause).keys(), wording.terms_of(parts.effect).keys()
            for claim in used:
                terms = wording.terms(claim.id).keys()
                to_cause, to_effect = _share(cause, terms), _share(effect, terms)
                if claim is not causal and max(to_cause, to_effect) >= _LEAST_SHARE and to_cause != to_effect:
                    (causes if to_cause > to_effect else effects).append(claim)
    return causes, effects


def _share(part: Iterable[str], terms: Iterable[str]) -> float:
    wanted = set(part)
    return len(wanted.intersection(terms)) / len(wanted) if wanted else 0.0


def _dated(claims: list[AnyClaim]) -> list[AnyClaim]:
    return [claim for claim in claims if claim.when is not None]


def _last_day(claim: AnyClaim) -> date:
    return (claim.when and claim.when.latest) or date.max
