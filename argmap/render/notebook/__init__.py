"""A map in a notebook, in which cards can be chosen; what is chosen is known to Python."""

from argmap.render.notebook.view import MissingLibraryError, view

__all__ = ["MissingLibraryError", "view"]
