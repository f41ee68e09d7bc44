"""The methods of a map: each calls the function of the same name on the package, where the work is.

This is the one place whose imports point up the layers, and only when a method is called. The methods that draw hand
the findings of `check` to the picture unless the caller hands some, so that a picture shows the gaps.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

if TYPE_CHECKING:
    import graphviz
    import networkx as nx

    from argmap.classroom import ExerciseSet
    from argmap.graph import Differences
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.finding import Finding
    from argmap.render import PictureOptions
    from argmap.render.notebook.widget import MapView
    from argmap.schemes import Schemes
    from argmap.semantics import Labels, MapFramework, Strengths, Support


class MapMethods:
    """What can be asked of a map in one word."""

    def to_networkx(self: ArgumentMap) -> nx.MultiDiGraph[str]:  # type: ignore[misc]
        """Return the map as a networkx graph; see `argmap.to_networkx`."""
        from argmap.graph import to_networkx

        return to_networkx(self)

    def support(self: ArgumentMap) -> Support:  # type: ignore[misc]
        """Return what supports what, down to sources and givens; see `argmap.support`."""
        from argmap.semantics import support

        return support(self)

    def labels(  # type: ignore[misc]
        self: ArgumentMap,
        *,
        stance: str = "asserted",
        accept: Collection[str] = (),
        reject: Collection[str] = (),
        standard: str | None = None,
    ) -> Labels:
        """Return what is in, out and undecided once attacks are weighed; see `argmap.labels`."""
        from argmap.semantics import labels

        return labels(self, stance=stance, accept=accept, reject=reject, standard=standard)

    def to_framework(  # type: ignore[misc]
        self: ArgumentMap,
        *,
        stance: str = "asserted",
        accept: Collection[str] = (),
        reject: Collection[str] = (),
        standard: str | None = None,
        most: int = 10_000,
    ) -> MapFramework:
        """Return all arguments of the map and the attacks between them; see `argmap.to_framework`."""
        from argmap.semantics import to_framework

        return to_framework(self, stance=stance, accept=accept, reject=reject, standard=standard, most=most)

    def strengths(  # type: ignore[misc]
        self: ArgumentMap, *, method: str = "qem", base: str | Mapping[str, float] = "held"
    ) -> Strengths:
        """Return how strong each element is, from 0 to 1; see `argmap.strengths`."""
        from argmap.semantics import strengths

        return strengths(self, method=method, base=base)

    def diff(self: ArgumentMap, after: ArgumentMap) -> Differences:  # type: ignore[misc]
        """Return what differs between this map and a later one; see `argmap.diff`."""
        from argmap.graph import diff

        return diff(self, after)

    def check(  # type: ignore[misc]
        self: ArgumentMap,
        *,
        select: Sequence[str] | None = None,
        ignore: Sequence[str] = (),
        profile: str = "default",
        texts: Mapping[str, str] | None = None,
        schemes: Schemes | Iterable[Path | str] | Path | str = (),
    ) -> tuple[Finding, ...]:
        """Return the findings of the rules; see `argmap.check`."""
        from argmap.checks import check

        return check(self, select=select, ignore=ignore, profile=profile, texts=texts, schemes=schemes)

    def exercises(  # type: ignore[misc]
        self: ArgumentMap,
        *,
        types: Iterable[str] | str | None = None,
        count: int | None = None,
        seed: int = 0,
        level: str | None = None,
        text: str | None = None,
    ) -> ExerciseSet:
        """Return exercises for a class, made from the map; see `argmap.exercises`."""
        from argmap.classroom.exercises import exercises

        return exercises(self, types=types, count=count, seed=seed, level=level, text=text)

    def outline(  # type: ignore[misc]
        self: ArgumentMap,
        *,
        focus: str | None = None,
        depth: int | None = None,
        format: str = "text",  # noqa: A002
    ) -> str:
        """Return the argument and its gaps as an indented outline; see `argmap.outline`."""
        from argmap.render import outline

        return outline(self, findings=self.check(), focus=focus, depth=depth, format=format)

    def render(self: ArgumentMap, path: str | Path, **options: Unpack[PictureOptions]) -> Path:  # type: ignore[misc]
        """Draw the map and its gaps into a file; see `argmap.render`."""
        from argmap.render import render

        return render(self, path, **_with_findings(self, options))

    def to_dot(self: ArgumentMap, **options: Unpack[PictureOptions]) -> str:  # type: ignore[misc]
        """Return the picture as DOT text; see `argmap.to_dot`."""
        from argmap.render import to_dot

        return to_dot(self, **_with_findings(self, options))

    def to_svg(self: ArgumentMap, **options: Unpack[PictureOptions]) -> str:  # type: ignore[misc]
        """Return the picture as SVG text; see `argmap.to_svg`."""
        from argmap.render import to_svg

        return to_svg(self, **_with_findings(self, options))

    def to_png(self: ArgumentMap, *, dpi: int = 144, **options: Unpack[PictureOptions]) -> bytes:  # type: ignore[misc]
        """Return the picture as a PNG image; see `argmap.to_png`."""
        from argmap.render import to_png

        return to_png(self, dpi=dpi, **_with_findings(self, options))

    def to_pdf(self: ArgumentMap, **options: Unpack[PictureOptions]) -> bytes:  # type: ignore[misc]
        """Return the picture as a one-page PDF document; see `argmap.to_pdf`."""
        from argmap.render import to_pdf

        return to_pdf(self, **_with_findings(self, options))

    def to_mermaid(self: ArgumentMap, **options: Unpack[PictureOptions]) -> str:  # type: ignore[misc]
        """Return the picture as a Mermaid flowchart; see `argmap.to_mermaid`."""
        from argmap.render import to_mermaid

        return to_mermaid(self, **_with_findings(self, options))

    def to_tikz(self: ArgumentMap, *, document: bool = False, **options: Unpack[PictureOptions]) -> str:  # type: ignore[misc]
        """Return the picture as TikZ for LaTeX; see `argmap.to_tikz`."""
        from argmap.render import to_tikz

        return to_tikz(self, document=document, **_with_findings(self, options))

    def to_graphml(self: ArgumentMap, **options: Unpack[PictureOptions]) -> str:  # type: ignore[misc]
        """Return the map as GraphML for yEd, Gephi and others; see `argmap.to_graphml`."""
        from argmap.render import to_graphml

        return to_graphml(self, **_with_findings(self, options))

    def to_html(self: ArgumentMap, **options: Unpack[PictureOptions]) -> str:  # type: ignore[misc]
        """Return the map as an interactive page in one HTML file; see `argmap.to_html`."""
        from argmap.render import to_html

        return to_html(self, **_with_findings(self, options))

    def view(self: ArgumentMap, **options: Unpack[PictureOptions]) -> MapView:  # type: ignore[misc]
        """Return the picture as a widget for notebooks, in which cards can be chosen; see `argmap.view`."""
        from argmap.render import view

        return view(self, **_with_findings(self, options))

    def to_graphviz(self: ArgumentMap, **options: Unpack[PictureOptions]) -> graphviz.Source:  # type: ignore[misc]
        """Return the picture as an object of the graphviz package; see `argmap.to_graphviz`."""
        from argmap.render import to_graphviz

        return to_graphviz(self, **_with_findings(self, options))

    def _repr_mimebundle_(  # type: ignore[misc]
        self: ArgumentMap,
        include: Any = None,  # noqa: ARG002 - notebooks pass it
        exclude: Any = None,  # noqa: ARG002
    ) -> dict[str, str]:
        from argmap.render import mime_bundle

        try:
            findings = self.check()
        except Exception:  # noqa: BLE001 - a notebook shows the map whatever a rule of a user does
            findings = ()
        return mime_bundle(self, findings=findings)


def _with_findings(argument_map: ArgumentMap, options: PictureOptions) -> PictureOptions:
    if "findings" in options:
        return options
    return {**options, "findings": argument_map.check()}
