"""Markdown: the report of a map, and findings alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap, Finding
from argmap.model.markdown import escape_markdown, id_as_code
from argmap.model.printable import one_line
from argmap.reports.checked_file import CheckedFile
from argmap.reports.text import SEVERITY_WORDS
from argmap.semantics import Support

_MOST_LISTED = 50


def markdown_report(
    argument_map: ArgumentMap,
    findings: Sequence[Finding],
    *,
    picture: str | None = None,
    skipped: Iterable[tuple[str, str]] = (),
) -> str:
    """Return the report.

    Args:
        argument_map: the map.
        findings: what the checks found, waived ones too, with places if there are any.
        picture: the name of the picture's file, beside the report.
        skipped: codes of rules that did not run, with the reason.

    Returns:
        Markdown (CommonMark with tables) in which every text of the map is escaped.
    """
    support = Support(ArgumentGraph(argument_map))
    parts = [f"# {escape(argument_map.title) or 'Argument map'}", _counts(argument_map, findings)]
    if picture:
        parts.append(f"![The argument as a picture]({quote(picture)})")
    parts += ["## What it argues", *_main_claims(support)]
    parts += ["## Findings", *_sections(argument_map, findings, skipped, "##")]
    return "\n\n".join(parts) + "\n"


def findings_as_markdown(files: Sequence[CheckedFile]) -> str:
    """Return the findings of all files as Markdown: a section for each file, in it one for each element.

    Every text of a map is escaped, so that it shows as it is and no markup comes of it.
    """
    parts = ["# Findings"]
    for file in files:
        parts += [f"## {escape(file.name)}", *_sections(file.map, file.findings, file.skipped, "###")]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Return the text so that Markdown shows it as it is, in one line, and no HTML comes of it."""
    return escape_markdown(one_line(text))


def _counts(argument_map: ArgumentMap, findings: Sequence[Finding]) -> str:
    numbers = [
        (len(argument_map.claims), "claim", "claims"),
        (len(argument_map.inferences), "inference", "inferences"),
        (len(argument_map.attacks), "attack", "attacks"),
        (sum(finding.is_open for finding in findings), "finding", "findings"),
    ]
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in numbers) + "."


def _main_claims(support: Support) -> Iterator[str]:
    claims, main_claims = support.graph.claims, support.graph.main_claims
    if not main_claims:
        yield "The map has no main claim."
    repairs = {repair.claim_id: repair for repair in support.find_repairs(main_claims, _MOST_LISTED)}
    for claim_id in main_claims:
        heading = f"**{escape(claims[claim_id].text)}** {id_as_code(claim_id)}"
        repair = repairs.get(claim_id)
        if repair is None:
            yield f"{heading}\n\nIts support reaches sources or givens."
            continue
        listed = [f"- {escape(claims[other].text)} {id_as_code(other)}" for other in repair.backing]
        listed += [] if repair.is_whole else ["- and more"]
        hedge = "" if repair.is_exact else ", and less may do"
        yield (
            f"{heading}\n\nIts support does not reach sources or givens. It would, if these were backed{hedge}:\n\n"
            + "\n".join(listed)
        )


def _sections(
    argument_map: ArgumentMap | None, findings: Sequence[Finding], skipped: Iterable[tuple[str, str]], mark: str
) -> Iterator[str]:
    """Yield what was found, what is accepted and what was not checked; the mark is that of the headings."""
    yield from _by_element(argument_map, [finding for finding in findings if finding.is_open]) or ["Nothing was found."]
    if accepted := [finding for finding in findings if not finding.is_open]:
        yield f"{mark} Accepted"
        yield "\n".join(map(_accepted_line, accepted))
    if lines := [f"- {code}: {escape(reason)}" for code, reason in skipped]:
        yield f"{mark} Not checked"
        yield "\n".join(lines)


def _by_element(argument_map: ArgumentMap | None, findings: Sequence[Finding]) -> list[str]:
    texts = {claim.id: claim.text for claim in argument_map.claims} if argument_map else {}
    groups: dict[str | None, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.element].append(finding)
    return [_group(element, texts.get(element or "", ""), group) for element, group in groups.items()]


def _group(element: str | None, text: str, findings: Sequence[Finding]) -> str:
    title = "The map" if element is None else f"{id_as_code(element)} {escape(text)}".rstrip()
    return f"### {title}\n\n" + "\n".join(f"- {_line(finding)}" for finding in findings)


def _line(finding: Finding) -> str:
    if not finding.fix:
        return _statement(finding)
    return f"{_statement(finding)} To mend it: {escape(finding.fix)}{'' if finding.fix.endswith('?') else '.'}"


def _accepted_line(finding: Finding) -> str:
    if finding.waived is None:
        return f"- {_statement(finding)} Accepted by the baseline."
    reason = escape(finding.waived).rstrip(".")
    return f"- {_statement(finding)} {f'Accepted: {reason}.' if reason else 'Accepted without a reason.'}"


def _statement(finding: Finding) -> str:
    where = f" (line {finding.place.line})" if finding.place else ""
    return f"**{finding.code}** {SEVERITY_WORDS[finding.severity]}{where}: {escape(finding.message)}."
