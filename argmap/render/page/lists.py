"""The argument and the findings as lists: what the page shows without script, and what its script makes buttons of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from types import MappingProxyType

from argmap.graph import ArgumentGraph
from argmap.model import Finding, Severity
from argmap.render import theme
from argmap.render.options import Options
from argmap.render.outline_rows import OutlineRow, tell_outline
from argmap.render.text import clean, shorten, well_formed
from argmap.render.theme import CardKind, CardStyle, PillKind
from argmap.semantics import Label, Labels
from argmap.semantics.labels import label_graph

_DEEPEST = 40
"""Lists are nested no deeper: browsers give up on pages of more than 512 levels."""

LABEL_WORDS: Mapping[Label, str] = MappingProxyType(
    {Label.IN: "✓ in", Label.OUT: "✗ out", Label.UNDECIDED: "? undecided"}
)

SEVERITY_WORDS: Mapping[Severity, tuple[str, str]] = MappingProxyType(
    {
        Severity.ERROR: ("Error", "Errors"),
        Severity.WARNING: ("Warning", "Warnings"),
        Severity.INFO: ("Note", "Notes"),
    }
)


def outline_list(graph: ArgumentGraph, options: Options) -> str:
    """Return the outline of the map as nested lists in HTML; see `argmap.render.outline`.

    Args:
        graph: the structure of the map.
        options: whose findings, labels, focus and depth are told, and whether roles are.

    Raises:
        UnknownElementError: the map has no claim with the id of the focus.
    """
    rows = tell_outline(graph, findings=options.findings, focus=options.focus, depth=options.depth)
    found = options.labels or label_graph(graph)
    cards = options.shown_theme.cards
    write = partial(_row, found=found, cards=cards)
    parts = list(nested_lists(rows.main, write))
    if rows.apart:
        parts += [f"<h3>{theme.ASIDE}</h3>"] if rows.main else []
        parts += nested_lists(rows.apart, write)
    return "\n".join(parts) or "<p>The map has no claims.</p>"


def nested_lists(rows: Sequence[OutlineRow], write: Callable[[OutlineRow], str]) -> Iterator[str]:
    """Yield the rows of an outline as lists in lists, in HTML.

    Args:
        rows: the rows.
        write: gives the HTML of a row.
    """
    level = -1
    for row in rows:
        depth = min(row.level, _DEEPEST)
        if depth > level:
            yield from ["<ul>"] * (depth - level)
        else:
            yield from ["</li></ul>"] * (level - depth)
            yield "</li>"
        yield f"<li>{write(row)}"
        level = depth
    yield from ["</li></ul>"] * (level + 1)


def _row(row: OutlineRow, found: Labels, cards: Mapping[CardKind, CardStyle]) -> str:
    element = escape(well_formed(row.element_id))
    notes = f' <span class="notes">{escape("; ".join(row.notes))}</span>' if row.notes else ""
    if row.is_step:
        return f'<button class="step" data-element="{element}">{escape(row.word)}</button>{notes}'
    lead = theme.SEE_ABOVE if row.is_repeated else row.lead
    lead = f'<span class="lead">{escape(lead)}</span> ' if lead else ""
    text = escape(shorten(row.text, 60) if row.is_repeated else row.text or f"[{well_formed(row.element_id)}]")
    word = row.word if isinstance(row.kind, PillKind) else cards[row.kind].word
    is_labelled = row.element_id in found and not row.is_repeated
    mark = f' <span class="label">{LABEL_WORDS[found.find_label(row.element_id)]}</span>' if is_labelled else ""
    return (
        f'<button class="claim{" repeated" if row.is_repeated else ""}" data-element="{element}">'
        f'{lead}<span class="word">{escape(word)}</span> <span dir="auto">{text}</span>{mark}{notes}</button>'
    )


def findings_list(findings: Sequence[Finding]) -> str:
    """Return the findings as lists in HTML: by severity, and those that are accepted last."""
    numbered = list(enumerate(findings))
    parts: list[str] = []
    for severity, words in SEVERITY_WORDS.items():
        group = [(number, finding) for number, finding in numbered if finding.is_open and finding.severity is severity]
        parts += _group(group, words)
    parts += _group([(number, finding) for number, finding in numbered if not finding.is_open], ("Accepted",) * 2)
    return "\n".join(parts) or "<p>No findings.</p>"


def _group(group: Sequence[tuple[int, Finding]], words: tuple[str, str]) -> Iterable[str]:
    if group:
        title = words[0] if len(group) == 1 else words[1]
        rows = "\n".join(_finding(number, finding) for number, finding in group)
        yield f'<h3>{title} <span class="number">{len(group)}</span></h3>\n<ul class="findings">\n{rows}\n</ul>'


def _about(finding: Finding) -> str:
    """Return the ids that the finding is about as attributes; spaces part them, as no id holds any."""
    ids = [finding.element] if finding.element is not None else []
    shown = list(dict.fromkeys(well_formed(element_id) for element_id in (*ids, *finding.evidence)))
    element = "" if finding.element is None else f' data-element="{escape(well_formed(finding.element))}"'
    return element + (f' data-shows="{escape(" ".join(shown))}"' if shown else "")


def _finding(number: int, finding: Finding) -> str:
    fix = f'<p class="fix">{escape(clean(finding.fix))}</p>' if finding.fix else ""
    if not finding.is_open:
        fix = f'<p class="fix">{escape(clean(finding.waived or "") or "accepted by the baseline")}</p>'
    return (
        f'<li class="{finding.severity}">'
        f'<button class="finding" data-finding="{number}"{_about(finding)}>'
        f'<span class="code">{escape(clean(finding.code))}</span> '
        f'<span dir="auto">{escape(clean(finding.message))}</span></button>{fix}</li>'
    )
