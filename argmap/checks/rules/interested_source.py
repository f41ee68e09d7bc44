"""SRC003: a claim that rests on an interested source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids
from argmap.model import AnyClaim, Confidence, Finding, Given

_REPORTING = re.compile(
    r"\b(?:according to|says?|said|stated|tells?|told|writes?|wrote|denie[sd]|replie[sd]|testifie[sd]|admit(?:s|ted)"
    r"|(?:accuse|announce|argue|cite|declare|promise)[sd]"
    r"|(?:claim|complain|defend|explain|insist|report|warn)(?:s|ed))\b",
    re.IGNORECASE,
)
"""English words that report what somebody says."""


@dataclass(frozen=True, slots=True)
class InterestedSource(Rule):
    """A claim rests on nothing but the word of a party that has an interest in the matter."""

    code: ClassVar = "SRC003"
    name: ClassVar = "interested-source"
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "Who gains if a claim is believed may say so whether it is true or not, so the word of such a party needs a "
        "second source or a reason beside it. A source is interested if it comes from a party for which the map lists "
        "interests, or from the very party whose claim it is to back. All the sources that a claim cites must be so, "
        "and no inference whose premises are grounded may lead to it. An interest does not make a statement untrue, "
        "and critics hold that pointing to one often proves nothing. That a party said something is best shown by its "
        "own statement: claims whose text, in English, reports what somebody says are left out; in other languages "
        "waive the finding."
    )
    source: ClassVar = (
        "Walton, Bias, Critical Doubt, and Fallacies (1991); Hahn, Harris and Corner, Argument Content and Argument "
        "Source: An Exploration, Informal Logic 29 (2009); against it Zenker, Experts and Bias: When Is the "
        "Interest-Based Objection to Expert Argumentation Sound?, Argumentation 25 (2011)"
    )
    plain: ClassVar = "only somebody who gains by it says {element}"
    plain_fix: ClassVar = "add a source that has no interest in it"
    bad: ClassVar = (
        Example(
            "word of the party that gains",
            """\
argmap: 1
parties:
  traders: {name: The traders' club, interests: [more customers who come by car]}
sources:
  letter: {title: Letter to the council, party: traders}
claims:
  keep: {text: The bridge should stay open to cars, kind: policy}
  cars: {text: Four in five customers come by car, cites: letter}
inferences:
  because: {premises: cars, conclusion: keep}
""",
            finds=("cars",),
            says="claim [cars] rests only on [letter], which comes from the interested party [traders]",
        ),
        Example(
            "party that is cited for its own claim",
            """\
argmap: 1
parties:
  mayor: {name: The mayor}
sources:
  speech: {title: Speech of the mayor, party: mayor}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  heard: {text: Everybody in the quarter has been heard, cites: speech, by: mayor}
inferences:
  because: {premises: heard, conclusion: close}
""",
            finds=("heard",),
            says="claim [heard] rests only on [speech], which comes from [mayor], who makes the claim",
        ),
    )
    good: ClassVar = (
        Example(
            "second source",
            """\
argmap: 1
parties:
  traders: {name: The traders' club, interests: [more customers who come by car]}
sources:
  letter: {title: Letter to the council, party: traders}
  count: {title: Count of the university}
claims:
  keep: {text: The bridge should stay open to cars, kind: policy}
  cars: {text: Four in five customers come by car, cites: [letter, count]}
inferences:
  because: {premises: cars, conclusion: keep}
""",
        ),
        Example(
            "report of what the party says",
            """\
argmap: 1
parties:
  traders: {name: The traders' club, interests: [more customers who come by car]}
sources:
  letter: {title: Letter to the council, party: traders}
claims:
  listen: {text: The council should hear the traders, kind: policy}
  against: {text: The traders say that they would lose customers, cites: letter}
inferences:
  because: {premises: against, conclusion: listen}
""",
        ),
        Example(
            "reason beside the source",
            """\
argmap: 1
parties:
  traders: {name: The traders' club, interests: [more customers who come by car]}
sources:
  letter: {title: Letter to the council, party: traders}
  count: {title: Count of the university}
claims:
  keep: {text: The bridge should stay open to cars, kind: policy}
  cars: {text: Four in five customers come by car, cites: letter}
  full: {text: Four in five of those who shop have parked before, cites: count}
inferences:
  because: {premises: cars, conclusion: keep}
  so: {premises: full, conclusion: cars}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for claim in context.graph.claims.values():
            parties = _find_parties(context, claim)
            if not parties or _is_report(context, claim) or _has_ground_beside(context, claim):
                continue
            own = set(parties.values()) == {claim.by} and not context.graph.parties[claim.by or ""].interests
            names = tuple(dict.fromkeys(parties.values()))
            comes = "comes" if len(parties) == 1 else "come"
            noun = "the interested party" if len(names) == 1 else "the interested parties"
            who = f"{name_ids(names)}, who makes the claim" if own else f"{noun} {name_ids(names)}"
            yield self.finding(
                context,
                claim.id,
                f"claim [{claim.id}] rests only on {name_ids(tuple(parties))}, which {comes} from {who}",
                fix="cite a source that has no stake in it, or add a reason for it",
                evidence=(*parties, *names)[:MOST_EVIDENCE],
            )


def _find_parties(context: Context, claim: AnyClaim) -> dict[str, str]:
    """Return each source that backs the claim with the interested party it comes from; {} if one comes from no such."""
    graph = context.graph
    found: dict[str, str] = {}
    if claim.given is Given.NONE:
        for source_id in graph.backing(claim):
            party = graph.parties.get(graph.sources[source_id].party or "")
            if party is None or not (party.interests or party.id == claim.by):
                return {}
            found[source_id] = party.id
    return found


def _is_report(context: Context, claim: AnyClaim) -> bool:
    is_english = context.argument_map.language.lower().startswith("en")
    return is_english and _REPORTING.search(claim.text) is not None


def _has_ground_beside(context: Context, claim: AnyClaim) -> bool:
    return any(context.support.holds(inference) for inference in context.graph.inferences_to(claim.id))
