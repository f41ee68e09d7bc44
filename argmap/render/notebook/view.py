"""The function that shows a map in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from argmap.model import ArgmapError, ArgumentMap
from argmap.render.options import PictureOptions

if TYPE_CHECKING:
    from argmap.render.notebook.widget import MapView


class MissingLibraryError(ArgmapError, ImportError):
    """What was asked for needs a library that is not installed; the message says how to get it."""


def view(argument_map: ArgumentMap, **options: Unpack[PictureOptions]) -> MapView:
    """Return the picture of the map as a widget for notebooks: cards can be chosen, accepted and rejected in it.

    Needs the library anywidget, which is in the extra `notebook`. Where widgets are not shown, such as in a stored
    notebook, it is the picture of `to_svg`.

    Args:
        argument_map: the map.
        **options: see `PictureOptions`.

    Raises:
        MissingLibraryError: anywidget is not installed.
        PictureOptionError: an option has a value that cannot be drawn.
        RendererNotFoundError: there is no Graphviz program.
        RenderError: the map is too large, or the program failed or ran out of time.
        UnknownElementError: the map has no claim with the id of the focus.
    """
    try:
        from argmap.render.notebook.widget import MapView
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"anywidget", "traitlets"}:
            raise
        raise MissingLibraryError(
            "the view in a notebook needs the library anywidget (pip install 'argmap[notebook]')"
        ) from None
    return MapView(argument_map, **options)
