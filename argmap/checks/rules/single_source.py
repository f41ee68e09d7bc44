"""SRC002: a single source for a load-bearing claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids, tell_unseen
from argmap.model import Confidence, Finding, Given, Severity


@dataclass(frozen=True, slots=True)
class SingleSource(Rule):
    """A claim on which a main claim hangs has one source and nothing else."""

    code: ClassVar = "SRC002"
    name: ClassVar = "single-source"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.MEDIUM
    profiles: ClassVar = ("strict",)
    why: ClassVar = (
        "If the one source is mistaken, the main claim falls with it; a second source that is independent of the first "
        "makes both more credible than either is alone. A claim is load-bearing if a main claim would not be grounded "
        "without it (SUP005); it has a single source if it cites one that backs it, is not given, and no inference "
        "whose premises are grounded leads to it. How many sources are enough depends on the field: the law has long "
        "asked for two witnesses, where historians are content with one good document."
    )
    source: ClassVar = (
        "Walton and Reed, Evaluating Corroborative Evidence, Argumentation 22 (2008); on law and history: McGrew, "
        "Evidence, in The Routledge Companion to Epistemology (2011)"
    )
    bad: ClassVar = (
        Example(
            "one source for all that matters",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, cites: count}
  rule: {text: Through traffic belongs on the ring road, kind: value, given: assumed}
inferences:
  because: {premises: [traffic, rule], conclusion: close}
""",
            finds=("traffic",),
            says="claim [traffic], on which main claim [close] hangs, has the single source [count]",
        ),
    )
    good: ClassVar = (
        Example(
            "two sources",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
  survey: {title: Survey of drivers}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, cites: [count, survey]}
  rule: {text: Through traffic belongs on the ring road, kind: value, given: assumed}
inferences:
  because: {premises: [traffic, rule], conclusion: close}
""",
        ),
        Example(
            "second line to the main claim",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, cites: count}
  rust: {text: The cables of the bridge are rusting through, given: assumed}
inferences:
  one: {premises: traffic, conclusion: close}
  two: {premises: rust, conclusion: close}
""",
        ),
        Example(
            "reason beside the source",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, cites: count}
  plates: {text: Most of the number plates are from elsewhere, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
  so: {premises: plates, conclusion: traffic}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        graph = context.graph
        for hinge in context.support.hinges.found:
            claim = graph.claims[hinge.claim_id]
            sources = graph.backing(claim)
            beside = any(context.support.holds(inference) for inference in graph.inferences_to(claim.id))
            if claim.given is Given.NONE and len(sources) == 1 and not beside:
                (source_id,) = sources
                main = hinge.main_claims
                hang = f"main claim {name_ids(main)} hangs" if len(main) == 1 else f"main claims {name_ids(main)} hang"
                yield self.finding(
                    context,
                    claim.id,
                    f"claim [{claim.id}], on which {hang}, has the single source [{source_id}]",
                    fix="cite a second source that is independent of it, or add a line that does without the claim",
                    evidence=(source_id, *main)[:MOST_EVIDENCE],
                )

    def obstacle(self, context: Context) -> str:
        return tell_unseen(context.support.hinges.unseen)
