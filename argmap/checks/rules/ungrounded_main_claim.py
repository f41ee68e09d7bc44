"""SUP002: an ungrounded main claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids
from argmap.model import Finding


@dataclass(frozen=True, slots=True)
class UngroundedMainClaim(Rule):
    """A main claim reaches no sources and no givens, whichever way it is argued for."""

    code: ClassVar = "SUP002"
    name: ClassVar = "ungrounded-main-claim"
    why: ClassVar = (
        "An inference carries its conclusion only if each of its premises holds. If every way down from the main claim "
        "meets a premise with nothing behind it, nothing that a reader already accepts obliges them to accept the "
        "claim. The claims to back are the least that would ground it, where it costs less to argue for what is only "
        "implied than to find a source for what is stated. Where a map is too tangled to be sure of that, the fix says "
        "that less may do."
    )
    source: ClassVar = (
        "Johnson and Blair, Logical Self-Defense, on the acceptability and sufficiency of premises; "
        "for the set to back: Knuth, A Generalization of Dijkstra's Algorithm (1977), and Ignatiev, Morgado and "
        "Marques-Silva, RC2: An Efficient MaxSAT Solver (2019)"
    )
    plain: ClassVar = "{element}, the main point, does not stand on sources or on what is taken for granted"
    bad: ClassVar = (
        Example(
            "one premise of two",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, cites: count}
  quiet: {text: Quiet streets matter more than short ways, kind: value}
inferences:
  because: {premises: [traffic, quiet], conclusion: close}
""",
            finds=("close",),
            says="main claim [close] is not grounded: no line of reasons rests on sources or givens alone",
        ),
        Example(
            "circle",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  noisy: {text: The street is noisy, kind: value}
  loud: {text: The cars are loud, kind: value}
inferences:
  because: {premises: noisy, conclusion: close}
  one: {premises: loud, conclusion: noisy}
  two: {premises: noisy, conclusion: loud}
""",
            finds=("close",),
            says="main claim [close] is not grounded: no line of reasons rests on sources or givens alone",
        ),
    )
    good: ClassVar = (
        Example(
            "one line of two",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, cites: count}
  quiet: {text: Quiet streets matter more than short ways, kind: value}
inferences:
  one: {premises: traffic, conclusion: close}
  two: {premises: quiet, conclusion: close}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for repair in context.support.find_repairs(context.graph.main_claims, MOST_EVIDENCE):
            claim_id = repair.claim_id
            message = f"main claim [{claim_id}] is not grounded: no line of reasons rests on sources or givens alone"
            named = name_ids(repair.backing, open_ended=not repair.is_whole)
            fix = f"back {named} with sources or reasons, or mark what is common ground as given"
            fix += "" if repair.is_exact else "; less may do"
            gap = "" if context.graph.has_reason(claim_id) else "No reason or source given"
            yield self.finding(context, claim_id, message, fix=fix, evidence=repair.backing, gap=gap)
