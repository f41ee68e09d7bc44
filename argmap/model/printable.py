"""Texts from files in messages: nothing in them commands a terminal or starts a line of its own."""

from __future__ import annotations


def printable(text: str) -> str:
    """Return the text with a replacement character for each control, format and separator character but the space."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def one_line(text: str) -> str:
    """Return the text on one line, each white space in it as one space, and printable."""
    return printable(" ".join(text.split()))
