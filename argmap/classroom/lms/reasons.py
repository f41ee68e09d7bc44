"""Why something is left out of a file, where more than one format has the reason."""

from __future__ import annotations

BUILD = "a map has to be built, and no question of the platform lets a student do that"
MANY_ORDERS = "more than one order is right, and the platform knows only one"
STRAY_OPTIONS = "options that do not belong into the order are not shown"
NO_PICTURE = "the figure is an outline, not a picture"
MODEL_ANSWER = "the model answer has no place"
LINE_FEEDBACK = "feedback on a single line has no place"
NO_PART_CREDIT = "options that earn a part of the points earn none"
ANY_ORDER = "every order is right"


def rounded_credit(option: str, credit: float, percent: str) -> str:
    """Say that an option earns another part of the points than it should."""
    return f"option [{option}] earns {percent} per cent of the points instead of {credit * 100:g}"


def too_many_keys(count: int) -> str:
    """Say that the points cannot be divided by the number of right options."""
    return f"found {count} right options, expected 1 to 10 or 20, by which Moodle can divide the points"
