"""STR001: an id that nothing defines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.corrections import Corrections
from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import join_words
from argmap.graph import Reference
from argmap.model import Finding, Fix, Severity


@dataclass(frozen=True, slots=True)
class UndefinedId(Rule):
    """An id is used that no element of the expected type has."""

    code: ClassVar = "STR001"
    name: ClassVar = "undefined-id"
    severity: ClassVar = Severity.ERROR
    why: ClassVar = (
        "What is named and nowhere defined takes no part in the argument: a step with a misspelt premise holds "
        "nothing up, and every other check sees less than was meant. Citations of undefined sources are SRC005."
    )
    source: ClassVar = "The argmap file format: all elements share one space of ids"
    bad: ClassVar = (
        Example(
            "misspelt premise",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
inferences:
  because: {premises: trafic, conclusion: close}
""",
            finds=("because",),
            says="premise [trafic] of inference [because] is not defined, did you mean [traffic]?",
        ),
        Example(
            "source as premise",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
inferences:
  because: {premises: count, conclusion: close}
""",
            finds=("because",),
            says="premise [count] of inference [because] is a source, expected a claim",
        ),
        Example(
            "main claim that is not there",
            """\
argmap: 1
main: shut
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
""",
            finds=(None,),
            says="main claim [shut] of the map is not defined",
        ),
    )
    good: ClassVar = (
        Example(
            "every id defined",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but: {premises: traffic, target: because}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        undefined = [use for use in context.graph.find_undefined_references() if not _is_citation(use)]
        corrections = Corrections(context.graph, (use.target for use in undefined))
        for use in undefined:
            expected = sorted(use.expected)
            owner = f"{context.graph.type_of(use.owner)} [{use.owner}]" if use.owner else "the map"
            what = f"{_FIELDS.get(use.field, use.field)} [{use.target}] of {owner}"
            found = context.graph.type_of(use.target)
            if found:
                message = f"{what} is {_a(found)}, expected {join_words([_a(word) for word in expected], 'or')}"
                fix = f"name {join_words([_a(word) for word in expected], 'or')}"
                fixes: tuple[Fix, ...] = ()
            else:
                message = f"{what} is not defined{corrections.hint(use.target, use.expected)}"
                fix = f"correct the id, or add {_a(expected[0])} with this id"
                fixes = corrections.fixes(use.target, use.expected, use.path)
            yield self.finding(context, use.owner, message, fix=fix, path=use.path, evidence=(use.target,), fixes=fixes)


_FIELDS = {"main": "main claim", "premises": "premise", "answers": "answer", "by": "party", "agent": "agent"}


def _is_citation(use: Reference) -> bool:
    """Tell whether a claim cites it or an anchor names it as its source: those are SRC005's."""
    return use.field in {"cites", "at"}


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
