"""Rules that other installed packages add: what a rule must have before it can be used."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from argmap.checks.profile import PROFILES
from argmap.checks.rule import Context, Example, Rule
from argmap.checks.rules import RULES
from argmap.checks.words import join_words
from argmap.model import Confidence, Finding, Plugin, PluginError, Severity, find_plugins

GROUP = "argmap.rules"
"""The entry points of this group name a rule, or a list or tuple of rules."""

_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OWN_FAMILIES = ("FMT", "WAI")
_TEXTS = ("code", "name", "why", "source")
_CHOICES: Mapping[str, type] = {"severity": Severity, "confidence": Confidence, "waivable": bool}


@cache
def plugin_rules() -> Mapping[type[Rule], str]:
    """Return the rules of installed plugins, each with the name of its plugin; they are loaded once.

    Raises:
        PluginError: a plugin cannot be imported, or adds something that is no usable rule.
    """
    return collect_rules(find_plugins(GROUP), RULES)


def look(rule: Rule, context: Context) -> tuple[tuple[Finding, ...], str]:
    """Return what the rule finds, and what keeps it from looking at all of the map; "" if nothing does.

    Raises:
        PluginError: the rule is one of a plugin and fails; a rule of argmap's own raises what it raises.
    """
    plugin = plugin_rules().get(type(rule))
    if plugin is None:
        return tuple(rule.check(context)), rule.obstacle(context)
    try:
        found = tuple(rule.check(context))
        limit = rule.obstacle(context)
    except Exception as error:
        raise PluginError(plugin, f"rule {rule.code} fails: {type(error).__name__}: {error}") from error
    for finding in found:
        if not (isinstance(finding, Finding) and finding.code == rule.code):
            raise PluginError(plugin, f"rule {rule.code} yields {finding!r}, expected findings of its own")
    return found, limit


def collect_rules(plugins: Iterable[Plugin], own: Sequence[type[Rule]]) -> dict[type[Rule], str]:
    """Return the rules that the plugins name, each with the name of its plugin.

    Args:
        plugins: what the entry points give.
        own: the rules that argmap itself has.

    Raises:
        PluginError: something is not a rule, lacks a field, or has a code or a name that is taken.
    """
    owners = dict.fromkeys(own, "argmap")
    for plugin in plugins:
        for rule in _rules_of(plugin):
            problem = _problem(rule) or _conflict(rule, owners)
            if problem:
                raise PluginError(plugin.name, problem)
            owners[rule] = plugin.name
    added = {rule: owner for rule, owner in owners.items() if rule not in own}
    codes = {rule.code for rule in owners}
    for rule, owner in added.items():
        for code in rule.requires:
            if code not in codes or code == rule.code:
                raise PluginError(
                    owner, f"requires of {rule.__name__} names {code!r}, expected the code of another rule"
                )
    return added


def _rules_of(plugin: Plugin) -> Iterator[type[Rule]]:
    for value in plugin.value if isinstance(plugin.value, list | tuple) else (plugin.value,):
        if not (isinstance(value, type) and issubclass(value, Rule)):
            raise PluginError(plugin.name, f"found {value!r}, expected a class that is a Rule, or a list of them")
        yield value


def _problem(rule: type[Rule]) -> str:
    """Return what keeps the class from being a usable rule; "" if nothing does."""
    return next(_problems(rule), "")


def _problems(rule: type[Rule]) -> Iterator[str]:
    called = rule.__name__
    if inspect.isabstract(rule):
        yield f"{called} has no method check"
    # The decorator of dataclasses writes a docstring where there is none: the signature.
    if not rule.__doc__ or rule.__doc__.startswith(f"{called}("):
        yield f"{called} has no docstring, expected one sentence that says what was found"
    for field in (*_TEXTS, "bad", "good"):
        if not hasattr(rule, field):
            yield f"{called} has no field {field}"
    for field in _TEXTS:
        if not (isinstance(getattr(rule, field), str) and getattr(rule, field)):
            yield f"{field} of {called} is {getattr(rule, field)!r}, expected a text"
    if not _CODE.fullmatch(rule.code):
        yield f"code of {called} is {rule.code!r}, expected three capital letters and three digits, such as ABC001"
    if rule.code.startswith(_OWN_FAMILIES):
        yield f"code of {called} is {rule.code!r}, but the families {join_words(_OWN_FAMILIES)} are argmap's own"
    if not _NAME.fullmatch(rule.name):
        yield f"name of {called} is {rule.name!r}, expected lower-case words with hyphens between"
    for field in ("bad", "good"):
        if not _are_all(getattr(rule, field), Example):
            yield f"{field} of {called} is {getattr(rule, field)!r}, expected a tuple of examples"
    for field, kind in _CHOICES.items():
        if not isinstance(getattr(rule, field), kind):
            yield f"{field} of {called} is {getattr(rule, field)!r}, expected a {kind.__name__}"
    if not (_are_all(rule.profiles, str) and "strict" in rule.profiles and {*rule.profiles} <= {*PROFILES}):
        known = join_words([repr(name) for name in PROFILES], "or")
        yield f"profiles of {called} is {rule.profiles!r}, expected a tuple of {known}, and 'strict' among them"
    if not _are_all(rule.requires, str):
        yield f"requires of {called} is {rule.requires!r}, expected a tuple of codes"


def _are_all(values: Any, kind: type) -> bool:
    return isinstance(values, tuple) and all(isinstance(value, kind) for value in values)


def _conflict(rule: type[Rule], owners: Mapping[type[Rule], str]) -> str:
    for other, owner in owners.items():
        for field in ("code", "name"):
            if getattr(rule, field) == getattr(other, field):
                return (
                    f"{field} {getattr(rule, field)} of {rule.__name__} is taken by {other.__name__} of {owner}, "
                    "expected one of its own"
                )
    return ""
