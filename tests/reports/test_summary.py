"""The summary of a report, and the report as a page."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from strategies import findings, maps

from argmap import load, loads
from argmap.model import ArgumentMap
from argmap.reports import html_report
from argmap.reports.summary import summary

EXAMPLES = Path(__file__).parent.parent.parent / "examples"

BRIDGE = """
argmap: 1
sources: {count: {title: Traffic count}}
claims:
  close: {text: The bridge should close, kind: policy}
  traffic: {text: Cars only pass through, cites: count}
  quiet: {text: Quiet streets matter, kind: value, implicit: true}
  shops: {text: The shops need the cars}
inferences: {because: {premises: [traffic, quiet], conclusion: close}}
attacks: {but: {premises: shops, target: close}}
"""


def words(text: str) -> str:
    """Return the words of HTML."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def told(text: str) -> str:
    argument_map = loads(text)
    return words(summary(argument_map, argument_map.check()))


def test_the_summary_counts_what_the_map_holds_and_what_is_backed() -> None:
    assert "1 main claim, 4 claims in all, 1 step from reasons to a claim, 1 objection or reply." in told(BRIDGE)
    assert (
        "3 claims are where the argument begins, with no reason given. Of these, 1 has a source or is common ground, "
        "and 2 are only asserted."
    ) in told(BRIDGE)


def test_the_summary_says_what_stands_in_both_readings() -> None:
    assert "If all that the article says without a reason is taken as true, it does not stand." in told(BRIDGE)
    backed = BRIDGE.replace("value, implicit: true", "value, given: common")
    assert "If only what has a source, or is common ground, is taken as true, it stands." in told(backed)


def test_the_summary_names_the_objection_that_nothing_answers() -> None:
    assert "The unanswered objection that tells most against it: The shops need the cars" in told(BRIDGE)
    answered = BRIDGE + "  yet: {premises: traffic, target: shops}\n"
    answered = answered.replace(
        "attacks: {but: {premises: shops, target: close}}", "attacks:\n  but: {premises: shops, target: close}"
    )
    assert "unanswered objection" not in told(answered)


def test_the_summary_lists_what_would_have_to_be_backed() -> None:
    assert "They would if these were backed: Quiet streets matter" in told(BRIDGE)
    assert "lead down to sources or to common ground" in told(
        BRIDGE.replace("value, implicit: true", "value, given: common")
    )


def test_the_summary_counts_findings_and_says_what_the_most_frequent_are_in_words() -> None:
    assert re.search(r"\d warnings?, \d notes?\. They are marked on the picture", told(BRIDGE))
    assert "1 × ATK001: An attack on what speaks for a main claim meets no reply." in told(BRIDGE)
    assert "Nothing was found." in words(summary(loads(BRIDGE), ()))


def test_rules_that_did_not_run_are_named() -> None:
    assert "Not checked SRC004: no text" in words(summary(loads(BRIDGE), (), [("SRC004", "no text")]))


def test_a_map_without_a_main_claim_has_a_summary() -> None:
    assert "The map has no main claim." in told("argmap: 1\n")


@settings(max_examples=25, deadline=None)
@given(maps, findings)
def test_no_text_of_any_map_becomes_markup(argument_map: ArgumentMap, finding: object) -> None:
    tags = set(re.findall(r"<(/?[a-z0-9]+)", summary(argument_map, [finding], [("<b>", "<script>")])))
    assert tags <= {one + name for name in ("h3", "p", "ul", "li", "button", "span") for one in ("", "/")}


def test_the_report_is_the_page_with_a_summary_first() -> None:
    argument_map = load(EXAMPLES / "broad-street.argmap.yaml")
    report = html_report(argument_map, argument_map.check())
    assert report.index('id="summary"') < report.index('id="claim"')
    assert 'id="tab-summary" aria-controls="summary" aria-selected="true"' in report
    assert 'id="tab-claim" aria-controls="claim" aria-selected="false"' in report
    assert 'id="summary"' not in argument_map.to_html()


@pytest.mark.parametrize("name", ["kaliningrad", "school-start"])
def test_the_same_map_gives_the_same_report(name: str) -> None:
    argument_map = load(EXAMPLES / f"{name}.argmap.yaml")
    assert html_report(argument_map, argument_map.check()) == html_report(argument_map, argument_map.check())
