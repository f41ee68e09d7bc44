"""The page of a scheme: its premises, its conclusion, its questions and its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.model import Kind
from argmap.schemes.scheme import CONCLUSION, STEP, CriticalQuestion, Scheme, Slot


def scheme_list(schemes: Iterable[Scheme]) -> str:
    """Return a line for each scheme: its id and the pattern."""
    schemes = tuple(schemes)
    width = max((len(scheme.id) for scheme in schemes), default=0)
    return "".join(f"{scheme.id:<{width}}  {scheme.about}\n" for scheme in schemes)


def scheme_page(scheme: Scheme) -> str:
    """Return the scheme as Markdown, in full."""
    return "\n".join(_page(scheme)) + "\n"


def scheme_pages(schemes: Iterable[Scheme]) -> Mapping[str, str]:
    """Return the reference of schemes: file name to Markdown, the index and a page for each scheme."""
    schemes = tuple(schemes)
    lines = [
        "# Schemes",
        "",
        "Patterns of argument and the questions that test them. `argmap schemes NAME` prints one of",
    ]
    lines += ["these pages; [how to use schemes](../how-to/use-schemes.md) says what they are for.", ""]
    lines += ["| id | name in AIF | pattern |", "|---|---|---|"]
    lines += [f"| [{s.id}]({s.id}.md) | {f'`{s.aif}`' if s.aif else ''} | {s.about} |" for s in schemes]
    lines += ["", "```{toctree}", ":hidden:", *(scheme.id for scheme in schemes), "```"]
    return {"index.md": "\n".join(lines) + "\n", **{f"{s.id}.md": scheme_page(s) for s in schemes}}


def _page(scheme: Scheme) -> Iterator[str]:
    yield from (f"# {scheme.id}", "", f"{scheme.name}. {scheme.about}")
    if scheme.aif:
        yield from ("", f"Name in AIF: `{scheme.aif}`.")
    if scheme.aliases:
        yield from ("", f"Also found as: {', '.join(scheme.aliases)}.")
    yield from ("", "## Premises", "", *map(_premise, scheme.premises))
    yield from ("", "## Conclusion", "", f"{scheme.conclusion.text}{_kinds(scheme.conclusion.kinds)}")
    if scheme.questions:
        yield from ("", "## Critical questions", "", *map(_question, scheme.questions))
    if scheme.burden:
        yield from ("", "## Burden of proof", "", scheme.burden)
    if scheme.note:
        yield from ("", "## Note", "", scheme.note)
    if scheme.sources:
        yield from ("", "## Source", "", *(f"- {source}" for source in scheme.sources))


def _premise(slot: Slot) -> str:
    marks = [mark for mark, holds in (("licence", slot.licence), ("optional", not slot.required)) if holds]
    marked = f" ({', '.join(marks)})" if marks else ""
    return f"- **{slot.name}**{marked}: {slot.text}{_kinds(slot.kinds)}"


def _question(question: CriticalQuestion) -> str:
    about = {STEP: "the step", CONCLUSION: "the conclusion"}.get(question.about, f"the premise {question.about}")
    burden = "shifts the burden" if question.shifts else "needs evidence first"
    return f"- `{question.id}`: {question.text} (about {about}; {burden})"


def _kinds(kinds: Sequence[Kind]) -> str:
    if not kinds:
        return ""
    words = [kind.value for kind in kinds]
    return f" ({' or '.join(filter(None, (', '.join(words[:-1]), words[-1])))})"
