"""Texts from files in Markdown: shown as they are, whatever is in them."""

from __future__ import annotations

import re

from argmap.model.printable import printable

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
_ADDRESS = re.compile(r":(?=//)|(?<=[Ww]{3})\.")
"""Where many readers, such as GitHub's, make a link of an address that stands in a text."""
_BLOCK_START = re.compile(r"^(\d{0,9})([#+=.)-])")


def escape_markdown(line: str) -> str:
    r"""Return a line so that Markdown shows it as it is, and neither HTML nor links to pages come of it.

    Examples:
        >>> print(escape_markdown("1. <b>"))
        1\. \<b\>
    """
    escaped = _ADDRESS.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\1", line))
    # A heading, a list or a rule can only begin where a line does.
    return _BLOCK_START.sub(r"\1\\\2", escaped)


def id_as_code(element_id: str) -> str:
    """Return the id as code, which shows it as it is unless it holds the mark of code itself."""
    shown = printable(f"[{element_id}]")
    return escape_markdown(shown) if "`" in shown else f"`{shown}`"
