"""Findings for people and programs: as text, as JSON, and as a Markdown report."""

from argmap.reports.account import account_as_json, account_as_text
from argmap.reports.anchors import anchor_lines
from argmap.reports.gaps import gaps_as_json, gaps_as_text
from argmap.reports.json import findings_as_json
from argmap.reports.markdown import markdown_report
from argmap.reports.text import findings_as_text, print_coloured, print_markdown

__all__ = [
    "account_as_json",
    "account_as_text",
    "anchor_lines",
    "findings_as_json",
    "findings_as_text",
    "gaps_as_json",
    "gaps_as_text",
    "markdown_report",
    "print_coloured",
    "print_markdown",
]
