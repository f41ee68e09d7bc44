"""The report of a map in a browser: the page, opened at its summary."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from argmap import load
from argmap.reports import html_report

SCHOOL = Path(__file__).parents[2] / "examples" / "school-start.argmap.yaml"


@pytest.fixture(scope="module")
def report_html() -> str:
    argument_map = load(SCHOOL)
    return html_report(argument_map, argument_map.check(), [("SRC004", "no text")])


@pytest.fixture
def report(open_html, report_html: str) -> Page:
    return open_html(report_html)


def test_the_report_opens_at_its_summary(report: Page) -> None:
    expect(report.get_by_role("tab", name="Summary")).to_have_attribute("aria-selected", "true")
    expect(report.locator("#summary")).to_be_visible()
    expect(report.locator("#claim")).to_be_hidden()


def test_a_claim_of_the_summary_leads_to_its_place_by_mouse_and_by_key(report: Page) -> None:
    claim = report.locator('#summary button[data-element="later-bell"]').first
    claim.click()
    expect(report.locator("#claim h2")).to_contain_text("The school board should vote")
    report.get_by_role("tab", name="Summary").click()
    other = report.locator('#summary button[data-element="reroute"]').first
    other.focus()
    report.keyboard.press("Enter")
    expect(report.locator("#claim h2")).to_contain_text("The bus routes")


def test_the_tabs_are_moved_through_by_arrows_from_the_summary_on(report: Page) -> None:
    report.get_by_role("tab", name="Summary").focus()
    report.keyboard.press("ArrowRight")
    expect(report.get_by_role("tab", name="Claim")).to_be_focused()
    report.keyboard.press("ArrowLeft")
    expect(report.locator("#summary")).to_be_visible()


def test_the_summary_can_be_read_again_after_a_claim_is_rejected(report: Page) -> None:
    report.locator('#summary button[data-element="reroute"]').first.click()
    report.locator("[data-action=reject]").click()
    expect(report.locator("#supposed")).to_contain_text("If you reject")
    report.get_by_role("tab", name="Summary").click()
    expect(report.get_by_role("heading", name="What it argues")).to_be_visible()
    expect(report.locator("#supposed")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_has_no_accessibility_violation(report: Page, assert_accessible, scheme: str) -> None:
    report.emulate_media(color_scheme=scheme)
    assert_accessible(report)
