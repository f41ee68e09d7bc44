"""STR002: an id defined twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.model import Finding, Severity


@dataclass(frozen=True, slots=True)
class DuplicateId(Rule):
    """Two elements have the same id."""

    code: ClassVar = "STR002"
    name: ClassVar = "duplicate-id"
    severity: ClassVar = Severity.ERROR
    why: ClassVar = "What names the id could mean either element, so two readers can read two different arguments."
    source: ClassVar = "The argmap file format: all elements share one space of ids"
    bad: ClassVar = (
        Example(
            "claim and inference",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
inferences:
  traffic: {premises: traffic, conclusion: close}
""",
            finds=("traffic",),
            says="id [traffic] is defined 2 times",
        ),
    )
    good: ClassVar = (
        Example(
            "upper and lower case",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
inferences:
  Traffic: {premises: traffic, conclusion: close}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        repeated = tuple(context.graph.find_duplicate_ids())
        times = Counter(element_id for element_id, _ in repeated)
        for element_id, path in repeated:
            message = f"id [{element_id}] is defined {times[element_id] + 1} times"
            yield self.finding(context, element_id, message, fix="give each element an id of its own", path=path)
