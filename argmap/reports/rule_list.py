"""The list of rules: as a table of lines, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from argmap.checks import PROFILES, RuleEntry, all_rules, describe
from argmap.checks.rules import RULES
from argmap.formats import NOTICES
from argmap.model import Confidence
from argmap.reports.json_text import dump_json

COLUMNS = ("code", "name", "severity", "confidence", "profiles", "finds")


def rule_entries() -> tuple[RuleEntry, ...]:
    """Return every rule, those of plugins too, and the codes of what readers notice, in the order of the codes."""
    notices = (
        RuleEntry(code.value, about.name, about.severity, Confidence.HIGH, about.meaning)
        for code, about in NOTICES.items()
    )
    return tuple(sorted((*map(describe, all_rules()), *notices), key=lambda entry: entry.code))


def rule_names() -> Mapping[str, str]:
    """Return the name of each code, those of what readers notice too."""
    return {rule.code: rule.name for rule in all_rules()} | {code.value: about.name for code, about in NOTICES.items()}


def rule_cells(entry: RuleEntry) -> tuple[str, ...]:
    """Return what the columns of a table say of a rule, see `COLUMNS`."""
    profiles = "all" if set(entry.profiles) in (set(), set(PROFILES)) else ", ".join(entry.profiles)
    return entry.code, entry.name, entry.severity.value, entry.confidence.value, profiles, entry.what


def rules_as_text(entries: Sequence[RuleEntry]) -> str:
    """Return a line for each rule, its columns below one another."""
    rows = [rule_cells(entry) for entry in entries]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n" for row in rows
    )
    return "".join(lines)


def rules_as_json(entries: Iterable[RuleEntry]) -> str:
    """Return a JSON list with an object for each rule.

    Each has `code`, `name`, `family` (its title), `severity`, `confidence`, `profiles`, `what` (is found), `why`,
    `source`, `requires` (codes), `options` (objects with `name`, `default`, `required` and `about`) and `page` (the
    file in the documentation; null for a plugin's rule and for what readers notice).
    """
    documented = {rule.code for rule in RULES}
    return dump_json([_as_object(entry, has_page=entry.code in documented) for entry in entries]) + "\n"


def _as_object(entry: RuleEntry, *, has_page: bool) -> dict[str, Any]:
    return {
        "code": entry.code,
        "name": entry.name,
        "family": entry.family.title,
        "severity": entry.severity,
        "confidence": entry.confidence,
        "profiles": entry.profiles,
        "what": entry.what,
        "why": entry.why,
        "source": entry.source,
        "requires": entry.requires,
        "options": [
            {"name": option.name, "default": option.default, "required": option.required, "about": option.about}
            for option in entry.options
        ],
        "page": f"docs/rules/{entry.code}.md" if has_page else None,
    }
