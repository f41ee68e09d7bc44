"""Findings as lines of text, and text with colour for terminals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from argmap.model import Finding, Severity, SourceMap

_WIDEST_EXCERPT = 100
_LINE = re.compile(r"^(?P<place>\S.*?:\d+:\d+: )(?P<code>[A-Z]{3}\d{3}) (?P<message>.*?)(?P<fix> \([^()]*\))?$")


def findings_as_text(
    findings: Sequence[Finding], source_map: SourceMap, skipped: Iterable[tuple[str, str]] = ()
) -> str:
    """Return a line for each finding that nothing waives, then what was skipped and a summary.

    A finding of the reader also shows the line of the file, with a marker below it.

    Args:
        findings: with places.
        source_map: where they are; it has the text of the file.
        skipped: codes of rules that did not run, with the reason.
    """
    lines: list[str] = []
    for finding in findings:
        if finding.waived is None:
            lines.append(str(finding))
            if finding.code.startswith("FMT"):
                lines += _excerpt(finding, source_map)
    lines += [f"skipped {code}: {reason}" for code, reason in skipped]
    lines.append(_summary(findings, source_map.file))
    return "\n".join(lines) + "\n"


def print_coloured(text: str) -> None:
    """Print lines of findings on the terminal, with the code and the place in colour."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for line in text.splitlines():
        match = _LINE.match(line)
        if match is None:
            console.print(Text(line, style="dim"))
            continue
        parts = [(match["place"], "cyan"), (match["code"], "bold yellow"), (f" {match['message']}", "")]
        console.print(Text.assemble(*parts, (match["fix"] or "", "green")))


def print_markdown(page: str) -> None:
    """Print a Markdown page on the terminal."""
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(page))


def _excerpt(finding: Finding, source_map: SourceMap) -> list[str]:
    place = finding.place
    line = source_map.line(place.line) if place else ""
    if place is None or not line.strip():
        return []
    start = max(0, place.column - 1 - _WIDEST_EXCERPT // 2)
    shown = "".join(letter if letter.isprintable() else " " for letter in line[start : start + _WIDEST_EXCERPT])
    return [f"    {shown}", f"    {'~' * (place.column - 1 - start)}^"]


def _summary(findings: Sequence[Finding], file: str) -> str:
    counts = Counter(finding.severity for finding in findings if finding.waived is None)
    waived = sum(finding.waived is not None for finding in findings)
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    parts = [_count(counts[severity], names[severity]) for severity in Severity if counts[severity]]
    text = f"{file}: {', '.join(parts) if parts else 'no findings'}"
    return f"{text}, {waived} waived" if waived else text


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
