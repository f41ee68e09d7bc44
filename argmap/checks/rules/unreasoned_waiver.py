"""WAI001: a waiver without a reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.model import Finding


@dataclass(frozen=True, slots=True)
class UnreasonedWaiver(Rule):
    """A waiver gives no reason."""

    code: ClassVar = "WAI001"
    name: ClassVar = "unreasoned-waiver"
    waivable: ClassVar = False
    why: ClassVar = (
        "A waiver says that a gap is known and accepted. Without the reason nobody can tell an accepted gap from one "
        "that was only silenced. The waiver holds all the same."
    )
    source: ClassVar = "GSN Community Standard, Version 3 (2021), on the justification element"
    plain: ClassVar = "the waiver for {element} does not say why the gap is accepted"
    plain_fix: ClassVar = "add the reason"
    bad: ClassVar = (
        Example(
            "no reason",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
waivers:
  - {rule: SUP001, element: close}
""",
            finds=("close",),
            says="waiver of SUP001 for [close] gives no reason",
        ),
    )
    good: ClassVar = (
        Example(
            "short reason",
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
        for index, waiver in enumerate(context.argument_map.waivers):
            if not waiver.reason.strip():
                about = f"[{waiver.element}]" if waiver.element is not None else "the map"
                message = f"waiver of {waiver.rule} for {about} gives no reason"
                fix = "say why the finding is accepted"
                yield self.finding(context, waiver.element, message, fix=fix, path=("waivers", index))
