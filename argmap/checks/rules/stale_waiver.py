"""WAI002: a stale waiver."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.corrections import EVERY_TYPE, Corrections
from argmap.checks.rule import Context, Example, Rule
from argmap.model import Finding, Fix, Path, Remove, Replace, Waiver, find_nearest


@dataclass(frozen=True, slots=True)
class StaleWaiver(Rule):
    """A waiver accepts nothing that is found."""

    code: ClassVar = "WAI002"
    name: ClassVar = "stale-waiver"
    waivable: ClassVar = False
    profiles: ClassVar = ("default", "strict")
    why: ClassVar = (
        "A waiver that outlives its gap hides the next one: it would accept a new finding that nobody has looked at. "
        "Waivers of rules that did not run, or not over all of the map, are left alone."
    )
    source: ClassVar = "As linters do for comments that silence them: Ruff, rule RUF100 (unused-noqa)"
    bad: ClassVar = (
        Example(
            "gap that was mended",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy, given: assumed}
waivers:
  - {rule: SUP001, element: close, reason: The letter only demands it.}
""",
            finds=("close",),
            says="waiver of SUP001 for [close] accepts no finding",
        ),
        Example(
            "rule that does not exist",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy, given: assumed}
waivers:
  - {rule: SUP01, element: close, reason: The letter only demands it.}
""",
            finds=("close",),
            says="waiver for [close] names rule SUP01, which does not exist, did you mean SUP001?",
        ),
        Example(
            "element that does not exist",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
waivers:
  - {rule: SUP001, element: closed, reason: The letter only demands it.}
""",
            finds=("closed",),
            says="waiver of SUP001 names [closed], which is not defined",
        ),
    )
    good: ClassVar = (
        Example(
            "gap that is there",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
waivers:
  - {rule: SUP001, element: close, reason: The letter only demands it.}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        waivers = context.argument_map.waivers
        corrections = Corrections(context.graph, (waiver.element for waiver in waivers if waiver.element is not None))
        for index, waiver in enumerate(waivers):
            if problem := _problem(context, waiver):
                fix = "correct the waiver, or remove it"
                path: Path = ("waivers", index)
                fixes = _fixes(context, corrections, waiver, path)
                yield self.finding(context, waiver.element, problem, fix=fix, path=path, fixes=fixes)


def _fixes(context: Context, corrections: Corrections, waiver: Waiver, path: Path) -> tuple[Fix, ...]:
    """Return the fix that corrects the waiver or removes it; a rule that is not installed here may be elsewhere."""
    if waiver.rule not in context.codes:
        nearest = find_nearest(waiver.rule, context.codes)
        if nearest:
            return (Fix(f"write {nearest} for {waiver.rule}", (Replace((*path, "rule"), nearest),)),)
        return (Fix(f"remove the waiver of {waiver.rule}", (Remove(path),)),)
    if waiver.element is not None and context.graph.type_of(waiver.element) is None:
        fixes = corrections.fixes(waiver.element, EVERY_TYPE, (*path, "element"))
        if fixes:
            return fixes
    about = f"[{waiver.element}]" if waiver.element is not None else "the map"
    return (Fix(f"remove the waiver of {waiver.rule} for {about}", (Remove(path),), is_safe=True),)


def _problem(context: Context, waiver: Waiver) -> str:
    """Say why the waiver accepts nothing; "" if it accepts something or its rule did not look everywhere."""
    about = f"[{waiver.element}]" if waiver.element is not None else "the map"
    if waiver.rule.startswith("FMT"):
        return ""  # what readers and writers notice is not known here
    if waiver.rule not in context.codes:
        nearest = find_nearest(waiver.rule, context.codes)
        hint = f", did you mean {nearest}?" if nearest else ""
        return f"waiver for {about} names rule {waiver.rule}, which does not exist{hint}"
    if waiver.rule.startswith("WAI"):
        return f"waiver of {waiver.rule} for {about} accepts nothing: findings about waivers cannot be waived"
    if waiver.element in context.found.get(waiver.rule, {waiver.element}):
        return ""
    if waiver.element is not None and context.graph.type_of(waiver.element) is None:
        return f"waiver of {waiver.rule} names {about}, which is not defined"
    return f"waiver of {waiver.rule} for {about} accepts no finding"
