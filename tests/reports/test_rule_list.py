"""The list of rules, for pipes and for programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import ClassVar

import pytest

from argmap.checks import FAMILIES, PROFILES, Rule, all_rules, describe
from argmap.checks.rules import RULES
from argmap.checks.rules.unsupported_claim import UnsupportedClaim
from argmap.formats import NOTICES
from argmap.reports import rule_entries, rule_pages, rules_as_json, rules_as_text


def test_the_list_has_every_rule_and_every_notice_in_the_order_of_the_codes() -> None:
    codes = [entry.code for entry in rule_entries()]
    assert codes == sorted({*(rule.code for rule in all_rules()), *NOTICES})


@pytest.mark.parametrize("code", sorted({rule.code[:3] for rule in RULES}))
def test_every_rule_of_argmap_is_of_a_family(code: str) -> None:
    assert code in FAMILIES


def test_a_family_of_a_plugin_has_its_prefix_for_a_title() -> None:
    @dataclass(frozen=True, slots=True)
    class Odd(UnsupportedClaim):
        """A claim is odd."""

        code: ClassVar = "ODD001"

    assert describe(Odd).family.title == "ODD"
    assert describe(Odd).what == "A claim is odd."


def test_what_readers_notice_is_listed_with_its_severity() -> None:
    listed = {entry.code: entry.severity for entry in rule_entries() if entry.code.startswith("FMT")}
    assert (listed["FMT002"], listed["FMT023"], listed["FMT025"]) == ("error", "warning", "error")


def test_options_come_with_their_defaults_and_what_they_mean() -> None:
    (option,) = describe(UnsupportedClaim).options
    assert (option.name, option.default, option.required) == ("min_reasons", 1, False)
    assert option.about.startswith("How many supporting inferences")


def test_an_option_that_has_to_be_set_is_required() -> None:
    @dataclass(frozen=True, slots=True)
    class Longest(Rule):
        """A claim is long."""

        code: ClassVar = "ODD002"
        name: ClassVar = "longest"
        why: ClassVar = "It is long."
        source: ClassVar = "nobody"

        most: int

        def check(self, context):
            yield from ()

    (option,) = describe(Longest).options
    assert (option.default, option.required) == (None, True)


def test_the_lines_of_the_list_stand_in_columns() -> None:
    lines = rules_as_text(rule_entries()).splitlines()
    assert len(lines) == len(rule_entries())
    column = lines[0].index("warning")
    assert {line[column - 2 : column] for line in lines} == {"  "}
    assert all(line[column] != " " for line in lines)
    assert rules_as_text([]) == ""


def test_the_json_of_a_rule_says_all_that_there_is_to_know() -> None:
    listed = {record["code"]: record for record in json.loads(rules_as_json(rule_entries()))}
    rule = listed["SUP001"]
    assert rule["name"] == "unsupported-claim"
    assert rule["family"] == "Support"
    assert rule["profiles"] == list(UnsupportedClaim.profiles)
    assert rule["options"][0]["name"] == "min_reasons"
    assert rule["page"] == "docs/rules/SUP001.md"
    assert listed["FMT001"] | {"what": ""} == {
        "code": "FMT001", "name": "unreadable-file", "family": "Files", "severity": "error", "confidence": "high",
        "profiles": [], "what": "", "why": "", "source": "", "requires": [], "options": [], "page": None,
    }  # fmt: skip
    assert all(set(record["profiles"]) <= set(PROFILES) for record in listed.values())


def test_the_index_of_the_pages_groups_the_rules_by_family() -> None:
    index = rule_pages()["index.md"]
    for rule in RULES:
        assert index.count(f"| {rule.code} | [{rule.name}]({rule.code}.md) |") == 1
        assert f"## {FAMILIES[rule.code[:3]].title}: {rule.code[:3]}\n\n{FAMILIES[rule.code[:3]].about}\n" in index
    assert "| FMT003 | repeated-key | error |" in index
