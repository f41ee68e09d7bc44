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
_EXAMPLES = ("bad", "good")
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
    return next(_missing(rule), "") or next(_unusable(rule), "")


def _missing(rule: type[Rule]) -> Iterator[str]:
    if inspect.isabstract(rule):
        yield f"{rule.__name__} has no method check"
    # The decorator of dataclasses writes a docstring where there is none: the signature.
    if not rule.__doc__ or rule.__doc__.startswith(f"{rule.__name__}("):
        yield f"{rule.__name__} has no docstring, expected one sentence that says what was found"
    for field in (*_TEXTS, *_EXAMPLES):
        if not hasattr(rule, field):
            yield f"{rule.__name__} has no field {field}"


def _unusable(rule: type[Rule]) -> Iterator[str]:
    """Yield each field whose value it cannot have, and what was expected."""
    families = join_words(_OWN_FAMILIES)
    profiles = join_words([repr(name) for name in PROFILES], "or")
    code, name = rule.code, rule.name
    expectations = [
        *((field, isinstance(getattr(rule, field), str) and getattr(rule, field), "a text") for field in _TEXTS),
        ("code", _CODE.fullmatch(str(code)), "three capital letters and three digits, such as ABC001"),
        ("code", not str(code).startswith(_OWN_FAMILIES), f"another family than {families}, which are argmap's own"),
        ("name", _NAME.fullmatch(str(name)), "lower-case words with hyphens between"),
        *((field, _are_all(getattr(rule, field), Example), "a tuple of examples") for field in _EXAMPLES),
        *((field, isinstance(getattr(rule, field), kind), f"a {kind.__name__}") for field, kind in _CHOICES.items()),
        ("profiles", _are_profiles(rule.profiles), f"a tuple of {profiles}, and 'strict' among them"),
        ("requires", _are_all(rule.requires, str), "a tuple of codes"),
    ]
    for field, holds, expected in expectations:
        if not holds:
            yield f"{field} of {rule.__name__} is {getattr(rule, field)!r}, expected {expected}"


def _are_profiles(values: Any) -> bool:
    return _are_all(values, str) and "strict" in values and set(values) <= PROFILES.keys()


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
