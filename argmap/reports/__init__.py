"""What argmap found, for people and programs: findings in many formats, gaps, reasons and labels, lists of rules."""

from argmap.reports.account import account_as_object, account_as_text
from argmap.reports.anchors import anchor_lines
from argmap.reports.checked_file import CheckedFile
from argmap.reports.differences import differences_as_json, differences_as_text
from argmap.reports.gaps import gaps_as_json, gaps_as_text
from argmap.reports.github import findings_as_github
from argmap.reports.html_report import html_report
from argmap.reports.json import findings_as_json, findings_schema
from argmap.reports.junit import findings_as_junit
from argmap.reports.label_why import label_why_as_object, label_why_as_text
from argmap.reports.labels import all_labels_as_text, labels_as_csv, labels_as_json, labels_as_text
from argmap.reports.markdown import findings_as_markdown, markdown_report
from argmap.reports.pivots import pivots_as_json, pivots_as_text
from argmap.reports.rule_list import rule_entries, rules_as_json, rules_as_text
from argmap.reports.rule_pages import rule_pages
from argmap.reports.sarif import findings_as_sarif
from argmap.reports.terminal import print_findings, print_page, print_rules
from argmap.reports.text import findings_as_text, summary

__all__ = [
    "CheckedFile",
    "account_as_object",
    "account_as_text",
    "all_labels_as_text",
    "anchor_lines",
    "differences_as_json",
    "differences_as_text",
    "findings_as_github",
    "findings_as_json",
    "findings_as_junit",
    "findings_as_markdown",
    "findings_as_sarif",
    "findings_as_text",
    "findings_schema",
    "gaps_as_json",
    "gaps_as_text",
    "html_report",
    "label_why_as_object",
    "label_why_as_text",
    "labels_as_csv",
    "labels_as_json",
    "labels_as_text",
    "markdown_report",
    "pivots_as_json",
    "pivots_as_text",
    "print_findings",
    "print_page",
    "print_rules",
    "rule_entries",
    "rule_pages",
    "rules_as_json",
    "rules_as_text",
    "summary",
]
