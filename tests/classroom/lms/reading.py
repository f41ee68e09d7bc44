"""Strict reading of what was exported, apart from the code that wrote it; and exercises full of hostile text."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import TypeVar
from xml.etree.ElementTree import Element

from classroom.some_exercises import MADE
from defusedxml import ElementTree
from hostile_texts import HOSTILE
from hypothesis import strategies as st

from argmap.classroom import (
    ChoiceExercise,
    ChoicesExercise,
    Exercise,
    ExerciseSet,
    ExerciseType,
    MatchExercise,
    Option,
    OrderExercise,
    Prompt,
    WriteExercise,
)
from argmap.model import ArgumentMap, Claim

NASTY = (
    *HOSTILE,
    "=~#{}:\\ \\n \\: \\& &&058; &&035;",
    "[plain]TRUE",
    "// a comment\n$CATEGORY: other",
    "T",
    "{=yes ~no}",
    "a -> b --> c - > d",
    "%50% off, ~%100%",
    "::name::",
    "]]> <![CDATA[ ]]&gt; ]]]]>",
    "[[1]] [[2]]",
    "{1:MCS:=a~b}",
    "first\n\nsecond\n\n\nthird\nline",
    "crlf\r\nand cr\rend",
    " spaces  around ",
    "@@PLUGINFILE@@/x.png $IMS-CC-FILEBASE$ %24",
)
"""Texts that one format or another would take for something else."""

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
T = TypeVar("T")

BRIDGE_TOLD = """\
The bridge should be closed to cars
  because (together)
    Two in three cars only pass through
    + A street without through traffic is quieter
  but (rebuts)
    The shops need customers who come by car
    however (undercuts)
      The shops can be reached by bus"""
"""The map beside some exercises, in words; no id is in it, which could tell what belongs where."""


def shown(text: str) -> str:
    """Return a text as a reader should see it: controls as U+FFFD, paragraphs apart, no space around lines."""
    whole = _NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [line.strip(" \t") for line in whole.split("\n")]
    return re.sub("\n{2,}", "\n\n", "\n".join(lines)).strip("\n")


def seen(text: str) -> str:
    """Return the same, with words for a text that shows nothing."""
    return shown(text) or "(no text)"


def flat(text: str) -> str:
    """Return a text as it should stand on one line."""
    return " ".join(_NOT_IN_XML.sub("\ufffd", text).split())


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.alternatives: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"p", "br", "img", "pre", "ul", "li"}
        if tag == "br":
            self.blocks[-1] += "\n"
        elif tag == "img":
            self.alternatives.append(dict(attrs)["alt"] or "")
        else:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        self.blocks[-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"found a comment: {data}")

    handle_decl = handle_pi = unknown_decl = handle_comment


def html_text(markup: str) -> str:
    """Return what a browser shows of HTML, with a blank line between paragraphs."""
    reader = _Text()
    reader.feed(markup)
    reader.close()
    return "\n\n".join(block for block in reader.blocks if block)


def html_alternatives(markup: str) -> list[str]:
    """Return what HTML says in place of pictures."""
    reader = _Text()
    reader.feed(markup)
    return reader.alternatives


def unpack(content: bytes) -> dict[str, str]:
    """Return the files of a package by path."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name).decode() for name in package.namelist()}


def parse(text: str) -> Element:
    """Return the root of a document, with names without their namespaces."""
    root = ElementTree.fromstring(text)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def subsets(items: Iterable[T]) -> Iterator[tuple[T, ...]]:
    """Return every choice of some of the items."""
    all_items = tuple(items)
    return itertools.chain.from_iterable(itertools.combinations(all_items, size) for size in range(len(all_items) + 1))


_SIGNS = "\\~=#{}:%[]<>&;/-$ \n\r\t\x00\u0085\u2028"
any_text = st.lists(
    st.sampled_from([*_SIGNS, "->", "]]>", "<![CDATA[", "&amp;", "\\n", "\n\n", "::"])
    # JavaScript takes U+FEFF for a space, Python does not.
    | st.text(st.characters(codec="utf-8", exclude_characters="\ufeff"), max_size=3),
    max_size=12,
).map("".join)
"""Any text, most likely one with signs that mean something."""


def options(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(id=f"o{number}", text=text) for number, text in enumerate(texts, 1))


def choices(right: int, wrong: int) -> ChoicesExercise:
    """Return an exercise with so many right options and so many wrong ones."""
    every = options(*(f"option {number}" for number in range(right + wrong)))
    return ChoicesExercise(
        id=f"gap-{right}-{wrong}",
        type=ExerciseType.GAP,
        stem="Which?",
        options=every,
        key=tuple(option.id for option in every[:right]),
        provenance=MADE,
    )


def chain(length: int, *stray: str) -> OrderExercise:
    """Return an order of which only 1, 2, 3 ... is right, shown the other way round."""
    every = options(*(f"step {number}" for number in range(1, length + 1)), *stray)
    key = tuple(option.id for option in every[:length])
    return OrderExercise(
        id="chain",
        type=ExerciseType.ORDER,
        stem="In which order?",
        options=every[::-1],
        key=key,
        before=tuple(itertools.pairwise(key)),
        provenance=MADE,
    )


def match(**changes: object) -> MatchExercise:
    """Return an exercise with three lines and four options."""
    made: dict[str, object] = {
        "id": "attach",
        "type": ExerciseType.ATTACH,
        "stem": "What belongs to what?",
        "prompts": tuple(Prompt(id=f"s{number}", text=f"line {number}") for number in (1, 2, 3)),
        "options": options("first", "second", "third", "fourth"),
        "key": {"s1": "o1", "s2": "o2", "s3": "o3"},
        "provenance": MADE,
    }
    return MatchExercise.model_validate(made | changes)


def one(exercise: Exercise) -> ExerciseSet:
    return ExerciseSet("A set", "en", (exercise,))


def nasty_set(text: str) -> ExerciseSet:
    """Return exercises which have the text in each of their fields."""
    said = options(f"{text}", f"other {text}", f"{text} third")
    said = tuple(option.model_copy(update={"feedback": text}) for option in said)
    shared = {"stem": text, "feedback": text, "tags": (text,), "provenance": MADE}
    prompts = (Prompt(id="s1", text=text, feedback={"o2": text}), Prompt(id="s2", text=f"two {text}"))
    figure = ArgumentMap(title=text, claims=(Claim(id="c", text=text),))
    exercises: tuple[Exercise, ...] = (
        ChoiceExercise(id="choice", type=ExerciseType.BRIDGE, options=said, key="o1", figure=figure, **shared),
        ChoicesExercise(id="choices", type=ExerciseType.GAP, options=said, key=("o1", "o3"), **shared),
        MatchExercise(
            id="match",
            type=ExerciseType.ATTACH,
            prompts=prompts,
            options=said,
            key={"s1": "o1", "s2": "o2"},
            **shared,
        ),
        OrderExercise(
            id="order",
            type=ExerciseType.ORDER,
            options=said[:2],
            key=("o1", "o2"),
            before=(("o1", "o2"),),
            **shared,
        ),
        WriteExercise(id="write", type=ExerciseType.WRITE, key=text, terms=(text,), **shared),
    )
    return ExerciseSet(text, "en", exercises)
