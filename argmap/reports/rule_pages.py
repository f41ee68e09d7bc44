"""The reference of the rules: an index by family, and a page for each rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.checks import FAMILIES, Family, RuleEntry, explain
from argmap.checks.rules import RULES
from argmap.reports.rule_list import rule_entries


def rule_pages() -> Mapping[str, str]:
    """Return the reference of argmap's own rules: file name to Markdown, the index and a page for each rule."""
    return {"index.md": "\n".join(_index()) + "\n"} | {f"{rule.code}.md": explain(rule.code) for rule in RULES}


def _index() -> Iterator[str]:
    own = {rule.code for rule in RULES}
    entries = [entry for entry in rule_entries() if entry.code in own or entry.family.prefix == "FMT"]
    yield from ("# Rules", "", "What `argmap check` looks for. `argmap explain CODE` prints one of these pages, and")
    yield "`argmap rules` lists them with their profiles."
    for family in FAMILIES.values():
        members = [entry for entry in entries if entry.family is family]
        if members:
            yield from _section(family, members, own)
    yield from ("", "```{toctree}", ":hidden:", *(rule.code for rule in RULES), "```")


def _section(family: Family, members: list[RuleEntry], documented: set[str]) -> Iterator[str]:
    yield from ("", f"## {family.title}: {family.prefix}", "", family.about, "")
    yield "| code | name | severity | finds |"
    yield "|---|---|---|---|"
    for entry in members:
        name = f"[{entry.name}]({entry.code}.md)" if entry.code in documented else entry.name
        yield f"| {entry.code} | {name} | {entry.severity} | {entry.what} |"
