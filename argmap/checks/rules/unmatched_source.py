"""SRC005: a source cited by nothing, or a citation of an undefined source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.corrections import Corrections
from argmap.checks.rule import Context, Example, Rule
from argmap.model import Finding, Fix, Remove


@dataclass(frozen=True, slots=True)
class UnmatchedSource(Rule):
    """A source is cited and not listed, or listed and not cited."""

    code: ClassVar = "SRC005"
    name: ClassVar = "unmatched-source"
    why: ClassVar = (
        "A citation of a source that is not listed cannot be followed, and holds nothing up. A source that nothing "
        "cites makes an argument look better backed than it is, or the citation was forgotten. The article itself "
        "need not be cited."
    )
    source: ClassVar = "Publication Manual of the American Psychological Association (7th ed., 2020)"
    bad: ClassVar = (
        Example(
            "source that nothing cites",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
claims:
  traffic: Two in three cars on the bridge only pass through
""",
            finds=("count",),
            says="source [count] is cited by nothing",
        ),
        Example(
            "citation of a source that is not listed",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
claims:
  traffic: {text: Two in three cars on the bridge only pass through, cites: [count, counts]}
""",
            finds=("traffic",),
            says="claim [traffic] cites [counts], which is not defined, did you mean [count]?",
        ),
    )
    good: ClassVar = (
        Example(
            "article and cited source",
            """\
argmap: 1
article: letter
sources:
  letter: {title: A letter to the paper}
  count: {title: Traffic count at the bridge}
  survey: {title: Survey of shops}
claims:
  traffic: {text: Two in three cars on the bridge only pass through, cites: count}
  shops: {text: Half of the customers come by car, at: survey 1 "by car"}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        yield from self._find_uncited(context)
        yield from self._find_undefined(context)

    def _find_uncited(self, context: Context) -> Iterator[Finding]:
        for source_id in context.graph.sources:
            if source_id not in context.graph.cited_sources:
                message = f"source [{source_id}] is cited by nothing"
                fix = "cite it where it backs a claim, or remove it"
                fixes = (Fix(f"remove source [{source_id}]", (Remove(context.graph.path(source_id)),)),)
                yield self.finding(context, source_id, message, fix=fix, fixes=fixes)

    def _find_undefined(self, context: Context) -> Iterator[Finding]:
        graph = context.graph
        undefined = [use for use in graph.find_undefined_references() if use.field in {"cites", "at"}]
        corrections = Corrections(graph, (use.target for use in undefined))
        for use in undefined:
            verb = "cites" if use.field == "cites" else "has an anchor in"
            found = graph.type_of(use.target)
            which = f"a {found}, expected a source" if found else "not defined"
            hint = "" if found else corrections.hint(use.target, use.expected)
            fixes = () if found else corrections.fixes(use.target, use.expected, use.path)
            message = f"{graph.type_of(use.owner or '')} [{use.owner}] {verb} [{use.target}], which is {which}{hint}"
            fix = "correct the id, or add the source"
            yield self.finding(context, use.owner, message, fix=fix, path=use.path, evidence=(use.target,), fixes=fixes)
