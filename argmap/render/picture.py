"""The functions that draw a map."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Unpack

from argmap.graph import ArgumentGraph
from argmap.model import ArgmapError, ArgumentMap
from argmap.model.atomic import write_atomically
from argmap.render.build import build_picture
from argmap.render.cards import Picture
from argmap.render.drawing import (
    check_ending,
    picture_as_dot,
    picture_as_pdf,
    picture_as_png,
    picture_as_svg,
    picture_as_tex,
    picture_as_tikz,
)
from argmap.render.graphml import to_graphml
from argmap.render.mermaid import picture_as_mermaid
from argmap.render.options import Options, PictureOptions
from argmap.render.outline import OutlineFormat, outline

if TYPE_CHECKING:
    import graphviz


def render(argument_map: ArgumentMap, path: str | Path, **options: Unpack[PictureOptions]) -> Path:
    """Draw the map into a file, in the format that its ending names.

    It is .svg, .png, .pdf, .dot (also .gv) for Graphviz, .tex (a document) or .tikz (the drawing alone) for LaTeX, .mmd
    (also .mermaid) for Mermaid, .graphml for yEd, Gephi and other programs for graphs, or .md or .txt for an outline.
    .html (also .htm) is the interactive page. The file is written whole or not at all: a failure leaves an old one as
    it was.

    Args:
        argument_map: the map.
        path: the file.
        **options: see `PictureOptions`.

    Returns:
        The path of the file.

    Raises:
        PictureOptionError: the ending names no format, or an option has a value that cannot be drawn.
        RendererNotFoundError: there is no Graphviz program, which .svg, .png, .pdf, .html, .tex and .tikz need.
        RenderError: the map is too large, or the program failed or ran out of time.
        UnknownElementError: the map has no claim with the id of the focus.
        OSError: the file cannot be written.
    """
    path = Path(path)
    write = _WRITERS[check_ending(path, _WRITERS)]
    content = write(argument_map, **options)
    return write_atomically(path, content if isinstance(content, bytes) else content.encode("utf-8"))


def to_dot(argument_map: ArgumentMap, **options: Unpack[PictureOptions]) -> str:
    """Return the picture as DOT text; needs no program, and works for maps of any size in O(n).

    The orientation auto cannot try what fits a screen here: it is up for small maps, else left. What the layers say of
    cards stands in their heads.

    Args:
        argument_map: the map.
        **options: see `PictureOptions`.

    Raises:
        PictureOptionError: an option has a value that cannot be drawn.
        UnknownElementError: the map has no claim with the id of the focus.
    """
    return picture_as_dot(*_build(argument_map, options))


def to_svg(argument_map: ArgumentMap, **options: Unpack[PictureOptions]) -> str:
    """Return the picture as SVG text that can stand in a file or in a page beside others.

    Every card has a label for screen readers and `data-element`, the id of its claim. About 0.1 s for 20 cards.

    Args:
        argument_map: the map.
        **options: see `PictureOptions`.

    Raises:
        PictureOptionError: an option has a value that cannot be drawn.
        RendererNotFoundError: there is no Graphviz program.
        RenderError: the map is too large, or the program failed or ran out of time.
        UnknownElementError: the map has no claim with the id of the focus.
    """
    return picture_as_svg(*_build(argument_map, options))


def to_png(argument_map: ArgumentMap, *, dpi: int = 144, **options: Unpack[PictureOptions]) -> bytes:
    """Return the picture as a PNG image.

    The embedded fonts hold Latin, Cyrillic, Greek and Hebrew. For letters of other scripts and emoji the system's own
    Graphviz draws; without one they come out as empty boxes, of which a `LettersWarning` tells.

    Args:
        argument_map: the map.
        dpi: pixels per inch, 10 or more; 72 makes a point a pixel.
        **options: see `PictureOptions`.

    Raises:
        PictureOptionError: an option has a value that cannot be drawn.
        RendererNotFoundError: there is no Graphviz program.
        RenderError: the image would be too large, or the program failed or ran out of time.
        UnknownElementError: the map has no claim with the id of the focus.
    """
    return picture_as_png(*_build(argument_map, options), dpi)


def to_pdf(argument_map: ArgumentMap, **options: Unpack[PictureOptions]) -> bytes:
    """Return the picture as a PDF document of one page as large as the picture.

    Text can be selected. Where it has letters that the fonts of every PDF viewer lack (Cyrillic, for example), the
    page is an image of 300 dpi, or of as many as an image can have, with the fonts of `to_png`.

    Args:
        argument_map: the map.
        **options: see `PictureOptions`.

    Raises:
        PictureOptionError: an option has a value that cannot be drawn.
        RendererNotFoundError: there is no Graphviz program.
        RenderError: the map is too large, or the program failed or ran out of time.
        UnknownElementError: the map has no claim with the id of the focus.
    """
    return picture_as_pdf(*_build(argument_map, options))


def to_mermaid(argument_map: ArgumentMap, **options: Unpack[PictureOptions]) -> str:
    r"""Return the picture as a Mermaid flowchart, which GitHub and other viewers of Markdown draw; O(n), no program.

    Main claims are on top unless the orientation is down, left or right. Linked premises meet in one word. Mermaid
    itself draws no more than 500 lines and 50,000 characters unless its settings are changed.

    Args:
        argument_map: the map.
        **options: see `PictureOptions`; there is no legend.

    Raises:
        PictureOptionError: an option has a value that cannot be drawn.
        UnknownElementError: the map has no claim with the id of the focus.

    Examples:
        >>> from argmap.model import Draft
        >>> draft = Draft(title="Rain")
        >>> _ = draft.support(draft.claim("The street is wet"), draft.claim("It rains: look!"))
        >>> print(*to_mermaid(draft.build()).splitlines()[8:12], sep="\n")
          c1["▲ REASON<br/>It rains#58; look!"]:::reason
          p0(["BECAUSE"]):::because
          c1 --- p0
          p0 --> c0
    """
    return picture_as_mermaid(*_build(argument_map, options))


def to_tikz(argument_map: ArgumentMap, *, document: bool = False, **options: Unpack[PictureOptions]) -> str:
    r"""Return the picture as TikZ for LaTeX, in the fonts of the document that holds it; about 0.2 s for 20 cards.

    It needs TikZ and none of its libraries. Cards are nodes whose text TeX breaks into lines, and lines end on their
    borders, so texts can be edited. Letters that pdfLaTeX's usual fonts lack are named by a `LettersWarning`.

    Args:
        argument_map: the map.
        document: True for a document of class standalone, which pdfLaTeX, LuaLaTeX and XeLaTeX compile; False for the
            tikzpicture alone, for \input.
        **options: see `PictureOptions`.

    Raises:
        PictureOptionError: an option has a value that cannot be drawn.
        RendererNotFoundError: there is no Graphviz program.
        RenderError: the map is too large, for TeX or for a picture, or the program failed or ran out of time.
        UnknownElementError: the map has no claim with the id of the focus.
    """
    draw = picture_as_tex if document else picture_as_tikz
    return draw(*_build(argument_map, options))


def to_graphviz(argument_map: ArgumentMap, **options: Unpack[PictureOptions]) -> graphviz.Source:
    """Return the DOT text of `to_dot` as an object of the graphviz package, to go on with.

    Its own methods run the dot program of the system, which must be installed for them.

    Args:
        argument_map: the map.
        **options: see `PictureOptions`.

    Raises:
        PictureOptionError: an option has a value that cannot be drawn.
        UnknownElementError: the map has no claim with the id of the focus.
    """
    import graphviz

    return graphviz.Source(to_dot(argument_map, **options), filename="argmap.gv")


def mime_bundle(argument_map: ArgumentMap, **options: Unpack[PictureOptions]) -> dict[str, str]:
    """Return the map as a notebook shows it: as SVG where it can be drawn, and as an outline.

    Never raises: what cannot be drawn is shown as the outline alone, and what cannot be told as the reason for that.

    Args:
        argument_map: the map.
        **options: see `PictureOptions`.
    """
    text = ""
    try:
        text = _outline_at_least(argument_map, options)
        return {"image/svg+xml": to_svg(argument_map, **options), "text/plain": text}
    # Not only ArgmapError: a map that was built without validation, or a Graphviz that writes something else, can fail
    # in any way, and then a notebook must show what there is. KeyboardInterrupt is no Exception and gets through.
    except Exception as error:  # noqa: BLE001
        return {"text/plain": text or f"This map cannot be shown: {type(error).__name__}: {error}"}


def _build(argument_map: ArgumentMap, options: PictureOptions) -> tuple[Picture, Options]:
    """Return the picture of the map, and the options with every value set."""
    wanted = Options(**options)
    return build_picture(ArgumentGraph(argument_map), wanted), wanted


def _outline_at_least(argument_map: ArgumentMap, options: PictureOptions) -> str:
    """Return the outline of what the options ask for; of the whole map if they ask for what it does not have."""
    findings = options.get("findings", ())
    try:
        return outline(argument_map, findings=findings, focus=options.get("focus"), depth=options.get("depth"))
    except ArgmapError:
        return outline(argument_map, findings=findings)


def _write_outline(outline_format: OutlineFormat, argument_map: ArgumentMap, **options: Unpack[PictureOptions]) -> str:
    wanted = Options(**options)
    titled = argument_map if wanted.title is None else argument_map.model_copy(update={"title": wanted.title})
    return outline(titled, findings=wanted.findings, focus=wanted.focus, depth=wanted.depth, format=outline_format)


def _to_tex_document(argument_map: ArgumentMap, **options: Unpack[PictureOptions]) -> str:
    return to_tikz(argument_map, document=True, **options)


def _to_page(argument_map: ArgumentMap, **options: Unpack[PictureOptions]) -> str:
    from argmap.render.page import to_html  # which draws with the functions here

    return to_html(argument_map, **options)


_WRITERS: Mapping[str, Callable[..., bytes | str]] = MappingProxyType(
    {
        ".svg": to_svg,
        ".png": to_png,
        ".pdf": to_pdf,
        ".html": _to_page,
        ".htm": _to_page,
        ".dot": to_dot,
        ".gv": to_dot,
        ".tex": _to_tex_document,
        ".tikz": to_tikz,
        ".mmd": to_mermaid,
        ".mermaid": to_mermaid,
        ".graphml": to_graphml,
        ".md": partial(_write_outline, OutlineFormat.MARKDOWN),
        ".txt": partial(_write_outline, OutlineFormat.TEXT),
    }
)
"""The ending of a file to what writes a map into it; each takes the map and what of `PictureOptions` it knows."""
