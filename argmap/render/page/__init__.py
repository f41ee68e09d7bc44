"""The interactive page: one HTML file that needs no network."""

from argmap.render.page.page import build_page, to_html

__all__ = ["build_page", "to_html"]
