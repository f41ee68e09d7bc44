"""The page to practise with: exercises in one HTML file that needs no network."""

from argmap.classroom.page.page import exercise_page

__all__ = ["exercise_page"]
