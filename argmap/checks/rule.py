"""What a rule is: one defect, why it matters, examples of it, and the search for it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import ClassVar

from argmap.checks.wording import Wording
from argmap.checks.words import name_ids
from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap, Confidence, Finding, Fix, Path, Severity
from argmap.model.passage import Passages
from argmap.model.printable import printable
from argmap.schemes import Schemes, all_schemes
from argmap.semantics import Labels, Support, labels


@dataclass(frozen=True, slots=True)
class Example:
    """A small map that shows a rule at work; it is a test of the rule and part of its page.

    Attributes:
        name: what the example shows, in a few words.
        text: the map in the native format.
        finds: the elements at which the rule finds something, in the order of the file; () for a good example.
        says: the message of the first finding; "" for a good example.
        article: the text of the map's article, for a rule that needs one.
    """

    name: str
    text: str
    finds: tuple[str | None, ...] = ()
    says: str = ""
    article: str | None = None


@dataclass(frozen=True)
class Context:
    """What a rule may look at.

    Attributes:
        graph: the structure of the map; `graph.map` is the map.
        texts: id of a source to its text; "" stands for the article of a map that names none.
        plain: True if messages are to be in plain words, for the classroom.
        codes: the codes of all rules that there are.
        given_schemes: the argumentation schemes; None for those that are built in and installed.
        found: for each rule that has run over all it looks at, the elements at which it found something.
    """

    graph: ArgumentGraph
    texts: Mapping[str, str] = field(default_factory=dict)
    plain: bool = False
    codes: frozenset[str] = frozenset()
    found: Mapping[str, frozenset[str | None]] = field(default_factory=dict)
    given_schemes: Schemes | None = None

    @property
    def argument_map(self) -> ArgumentMap:
        """The map."""
        return self.graph.map

    @cached_property
    def support(self) -> Support:
        """What supports what; computed when first asked for."""
        return Support(self.graph)

    @cached_property
    def labels(self) -> Labels:
        """What is in, out and undecided if all that the article asserts holds; computed when first asked for."""
        return labels(self.argument_map)

    @cached_property
    def schemes(self) -> Schemes:
        """The argumentation schemes; read when first asked for."""
        return all_schemes() if self.given_schemes is None else self.given_schemes

    @cached_property
    def wording(self) -> Wording:
        """The words of the claims, in the language of the map."""
        return Wording(self.graph)

    @cached_property
    def passages(self) -> Mapping[str, Passages]:
        """The texts, ready to be searched, by the id of their source."""
        return {source_id: Passages(text) for source_id, text in self.texts.items()}


@dataclass(frozen=True, slots=True)
class Rule(ABC):
    """One defect that the checks look for; its docstring says in one sentence what was found.

    The fields of the dataclass are the options of the rule, and the docstrings below them their documentation.

    Attributes:
        code: family and three digits, never used for another rule.
        name: kebab-case name of the defect; also the name of the file and the class.
        severity: how much a finding matters.
        confidence: how sure the rule is that a finding is a defect.
        why: why the defect matters.
        source: the work that says so.
        bad: examples in which the rule finds something.
        good: examples that come close and in which it finds nothing.
        requires: codes of rules that must find nothing, or this rule would only repeat what they say.
        profiles: names of the profiles that the rule is part of.
        waivable: False for rules about waivers; they run after all others and see what those found.
        plain: the message in plain words; `{element}` and `{evidence}` stand for ids. "" keeps the usual message.
        plain_fix: the fix in plain words, likewise.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    confidence: ClassVar[Confidence] = Confidence.HIGH
    why: ClassVar[str]
    source: ClassVar[str]
    bad: ClassVar[tuple[Example, ...]]
    good: ClassVar[tuple[Example, ...]]
    requires: ClassVar[tuple[str, ...]] = ()
    profiles: ClassVar[tuple[str, ...]] = ("default", "classroom", "strict")
    waivable: ClassVar[bool] = True
    plain: ClassVar[str] = ""
    plain_fix: ClassVar[str] = ""

    @abstractmethod
    def check(self, context: Context) -> Iterator[Finding]:
        """Yield what the rule finds, in any order."""

    def obstacle(self, context: Context) -> str:  # noqa: ARG002 - for rules that need more than a map
        """Return what keeps the rule from looking at all of the map; "" if nothing does."""
        return ""

    def finding(  # noqa: PLR0913 - the fields of a finding
        self,
        context: Context,
        element: str | None,
        message: str,
        *,
        fix: str = "",
        path: Path | None = None,
        evidence: tuple[str, ...] = (),
        gap: str = "",
        confidence: Confidence | None = None,
        fixes: tuple[Fix, ...] = (),
    ) -> Finding:
        """Return a finding of this rule.

        Args:
            context: the context that the rule was handed.
            element: the element that it is about; None for the map as a whole.
            message: what was found.
            fix: how to mend it.
            path: the way to the value; the way to the element if it is left out.
            evidence: the ids that show it.
            gap: the few words for a picture, if support is missing at the element.
            confidence: how sure this one finding is; that of the rule if it is left out.
            fixes: changes of the map that mend it, the best first.
        """
        if path is None:
            path = () if element is None else context.graph.path(element)
        if context.plain:
            message = _in_plain_words(self.plain, element, evidence) or message
            fix = _in_plain_words(self.plain_fix, element, evidence) or fix
        return Finding(
            code=self.code,
            severity=self.severity,
            confidence=confidence or self.confidence,
            message=printable(message),
            fix=printable(fix),
            element=element,
            path=path,
            evidence=evidence,
            gap=gap,
            fixes=tuple(replace(proposed, title=printable(proposed.title)) for proposed in fixes),
        )


def _in_plain_words(template: str, element: str | None, evidence: tuple[str, ...]) -> str:
    if element is None and "{element}" in template:
        return ""
    return template.format(element=f"[{element}]", evidence=name_ids(evidence))
