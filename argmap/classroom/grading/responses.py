"""What students hand in, read with distrust: whatever has another shape than the exercise asks for is refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.classroom.exercises import Option
from argmap.model.printable import printable

MOST_ANSWERS = 1_000
"""A response with more answers than this is refused."""

MOST_LETTERS = 20_000
"""A text that is longer than this is refused."""


class Refusal(Exception):  # noqa: N818 - a verdict on a response, which never leaves the package
    """A response gets no points because of its shape; the text tells why."""


def read_id(response: object, options: Sequence[Option]) -> Option:
    """Return the option that the response names.

    Raises:
        Refusal: it names none.
    """
    refuse_empty(response)
    if not isinstance(response, str):
        raise Refusal(f"found {describe(response)}, expected the id of an option")
    for option in options:
        if option.id == response:
            return option
    raise Refusal(f"[{shorten(response)}] is not the id of an option")


def read_ids(response: object, options: Sequence[Option]) -> list[str]:
    """Return the ids of options that the response lists, in its order.

    Raises:
        Refusal: it is no list, or lists something else.
    """
    refuse_empty(response)
    if not isinstance(response, list | tuple):
        raise Refusal(f"found {describe(response)}, expected a list of ids of options")
    return [read_known(item, {option.id for option in options}, "an option") for item in _few(response)]


def read_mapping(response: object, keys: Iterable[str], values: Iterable[str]) -> dict[str, str]:
    """Return which prompt got which option; prompts without one are left out.

    Raises:
        Refusal: the response is no mapping, or names what is not there.
    """
    refuse_empty(response)
    if not isinstance(response, dict):
        raise Refusal(f"found {describe(response)}, expected an object from ids of prompts to ids of options")
    known, options = set(keys), set(values)
    _few(response)
    return {
        read_known(key, known, "a prompt"): read_known(value, options, "an option")
        for key, value in response.items()
        if value is not None and value != ""
    }


def read_words(response: object) -> str:
    """Return the text of the response.

    Raises:
        Refusal: it is no text, or too long.
    """
    refuse_empty(response)
    if not isinstance(response, str):
        raise Refusal(f"found {describe(response)}, expected a text")
    if len(response) > MOST_LETTERS:
        raise Refusal(f"the text has {len(response)} characters, expected at most {MOST_LETTERS}")
    if not response.strip():
        raise Refusal("there is no answer")
    return response


def refuse_empty(response: object) -> None:
    """Refuse a response that says nothing.

    Raises:
        Refusal: it is None, or an empty text, list or object.
    """
    if response is None or (isinstance(response, str | list | tuple | dict | bytes) and not response):
        raise Refusal("there is no answer")


def read_known(found: object, known: set[str], what: str) -> str:
    """Return an id, if it is one of those that are known.

    Raises:
        Refusal: it is not.
    """
    if not isinstance(found, str):
        raise Refusal(f"found {describe(found)}, expected the id of {what}")
    if found not in known:
        raise Refusal(f"[{shorten(found)}] is not the id of {what}")
    return found


def describe(value: object) -> str:
    """Return what kind of JSON value it is, in words."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case list() | tuple():
            return "a list"
        case dict():
            return "an object"
    return "something that JSON does not have"


def shorten(text: str, most: int = 60) -> str:
    """Return a text of a stranger so that it can stand in a message."""
    shown = printable(text[:most])
    return f"{shown}..." if len(text) > most else shown


def _few(items: list[object] | tuple[object, ...] | dict[object, object]) -> list[object]:
    if len(items) > MOST_ANSWERS:
        raise Refusal(f"found {len(items)} answers, expected at most {MOST_ANSWERS}")
    return list(items)
