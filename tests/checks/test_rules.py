"""What holds for every rule: its name, its words, its examples, its page."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from argmap.checks import PROFILES, Example, Rule, all_rules, explain, run
from argmap.checks.rules import RULES
from argmap.formats import loads
from argmap.model import Finding
from argmap.reports import rule_pages

ROOT = Path(__file__).parents[2]
BAD = [pytest.param(rule, example, id=f"{rule.code}-{example.name}") for rule in RULES for example in rule.bad]
GOOD = [pytest.param(rule, example, id=f"{rule.code}-{example.name}") for rule in RULES for example in rule.good]
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def find(rule: type[Rule], example: Example, profile: str = "strict") -> list[Finding]:
    argument_map = loads(example.text)
    texts = None if example.article is None else {argument_map.article or "": example.article}
    return [f for f in run(argument_map, profile=profile, texts=texts).findings if f.code == rule.code]


def test_rules_are_registered_in_the_order_of_their_codes_and_no_code_or_name_is_used_twice():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all_rules() == RULES


def test_every_rule_file_is_registered():
    files = {path.stem for path in (ROOT / "argmap/checks/rules").glob("*.py")} - {"__init__"}
    assert files == {rule.__module__.rpartition(".")[2] for rule in RULES}


@each_rule
def test_the_name_of_a_rule_is_the_name_of_its_class_and_of_its_file(rule):
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert rule.__name__ == "".join(word.capitalize() for word in rule.name.split("-"))
    assert rule.__module__ == f"argmap.checks.rules.{rule.name.replace('-', '_')}"
    assert inspect.getmodule(rule).__doc__.startswith(f"{rule.code}: ")


@each_rule
def test_a_rule_says_what_it_finds_why_and_who_says_so(rule):
    assert re.fullmatch(r"[A-Z][^\n]*\.", rule.__doc__)
    assert rule.why.endswith(".")
    assert rule.source
    assert not rule.source.endswith(".")
    assert rule.bad
    assert rule.good
    assert set(rule.profiles) <= set(PROFILES)
    assert "strict" in rule.profiles
    assert {*rule.requires} <= {other.code for other in RULES if other is not rule}


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_a_bad_example_has_the_findings_that_it_names(rule, example):
    found = find(rule, example)
    assert example.finds
    assert tuple(finding.element for finding in found) == example.finds
    assert found[0].message == example.says


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_a_good_example_has_no_finding_of_the_rule(rule, example):
    assert find(rule, example) == []
    assert (example.finds, example.says) == ((), "")


@pytest.mark.parametrize(("rule", "example"), [p for p in BAD if "classroom" in p.values[0].profiles])
@pytest.mark.parametrize("profile", ["default", "classroom"])
def test_messages_follow_the_style(rule, example, profile):
    for finding in find(rule, example, profile):
        for words in (finding.message, finding.fix):
            assert words
            assert not words.endswith(".")
            assert not re.search(r"\b(you|your|invalid|wrong|illegal)\b", words.replace("did you mean", ""))
            assert not re.match(r"[A-Z]", words)
            assert "{" not in words
        assert len(finding.gap) < 40


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_a_finding_points_into_the_map(rule, example):
    argument_map = loads(example.text)
    for finding in find(rule, example):
        value = argument_map.model_dump()
        for part in finding.path:
            value = value[part]


@each_rule
def test_the_page_of_a_rule_shows_its_examples(rule):
    page = explain(rule.code)
    assert page.startswith(f"# {rule.code} {rule.name}\n\n{rule.__doc__}\n")
    for example in (*rule.bad, *rule.good):
        assert example.text.rstrip() in page
        assert example.says in page
    assert explain(rule.name) == page


def test_the_page_of_a_rule_lists_its_options_with_their_defaults():
    assert "- `min_reasons` (default 1): How many supporting inferences" in explain("SUP001")


def test_the_reference_of_the_rules_is_what_the_rules_say():
    """Mend it with: python docs/write_rules.py"""
    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs/rules").iterdir()}
    assert written == dict(rule_pages())
