"""The argument as an indented outline: plain text for terminals, Markdown for documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from argmap.model import ArgumentMap, Finding
from argmap.model.markdown import escape_markdown, id_as_code
from argmap.render import theme
from argmap.render.errors import PictureOptionError
from argmap.render.outline_rows import Outline, OutlineRow, find_outline

_INDENT = "  "
_BARE_NUMBER_SIGN = re.compile(r"(?<!\\)#")
_DEEPEST = 40
"""Indentation stops growing here: a chain of thousands of claims would else fill gigabytes with spaces."""


class OutlineFormat(StrEnum):
    """How an outline is written."""

    TEXT = "text"
    MARKDOWN = "markdown"


def outline(
    argument_map: ArgumentMap,
    *,
    findings: Sequence[Finding] = (),
    focus: str | None = None,
    depth: int | None = None,
    format: str = OutlineFormat.TEXT,  # noqa: A002 - the name that `dumps` has for the same
) -> str:
    """Return the argument as an indented outline: main claims first, below each claim what speaks for and against it.

    A claim that is met again is referred to and not repeated. What no main claim leads to comes last. O(n + m).

    Args:
        argument_map: the map.
        findings: what the checks found; gaps that no waiver accepts are marked.
        focus: the id of a claim, to show only the argument for and against it.
        depth: how many steps below the focus, or below the main claims, are shown; None for all.
        format: "text", or "markdown" for a nested list in which every text of the map is escaped.

    Raises:
        PictureOptionError: the format is none of these.
        UnknownElementError: the map has no claim with the id `focus`.

    Examples:
        >>> from argmap.model import Draft
        >>> draft = Draft(title="Rain")
        >>> wet = draft.claim("The street is wet", main=True)
        >>> _ = draft.support(wet, draft.claim("It has rained", id="rain"))
        >>> print(outline(draft.build()))
        Rain
        <BLANKLINE>
        Main claim: The street is wet [the-street-is-wet]
          because
            Reason: It has rained [rain]
        <BLANKLINE>
    """
    if format not in _WRITERS:
        raise PictureOptionError(f"found outline format {format!r}, expected one of {', '.join(_WRITERS)}")
    return _WRITERS[format](find_outline(argument_map, findings=findings, focus=focus, depth=depth))


def _as_text(told: Outline) -> str:
    lines = [told.title, ""] if told.title else []
    lines += map(_text_line, told.main)
    rest = list(map(_text_line, told.apart))
    if rest:
        lines += ["", theme.ASIDE, *rest] if told.main else rest
    return "\n".join(lines) + "\n"


def _text_line(row: OutlineRow) -> str:
    if row.is_step:
        parts = [row.word]
    elif row.is_repeated:
        parts = [row.lead, theme.SEE_ABOVE, f"[{row.element_id}]"]
    else:
        parts = [row.lead, f"{row.word}:", row.text, f"[{row.element_id}]"]
    notes = f"({'; '.join(row.notes)})" if row.notes else ""
    return _INDENT * min(row.level, _DEEPEST) + " ".join(part for part in (*parts, notes) if part)


def _as_markdown(told: Outline) -> str:
    # Number signs at the end of a heading would not belong to it.
    parts = ["# " + _BARE_NUMBER_SIGN.sub(r"\\#", escape_markdown(told.title))] if told.title else []
    if told.main:
        parts.append("\n".join(map(_markdown_line, told.main)))
    if told.apart:
        parts += [f"## {theme.ASIDE}"] if told.main else []
        parts.append("\n".join(map(_markdown_line, told.apart)))
    return "\n\n".join(parts) + "\n"


def _markdown_line(row: OutlineRow) -> str:
    lead = f"{escape_markdown(row.lead)} " if row.lead else ""
    notes = f" ({escape_markdown('; '.join(row.notes))})" if row.notes else ""
    if row.is_step:
        words = f"*{row.word}*"
    elif row.is_repeated:
        words = f"{theme.SEE_ABOVE} {id_as_code(row.element_id)}"
    else:
        text = f" {escape_markdown(row.text)}" if row.text else ""
        words = f"**{row.word}:**{text} {id_as_code(row.element_id)}"
    return f"{_INDENT * min(row.level, _DEEPEST)}- {lead}{words}{notes}"


_WRITERS: Mapping[str, Callable[[Outline], str]] = MappingProxyType(
    {OutlineFormat.TEXT: _as_text, OutlineFormat.MARKDOWN: _as_markdown}
)
