"""SCH004: a warrant missing where the scheme needs one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.schemes import find_filled, name_form
from argmap.model import Confidence, Finding, Severity


@dataclass(frozen=True, slots=True)
class UnlicensedScheme(Rule):
    """An inference follows a scheme that needs a licence, and has neither a warrant nor a premise for it."""

    code: ClassVar = "SCH004"
    name: ClassVar = "unlicensed-scheme"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.MEDIUM
    profiles: ClassVar = ("default", "strict")
    why: ClassVar = (
        "Many schemes start from a fact and reach their conclusion by a general claim: that such signs can be "
        "trusted, that the two cases are alike, that what follows is bad. It is what is most often left unsaid, and "
        "most often doubted. Newspapers leave it out as a matter of style, so this is for information."
    )
    source: ClassVar = "Toulmin, The Uses of Argument (1958), ch. III, on warrants"
    bad: ClassVar = (
        Example(
            "likeness that is never claimed",
            """\
argmap: 1
claims:
  close: {text: Closing the bridge would help the shops, kind: prediction}
  next-town: {text: The shops of the next town gained when its bridge was closed, given: assumed}
inferences:
  because: {premises: next-town, conclusion: close, scheme: analogy}
""",
            finds=("because",),
            says="inference [because] has no warrant for the similarity of analogy: "
            "the case C2 is like C1 in what matters",
        ),
    )
    good: ClassVar = (
        Example(
            "warrant",
            """\
argmap: 1
claims:
  close: {text: Closing the bridge would help the shops, kind: prediction}
  next-town: {text: The shops of the next town gained when its bridge was closed, given: assumed}
  alike: {text: The two towns live from the same trade, given: assumed}
inferences:
  because: {premises: next-town, conclusion: close, scheme: analogy, warrant: alike}
""",
        ),
        Example(
            "premise that does the work of a warrant",
            """\
argmap: 1
claims:
  close: {text: Closing the bridge would help the shops, kind: prediction}
  next-town: {text: The shops of the next town gained when its bridge was closed, given: assumed}
  alike: {text: The two towns live from the same trade, given: assumed}
inferences:
  because: {premises: [next-town, alike], conclusion: close, scheme: analogy}
""",
        ),
        Example(
            "scheme that can do without",
            """\
argmap: 1
claims:
  safe: {text: The bridge is safe, kind: value}
  engineer: {text: The town's engineer is an expert on bridges, given: assumed}
  says: {text: The town's engineer says that the bridge is safe, given: assumed}
inferences:
  because: {premises: [engineer, says], conclusion: safe, scheme: expert-opinion}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for index, inference, scheme, filling in find_filled(context):
            for slot in filling.unlicensed:
                yield self.finding(
                    context,
                    inference.id,
                    f"inference [{inference.id}] has no warrant for the {slot.name} of {scheme.id}: {name_form(slot)}",
                    fix="name the claim that licenses the step as its warrant, as implicit if the text leaves it out",
                    path=("inferences", index),
                )
