"""The HTML that the pages for teachers and students are made of: no script, nothing loaded, every text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from string import Template

from argmap.render.page.parts import content_policy, read_asset
from argmap.render.page.shell import page_head, page_style
from argmap.render.text import clean

_OWN = "argmap.classroom.class_report"


def page(title: str, kicker: str, sections: Iterable[str]) -> str:
    """Return a whole page.

    Args:
        title: what it is about; plain text.
        kicker: what kind of page it is; plain text.
        sections: its content, as HTML.
    """
    style = _style()
    return Template(read_asset(_OWN, "assets/report.html")).substitute(
        head=page_head(clean(title), style, content_policy("", style)),
        title=words(title),
        kicker=words(kicker),
        content="\n".join(part for part in sections if part),
    )


def words(text: str) -> str:
    """Return a text as HTML that shows it on one line and does nothing else."""
    return escape(clean(text))


def section(heading: str, *content: str) -> str:
    """Return a part of a page under a heading; "" if there is nothing in it."""
    inner = "\n".join(part for part in content if part)
    return f"<section>\n<h2>{words(heading)}</h2>\n{inner}\n</section>" if inner else ""


def remark(text: str) -> str:
    """Return a sentence about what follows."""
    return f'<p class="remark">{words(text)}</p>'


def numbers(pairs: Iterable[tuple[str, str]]) -> str:
    """Return figures with what they are, the first of them set off."""
    cells = [f"<dt>{words(name)}</dt><dd>{words(value)}</dd>" for name, value in pairs]
    classes = [' class="whole"', *[""] * (len(cells) - 1)]
    return (
        f'<dl class="numbers">{"".join(f"<div{c}>{cell}</div>" for c, cell in zip(classes, cells, strict=True))}</dl>'
    )


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], number_columns: Iterable[int] = ()) -> str:
    """Return a table whose first column names its rows; "" if it has no rows.

    Args:
        heads: the heads of the columns; plain text.
        rows: the cells, as HTML.
        number_columns: which columns hold numbers, counted from 0.
    """
    right = set(number_columns)
    classes = [' class="number"' if column in right else "" for column in range(len(heads))]
    head = "".join(f'<th scope="col"{c}>{words(text)}</th>' for text, c in zip(heads, classes, strict=True))
    lines = [
        "".join(
            f'<th scope="row"{c}>{cell}</th>' if column == 0 else f"<td{c}>{cell}</td>"
            for column, (cell, c) in enumerate(zip(row, classes, strict=True))
        )
        for row in rows
    ]
    if not lines:
        return ""
    body = "\n".join(f"<tr>{line}</tr>" for line in lines)
    return (
        f'<div class="scroll" role="group" tabindex="0" aria-label="{words(heads[0])}">'
        f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def histogram(rows: Sequence[tuple[str, int]]) -> str:
    """Return counts as bars, with the numbers beside them."""
    most = max((number for _, number in rows), default=0) or 1
    lines = "".join(
        f'<tr><th scope="row">{words(name)}</th><td class="number">{number}</td><td class="bar">'
        f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f'<rect width="{100 * number / most:.1f}" height="10"/></svg></td></tr>\n'
        for name, number in rows
    )
    return (
        '<table class="histogram"><thead><tr><th scope="col">Score</th><th scope="col" class="number">Responses</th>'
        f"<td></td></tr></thead>\n<tbody>\n{lines}</tbody></table>"
    )


def listed(items: Iterable[str]) -> str:
    """Return a list of HTML; "" if it is empty."""
    inner = "\n".join(f"<li>{item}</li>" for item in items)
    return f'<ul class="lines">\n{inner}\n</ul>' if inner else ""


def percent(score: float) -> str:
    """Return a share as whole percent."""
    return f"{100 * score:.0f} %"


@cache
def _style() -> str:
    return page_style([(_OWN, "assets/report.css")])
