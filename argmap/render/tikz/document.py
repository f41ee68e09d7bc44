"""A picture as TikZ: the drawing alone, for a paper to hold, or a document of one page."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from argmap.render.cards import Picture
from argmap.render.errors import RenderError
from argmap.render.tikz.escape import lacking_letters, unseen_letters
from argmap.render.tikz.parts import MARGIN, Parts
from argmap.render.tikz.places import Places
from argmap.render.tikz.styles import style_lines

_MOST = 16000.0
"""TeX has no lengths above 16,383 of its points, which are a little shorter."""
_LETTERS_IN_LINE = 3
_PLAIN_SIGNS = "!\"':;<=>?@`|"

_DOCUMENT = r"""\documentclass{standalone}
\usepackage{tikz}
\ifdefined\Umathcode\else % pdfLaTeX; LuaLaTeX and XeLaTeX read Unicode and use its fonts as they are
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
\fi
\IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\begin{document}
"""


def tikz_text(drawn: bytes, picture: Picture) -> str:
    """Return the picture as a tikzpicture; equal drawings give equal text. O(n).

    Args:
        drawn: what Graphviz wrote as -Tjson.
        picture: what it drew it of.

    Raises:
        RenderError: the picture is larger than TeX can count.
    """
    places = Places.read(drawn)
    left, bottom, right, top = places.frame
    longest = max(right - left, top - bottom) + 2 * MARGIN
    if longest > _MOST:
        raise RenderError(
            f"the picture would be {longest:,.0f} points long, expected at most {_MOST:,.0f} in TeX "
            "(draw it in columns, or a part with focus= or depth=)"
        )
    lines = [
        r"% An argument map, drawn by argmap. It needs \usepackage{tikz}, and text in UTF-8.",
        rf"\begingroup {_plain_signs()}\relax % which a language of babel's may have made commands",
        r"\pgfdeclarelayer{argmap-below}\pgfsetlayers{argmap-below,main}%",
        r"\begin{tikzpicture}[x=1bp, y=1bp]",
        *_macros().rstrip("\n").split("\n"),
        *_indented(_letters(picture.texts())),
        *_indented(style_lines(picture)),
        "  % The map.",
        *_indented(Parts(picture, places).lines()),
        r"\end{tikzpicture}\endgroup",
    ]
    return "\n".join([*lines, ""])


def document_text(drawn: bytes, picture: Picture) -> str:
    """Return a document for pdfLaTeX, LuaLaTeX or XeLaTeX whose one page is the picture.

    Args:
        drawn: what Graphviz wrote as -Tjson.
        picture: what it drew it of.

    Raises:
        RenderError: the picture is larger than TeX can count.
    """
    return f"{_DOCUMENT}{tikz_text(drawn, picture)}\\end{{document}}\n"


def _plain_signs() -> str:
    """Return what makes signs that the drawing uses signs, without any of them."""
    return " ".join(rf"\catcode{ord(sign)} 12" for sign in _PLAIN_SIGNS)


def _letters(texts: Iterator[str]) -> Iterator[str]:
    """Yield what pdfLaTeX draws for letters that are not set up for it: a box, where it would stop at an error."""
    every = tuple(texts)
    commands = [rf"\argmapletter{{{letter}}}{{\argmapbox}}" for letter in lacking_letters(every)]
    commands += [rf"\argmapletter{{{letter}}}{{}}" for letter in unseen_letters(every)]
    for start in range(0, len(commands), _LETTERS_IN_LINE):
        yield "".join(commands[start : start + _LETTERS_IN_LINE])


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _macros() -> str:
    return files("argmap.render.tikz").joinpath("macros.tex").read_text(encoding="utf-8")
