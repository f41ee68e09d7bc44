"""Pictures of a map: SVG, PNG, PDF, DOT, TikZ and Mermaid; an interactive page; GraphML; and outlines."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Unpack

from argmap.model import ArgumentMap
from argmap.render.comparison import compare
from argmap.render.errors import PictureOptionError, RendererNotFoundError, RenderError
from argmap.render.graphml import to_graphml
from argmap.render.notebook import MissingLibraryError, view
from argmap.render.options import Layer, Orientation, PictureOptions
from argmap.render.outline import OutlineFormat, outline
from argmap.render.outline_rows import Outline, OutlineRow, find_outline
from argmap.render.page import to_html
from argmap.render.picture import mime_bundle, render, to_dot, to_graphviz, to_mermaid, to_pdf, to_png, to_svg, to_tikz
from argmap.render.themes import Theme, ThemeError, load_theme, theme_names

__all__ = [
    "Layer",
    "MissingLibraryError",
    "Orientation",
    "Outline",
    "OutlineFormat",
    "OutlineRow",
    "PictureOptionError",
    "PictureOptions",
    "RenderError",
    "RendererNotFoundError",
    "Theme",
    "ThemeError",
    "compare",
    "find_outline",
    "load_theme",
    "mime_bundle",
    "outline",
    "render",
    "theme_names",
    "to_dot",
    "to_graphml",
    "to_graphviz",
    "to_html",
    "to_mermaid",
    "to_pdf",
    "to_png",
    "to_svg",
    "to_tikz",
    "view",
]


class _CallablePackage(ModuleType):
    """Makes `argmap.render(map, path)` draw: this package and that function share one name on `argmap`."""

    def __call__(self, argument_map: ArgumentMap, path: str | Path, **options: Unpack[PictureOptions]) -> Path:
        return render(argument_map, path, **options)


sys.modules[__name__].__class__ = _CallablePackage
