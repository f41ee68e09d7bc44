"""Findings, gaps and accounts for people and programs: text, JSON, SARIF, GitHub annotations, JUnit XML, Markdown."""

from argmap.reports.account import account_as_json, account_as_text
from argmap.reports.anchors import anchor_lines
from argmap.reports.checked_file import CheckedFile
from argmap.reports.gaps import gaps_as_json, gaps_as_text
from argmap.reports.github import findings_as_github
from argmap.reports.json import findings_as_json, findings_schema
from argmap.reports.junit import findings_as_junit
from argmap.reports.markdown import findings_as_markdown, markdown_report
from argmap.reports.rule_list import rule_entries, rules_as_json, rules_as_text
from argmap.reports.rule_pages import rule_pages
from argmap.reports.sarif import findings_as_sarif
from argmap.reports.terminal import print_findings, print_page, print_rules
from argmap.reports.text import findings_as_text, summary

__all__ = [
    "CheckedFile",
    "account_as_json",
    "account_as_text",
    "anchor_lines",
    "findings_as_github",
    "findings_as_json",
    "findings_as_junit",
    "findings_as_markdown",
    "findings_as_sarif",
    "findings_as_text",
    "findings_schema",
    "gaps_as_json",
    "gaps_as_text",
    "markdown_report",
    "print_findings",
    "print_page",
    "print_rules",
    "rule_entries",
    "rule_pages",
    "rules_as_json",
    "rules_as_text",
    "summary",
]
