"""SUP007: lines of support that look independent and are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids
from argmap.graph import SharedSupport
from argmap.model import Confidence, Finding, Severity

_MOST_GROUPS = 3


@dataclass(frozen=True, slots=True)
class DependentLines(Rule):
    """Lines of support that look independent rest on the same claim or the same source."""

    code: ClassVar = "SUP007"
    name: ClassVar = "dependent-lines"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.MEDIUM
    profiles: ClassVar = ("strict",)
    why: ClassVar = (
        "Several reasons for one claim make it safer than one does, as far as they can fail one by one. Reasons that "
        "rest on the same claim fall together if it falls, and to count them as several counts it more than once. A "
        "claim is shared if two or more inferences to one conclusion cannot hold without it, however far down; of "
        "claims that the same inferences share, and of which one rests on the other, the nearer is named. A source is "
        "shared if all the inferences rest on it. What a line could do without is not shared, and neither is what is "
        "common ground. To share is no defect if what is shared is well supported: it is worth knowing."
    )
    source: ClassVar = "Walton and Reed, Evaluating Corroborative Evidence, Argumentation 22 (2008), on double counting"
    bad: ClassVar = (
        Example(
            "premise of two lines",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  loud: {text: The quarter suffers from noise, given: assumed}
  jam: {text: The quarter suffers from traffic jams, given: assumed}
  through: {text: It is through traffic that causes it, kind: causal, given: assumed}
inferences:
  noise: {premises: [loud, through], conclusion: close}
  jams: {premises: [jam, through], conclusion: close}
""",
            finds=("close",),
            says="lines to [close] are not independent: inferences [jams] and [noise] share [through]",
        ),
        Example(
            "one source for all",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  through: {text: Most cars on the bridge only pass through, cites: count}
  short: {text: Most ways over the bridge could be walked, cites: count}
inferences:
  one: {premises: through, conclusion: close}
  two: {premises: short, conclusion: close}
""",
            finds=("close",),
            says="lines to [close] are not independent: all rest on the source [count]",
        ),
        Example(
            "premise far down",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  quiet: {text: The quarter would be quieter, kind: prediction}
  clean: {text: The air would be cleaner, kind: prediction}
  fewer: {text: There would be fewer cars, kind: prediction}
  ring: {text: The cars would take the ring road, kind: prediction, given: assumed}
inferences:
  one: {premises: quiet, conclusion: close}
  two: {premises: clean, conclusion: close}
  three: {premises: fewer, conclusion: quiet}
  four: {premises: fewer, conclusion: clean}
  five: {premises: ring, conclusion: fewer}
""",
            finds=("close",),
            says="lines to [close] are not independent: inferences [one] and [two] share [fewer]",
        ),
    )
    good: ClassVar = (
        Example(
            "premise that one line could do without",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  quiet: {text: The quarter would be quieter, kind: prediction}
  fewer: {text: There would be fewer cars, kind: prediction, given: assumed}
  slow: {text: The speed limit would be thirty, given: assumed}
  safe: {text: Children could cross the street, kind: prediction}
inferences:
  one: {premises: quiet, conclusion: close}
  two: {premises: safe, conclusion: close}
  three: {premises: fewer, conclusion: quiet}
  four: {premises: slow, conclusion: quiet}
  five: {premises: fewer, conclusion: safe}
""",
        ),
        Example(
            "common ground",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  loud: {text: The quarter suffers from noise, given: assumed}
  foul: {text: The quarter suffers from foul air, given: assumed}
  health: {text: What makes people ill is bad, kind: value, given: common}
inferences:
  noise: {premises: [loud, health], conclusion: close}
  air: {premises: [foul, health], conclusion: close}
""",
        ),
        Example(
            "second source",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
  survey: {title: Survey of drivers}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  through: {text: Most cars on the bridge only pass through, cites: count}
  short: {text: Most ways over the bridge could be walked, cites: [count, survey]}
inferences:
  one: {premises: through, conclusion: close}
  two: {premises: short, conclusion: close}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for shared in context.graph.find_shared_support():
            elements = (*shared.claims, *shared.sources)
            inferences = sorted({inference_id for each in elements for inference_id in each.inferences})
            yield self.finding(
                context,
                shared.conclusion,
                f"lines to [{shared.conclusion}] are not independent: {'; '.join(_describe(shared))}",
                fix="add a line that does without what is shared, or back it well",
                evidence=(*(each.element_id for each in elements), *inferences)[:MOST_EVIDENCE],
                confidence=None if shared.claims else Confidence.LOW,
            )


def _describe(shared: SharedSupport) -> Iterator[str]:
    """Yield who shares what, for at most so many groups of inferences."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for each in shared.claims:
        groups[each.inferences].append(each.element_id)
    for inferences, claims in list(groups.items())[:_MOST_GROUPS]:
        yield f"inferences {name_ids(inferences)} share {name_ids(claims)}"
    if len(groups) > _MOST_GROUPS:
        yield f"{len(groups) - _MOST_GROUPS} more share other claims"
    if shared.sources:
        noun = "sources" if len(shared.sources) > 1 else "source"
        yield f"all rest on the {noun} {name_ids([each.element_id for each in shared.sources])}"
