"""Text for TeX: every character as itself, whatever it would mean to TeX, and the signs that fonts of TeX lack."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from argmap.render.letters import characters
from argmap.render.text import clean

_APART = r"{\kern0pt}"
"""Between signs that fonts would draw as one; an empty group does not keep them apart in LuaTeX."""
_JOINED = re.compile(r"(?<=-)(?=-)|(?<=,)(?=,)|(?<=')(?=')|(?<=<)(?=<)|(?<=>)(?=>)")
_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "%": r"\%",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\argmapquote{}",
        "`": r"\argmapgrave{}",
        "[": "{[}",
        "]": "{]}",
        "\N{SOFT HYPHEN}": r"\-",
        "\N{PILCROW SIGN}": r"\P{}",
        "\N{SECTION SIGN}": r"\S{}",
        "\N{HORIZONTAL ELLIPSIS}": r"\textellipsis{}",
    }
)
_DRAWN: Mapping[str, str] = MappingProxyType(
    {
        "▲": r"\argmapup{}",
        "▼": r"\argmapdown{}",
        "■": r"\argmapsquare{}",
        "●": r"\argmapdot{}",
        "♦": r"\argmapdiamond{}",
        "«": r"\argmapbefore{}",
        "»": r"\argmapafter{}",
    }
)
"""Icons of cards and chips, drawn because the fonts of a paper need not have them."""
_FORMULAS: Mapping[str, str] = MappingProxyType(
    {
        "·": r"\cdot",
        "√": r"\surd",
        "×": r"\times",
        "÷": r"\div",
        "±": r"\pm",
        "¬": r"\neg",
        "°": r"^\circ",
        "¹": "^1",
        "²": "^2",
        "³": "^3",
        "µ": r"\mu",
        "←": r"\leftarrow",
        "↑": r"\uparrow",
        "→": r"\rightarrow",
        "↓": r"\downarrow",
        "↔": r"\leftrightarrow",
        "⇐": r"\Leftarrow",
        "⇒": r"\Rightarrow",
        "⇔": r"\Leftrightarrow",
        "∀": r"\forall",
        "∃": r"\exists",
        "∅": r"\emptyset",
        "∈": r"\in",
        "∑": r"\sum",
        "−": "-",
        "∞": r"\infty",
        "∧": r"\wedge",
        "∨": r"\vee",
        "∩": r"\cap",
        "∪": r"\cup",
        "≈": r"\approx",
        "≠": r"\neq",
        "≡": r"\equiv",
        "≤": r"\leq",
        "≥": r"\geq",
        "⊂": r"\subset",
        "⊢": r"\vdash",
    }
)
"""Signs that every TeX has for formulas."""
_UNSEEN = frozenset("\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}")
"""They change the letters beside them, and are not drawn themselves."""
_SET_UP = (
    "20-7e a0-17e 192 1c4-1d4 1e2-1e3 1e6-1eb 1f0 1f4-1f5 218-21b 232-233 237 2c7 2d8-2d9 2db 2dd 1e02-1e03 1e0d "
    "1e1e-1e21 1e25 1e30-1e31 1e37 1e43 1e45 1e47 1e5b 1e63 1e6d 1e8e-1e91 1e9e 1ef2-1ef3 2010-2016 2018-201a "
    "201c-201e 2020-2022 2026 2030-2031 2039-203b 20ac 2116-2117 2122 2126 212e 2423 25e6 fb00-fb06"
)
"""What pdfLaTeX draws with the fonts that come with it in the encodings T1 and TS1: code points in hexadecimal."""


def escape_tex(text: str) -> str:
    r"""Return clean text as it stands in a paragraph of TeX: it is shown as it is, and nothing in it is a command.

    Letters stay as they are, in Unicode. An apostrophe is that of the font.

    Examples:
        >>> escape_tex(r"100 % of \input{x} -- no_thing")
        '100 \\% of \\textbackslash{}input\\{x\\} -{\\kern0pt}- no\\_thing'
    """
    return "".join(_sign(character) for character in _JOINED.sub("\0", _visible(text)))


def lacking_letters(texts: Iterable[str]) -> str:
    """Return the letters of the texts for which pdfLaTeX's usual fonts have nothing, each once, sorted; O(n)."""
    found = set("".join(_visible(clean(text)) for text in texts))
    return "".join(sorted(found - _set_up() - _SIGNS.keys() - _DRAWN.keys() - _FORMULAS.keys() - _UNSEEN))


def unseen_letters(texts: Iterable[str]) -> str:
    """Return the characters of the texts that are not drawn but change those beside them, each once, sorted."""
    return "".join(sorted(set("".join(texts)) & _UNSEEN))


def _visible(text: str) -> str:
    """Return the text in composed letters, without characters that only lay out text, such as marks of direction."""
    kept = _UNSEEN | {"\N{SOFT HYPHEN}"}
    return "".join(
        character
        for character in unicodedata.normalize("NFC", text)
        if character in kept or unicodedata.category(character) not in {"Cf", "Cn", "Co"}
    )


def _sign(character: str) -> str:
    if character == "\0":
        return _APART
    if formula := _FORMULAS.get(character):
        return rf"\ensuremath{{{formula}}}"
    return _SIGNS.get(character) or _DRAWN.get(character) or character


@cache
def _set_up() -> frozenset[str]:
    return characters(_SET_UP)
