"""Sheets of paper: text, boxes to tick, lines to write on and pictures of maps, set on pages and written as PDF."""

from argmap.render.sheet.blocks import Block, Box, Drawing, Frame, Heading, Paragraph, Row, Ruled, Sheet, Style
from argmap.render.sheet.press import paint_sheet

__all__ = [
    "Block",
    "Box",
    "Drawing",
    "Frame",
    "Heading",
    "Paragraph",
    "Row",
    "Ruled",
    "Sheet",
    "Style",
    "paint_sheet",
]
