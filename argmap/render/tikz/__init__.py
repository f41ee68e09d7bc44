"""Pictures for LaTeX, as TikZ."""

from argmap.render.tikz.document import document_text, tikz_text
from argmap.render.tikz.escape import lacking_letters

__all__ = ["document_text", "lacking_letters", "tikz_text"]
