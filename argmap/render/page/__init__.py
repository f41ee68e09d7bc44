"""The interactive page: one HTML file that needs no network."""

from argmap.render.page.page import to_html

__all__ = ["to_html"]
