"""The rules that there are, and how they are named, selected and given their options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from argmap.checks.plugin_rules import plugin_rules
from argmap.checks.rule import Rule
from argmap.checks.rules import RULES
from argmap.model import ArgmapError, find_nearest
from argmap.model.expected import tell_expected

ALL = "ALL"
"""Selects every rule."""


class UnknownRuleError(ArgmapError, ValueError):
    """A code or prefix names no rule.

    Attributes:
        code: what was asked for.
        nearest: the most similar code; None if none is similar.
    """

    def __init__(self, code: str, nearest: str | None = None) -> None:
        self.code = code
        self.nearest = nearest
        hint = f"did you mean {nearest}?" if nearest else f"expected a code such as {RULES[0].code}"
        super().__init__(f"no rule {code!r}, {hint}")


class RuleOptionError(ArgmapError, ValueError):
    """An option of a rule has a value that it cannot have, or no such option exists.

    Attributes:
        code: the rule.
        option: the name of the option.
    """

    def __init__(self, code: str, option: str, problem: str) -> None:
        self.code = code
        self.option = option
        super().__init__(problem)


@cache
def all_rules() -> tuple[type[Rule], ...]:
    """Return every rule, argmap's own and those of plugins, in the order of the codes; plugins are loaded once.

    Raises:
        PluginError: a plugin adds something that is no usable rule.
    """
    return tuple(sorted((*RULES, *plugin_rules()), key=lambda rule: rule.code))


def find_rule(code: str) -> type[Rule]:
    """Return the rule with a code or a name; upper and lower case are alike.

    Raises:
        UnknownRuleError: there is none.

    Examples:
        >>> find_rule("sup001").name
        'unsupported-claim'
    """
    for rule in all_rules():
        if code.upper() == rule.code or code.lower() == rule.name:
            return rule
    raise UnknownRuleError(code, _nearest_code(code))


def select_codes(selectors: Iterable[str]) -> frozenset[str]:
    """Return the codes of the rules that codes, prefixes of codes, or "ALL" stand for.

    Raises:
        UnknownRuleError: one of them stands for no rule.
    """
    codes: set[str] = set()
    for selector in selectors:
        wanted = "" if selector.upper() == ALL else selector.strip().upper() or " "
        matching = [rule.code for rule in all_rules() if rule.code.startswith(wanted)]
        if not matching:
            raise UnknownRuleError(selector, _nearest_code(selector))
        codes.update(matching)
    return frozenset(codes)


def make_rule(rule: type[Rule], options: Mapping[str, Any]) -> Rule:
    """Return the rule with the options set.

    Raises:
        RuleOptionError: an option does not exist, or its value has the wrong type or is out of range.
    """
    names = [field.name for field in fields(rule)]
    for option in options:
        if option not in names:
            raise RuleOptionError(rule.code, option, _unknown_option(rule, option, names))
    types = get_type_hints(rule, include_extras=True) if options else {}
    for option, value in options.items():
        try:
            TypeAdapter(types[option]).validate_python(value, strict=True)
        except ValidationError as error:
            problem = f"option {option} of {rule.code} is {value!r}, {tell_expected(error.errors()[0])}"
            raise RuleOptionError(rule.code, option, problem) from error
    return rule(**options)


def _unknown_option(rule: type[Rule], option: str, names: list[str]) -> str:
    nearest = find_nearest(option, names)
    if nearest:
        return f"{rule.code} has no option {option}, did you mean {nearest}?"
    return f"{rule.code} has no option {option}, expected {' or '.join(names) or 'none'}"


def _nearest_code(code: str) -> str | None:
    families = {rule.code[:3] for rule in all_rules()}
    nearest = find_nearest(code.upper(), [*(rule.code for rule in all_rules()), *families])
    if nearest:
        return nearest
    name = find_nearest(code.lower(), [rule.name for rule in all_rules()])
    return next((rule.code for rule in all_rules() if rule.name == name), None)
