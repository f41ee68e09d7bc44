"""The special characters that Argdown knows by name."""

from __future__ import annotations

from collections.abc import Mapping

_BOTH = {
    "A": "∀", "E": "∃", "O": "𝗢", "P": "𝗣", "->": "→", "<->": "↔", "~": "¬", "^": "∧", "v": "∨", "v_": "⊻", "<>": "◇",
    "[]": "◻", "happy": "😀", "smiley": "☺", "laugh": "😆", "lol": "😆", "rofl": "🤣", "joy": "😂", "heart": "❤",
    "?": "❓", "question": "❓", "love": "😍", "wink": "😉", "shush": "🤫", "meh": "😐", "eye-roll": "🙄", "sad": "😢",
    "disappointed": "😞", "scream": "😱", "+1": "👍", "up": "👍", "-1": "👎", "down": "👎", "think": "🤔", "star": "⭐",
    "y": "✔", "agree": "✔", "n": "❌", "disagree": "❌",
}  # fmt: skip

SHORTCODES: Mapping[str, str] = {
    **{f"{mark}{name}{mark}": character for name, character in _BOTH.items() for mark in ".:"},
    ".smile.": "☺",
    ":smile:": "☺\ufe0f",
}
"""How each is written, and the character that it stands for."""
