"""What there is to know of a rule without running it, as data for lists, pages and reports."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from itertools import pairwise
from typing import Any

from argmap.checks.families import Family, family
from argmap.checks.rule import Rule
from argmap.model import Confidence, Severity


@dataclass(frozen=True, slots=True)
class RuleOption:
    """An option of a rule.

    Attributes:
        name: its name in the configuration.
        default: its value if nothing sets it; None also for an option that has to be set.
        required: True if the option has to be set.
        about: what it means.
    """

    name: str
    default: Any
    required: bool
    about: str


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule, or a code for what readers notice, as a list of rules shows it.

    Attributes:
        code: the code, for example SUP001.
        name: the name, for example unsupported-claim.
        severity: how much a finding matters.
        confidence: how sure the rule is that a finding is a defect.
        what: what is found, in one sentence.
        why: why that matters; "" for what a reader notices.
        source: the work that says so; "" for what a reader notices.
        profiles: names of the profiles that it is part of; () for what a reader notices in any profile.
        requires: codes of rules that must find nothing before it runs.
        options: its options.
    """

    code: str
    name: str
    severity: Severity
    confidence: Confidence
    what: str
    why: str = ""
    source: str = ""
    profiles: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    options: tuple[RuleOption, ...] = ()

    @property
    def family(self) -> Family:
        """The family that the code belongs to."""
        return family(self.code)


@cache
def describe(rule: type[Rule]) -> RuleEntry:
    """Return what there is to know of a rule."""
    return RuleEntry(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        confidence=rule.confidence,
        what=inspect.cleandoc(rule.__doc__ or "").split("\n\n")[0].replace("\n", " "),
        why=rule.why,
        source=rule.source,
        profiles=rule.profiles,
        requires=rule.requires,
        options=_options(rule),
    )


def _options(rule: type[Rule]) -> tuple[RuleOption, ...]:
    options = fields(rule)
    docs = _docs(rule) if options else {}
    return tuple(_option(option, docs.get(option.name, "")) for option in options)


def _option(option: Field[Any], about: str) -> RuleOption:
    if option.default_factory is not MISSING:
        return RuleOption(option.name, option.default_factory(), False, about)
    is_required = option.default is MISSING
    return RuleOption(option.name, None if is_required else option.default, is_required, about)


def _docs(rule: type[Rule]) -> Mapping[str, str]:
    """Return the docstrings that stand below the options in the source of the rule."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(rule)))
    except (OSError, TypeError):  # a rule that was typed into a notebook has no file
        return {}
    docs: dict[str, str] = {}
    for statement, below in pairwise(next(node.body for node in tree.body if isinstance(node, ast.ClassDef))):
        match statement, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                docs[name] = " ".join(text.split())
    return docs
