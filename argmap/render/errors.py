"""What can go wrong when a map is drawn."""

from __future__ import annotations

from argmap.model import ArgmapError


class RendererNotFoundError(ArgmapError, RuntimeError):
    """No Graphviz program can be found; the message says how to get one."""

    def __init__(self, reason: str = "no Graphviz program found") -> None:
        super().__init__(
            f"{reason} (pip install graphviz-pure, which needs no system install; "
            "or install Graphviz; or set ARGMAP_DOT to the path of its dot program)"
        )


class RenderError(ArgmapError, RuntimeError):
    """The picture could not be drawn: the map is too large, or the program failed or ran out of time.

    Attributes:
        detail: what the program said; "" if it said nothing.
    """

    def __init__(self, message: str, detail: str = "") -> None:
        self.detail = detail.strip()[:2000]
        super().__init__(f"{message}: {self.detail}" if self.detail else message)


class PictureOptionError(ArgmapError, ValueError):
    """An option or a file name asks for a picture that argmap does not know."""
