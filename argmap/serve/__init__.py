"""The live preview: a map in the browser, drawn again when its file is saved."""

from argmap.serve.drawing import Drawing, Problem
from argmap.serve.server import PortInUseError, serve

__all__ = ["Drawing", "PortInUseError", "Problem", "serve"]
