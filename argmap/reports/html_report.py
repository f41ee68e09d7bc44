"""The HTML report: the interactive page with a summary that needs no training, in one file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.model import ArgumentMap, Finding
from argmap.reports.summary import summary


def html_report(
    argument_map: ArgumentMap,
    findings: Sequence[Finding],
    skipped: Iterable[tuple[str, str]] = (),
) -> str:
    """Return the report: the page of `argmap.to_html`, opened at a summary.

    Args:
        argument_map: the map.
        findings: what the checks found, waived ones too.
        skipped: codes of rules that did not run, with the reason.

    Raises:
        RendererNotFoundError: there is no Graphviz program.
        RenderError: the map is too large, or the program failed or ran out of time.
    """
    from argmap.render.page import build_page  # what draws is loaded only where something is drawn

    told = summary(argument_map, findings, skipped)
    return build_page(argument_map, {"findings": findings}, summary=told)
